import { isInsideCity, countyAt, isInWater } from '../../geodata/boundary.ts';
import { looksSwapped } from '../../geodata/bounds.ts';
import { type Datum, toWgs84 } from '../../geodata/datum.ts';
import { distanceMetres } from '../../geodata/distance.ts';
import { type Division, findDivision } from '../../geodata/divisions.ts';
import { isLngLat, type LngLat } from '../../geodata/lng-lat.ts';
import type { PlaceQuality } from '../wire.ts';
import type { RowFault } from './events.ts';

/** Outlines are good to about 200 m, so a place this near to its county is taken at its word. */
const boundaryToleranceMetres = 1500;
/** Farther than this from its town's seat, a pin and its code do not belong together. */
const maxMetresFromTown = 25_000;

/** Reads the cells of one row and collects everything that is wrong with it. */
export type Cells = ReturnType<typeof createCells>;

export function createCells(row: number, cells: Record<string, string>) {
  const faults: RowFault[] = [];
  const doubts: RowFault[] = [];
  const text = (column: string) => (cells[column] ?? '').replace(/\u3000/g, ' ').trim();
  const fault = (column: string, reason: string) => {
    faults.push({ row, column, value: text(column).slice(0, 60), reason });
  };
  const doubt = (column: string, reason: string) => {
    doubts.push({ row, column, value: text(column).slice(0, 60), reason });
  };

  return {
    row,
    faults,
    doubts,
    text,
    fault,
    doubt,

    required(column: string, longest: number): string {
      const value = text(column);
      if (value === '') fault(column, '没有填');
      else if (value.length > longest) fault(column, `太长，最多 ${longest} 个字，现在 ${value.length} 个`);
      else if (hasControl(value)) fault(column, '含有看不见的控制字符');
      return value;
    },

    optional(column: string, longest: number): string {
      return text(column) === '' ? '' : this.required(column, longest);
    },

    /** One of the words, null when nothing is stated. */
    oneOf<Word extends string>(column: string, words: readonly Word[]): Word | null {
      const value = text(column)
        .normalize('NFKC')
        .replace(/[—–－~～至]/g, '-');
      if (value === '') return null;
      const word = words.find((candidate) => candidate === value);
      if (!word) fault(column, `只能是：${words.join('、')}`);
      return word ?? null;
    },

    wholeNumber(column: string, least: number, most: number): number {
      const value = text(column).normalize('NFKC');
      const number = /^\d{1,9}(\.0+)?$/.test(value) ? Number(value) : Number.NaN;
      if (value === '') fault(column, '没有填');
      else if (Number.isNaN(number)) fault(column, '应该是整数');
      else if (number < least || number > most) fault(column, `应该在 ${least} 到 ${most} 之间`);
      return number;
    },

    amount(column: string, most: number): number | null {
      const value = text(column).normalize('NFKC').replace(/,/g, '');
      if (value === '') return null;
      if (!/^\d{1,9}(\.\d+)?$/.test(value)) fault(column, '应该是数字');
      else if (Number(value) > most) fault(column, `太大了，最多 ${most}`);
      else return Math.round(Number(value) * 100) / 100;
      return null;
    },

    /** ISO day, or null when nothing is stated. Slashes are read too, as Excel writes them. */
    day(column: string): string | null {
      const value = text(column).normalize('NFKC');
      if (value === '') return null;
      const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(value);
      const iso = parts && `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
      const exists = iso && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso);
      if (!exists) fault(column, '应该是日期，写成 2026-11-23 这样');
      return exists ? iso : null;
    },

    /** Words joined by 、 (commas and semicolons are read too), each once. */
    list(column: string, longest: number): string[] {
      const words = text(column)
        .split(/[、，,;；]/)
        .map((word) => word.trim())
        .filter(Boolean);
      const long = words.find((word) => word.length > longest);
      if (long) fault(column, `“${long.slice(0, 20)}”太长，每项最多 ${longest} 个字，用、隔开`);
      return [...new Set(words)];
    },

    /** A division of one of the levels. */
    division(column: string, digits: readonly number[], what: string): Division | null {
      const code = text(column).replace(/\s/g, '');
      if (code === '') fault(column, '没有填');
      else if (!/^\d+$/.test(code) || !digits.includes(code.length))
        fault(column, `${what}，现在是 ${code.length} 位`);
      else {
        const division = findDivision(code);
        if (!division) fault(column, '扬州没有这个代码');
        return division ?? null;
      }
      return null;
    },

    /** The place in WGS-84, checked against the city and the division; the division's seat when both cells are empty. */
    place(
      datum: Datum,
      division: Division | null,
    ): { place: LngLat; source: string; quality: PlaceQuality } | null {
      const [lngText, latText] = [text('经度'), text('纬度')];
      if (lngText === '' && latText === '')
        return division && { place: division.seat, source: '所在地约略位置', quality: 'town' };
      const given = { lng: degrees(lngText), lat: degrees(latText) };
      if (Number.isNaN(given.lng)) fault('经度', '应该是数字，像 119.4213');
      if (Number.isNaN(given.lat)) fault('纬度', '应该是数字，像 32.3936');
      if (Number.isNaN(given.lng) || Number.isNaN(given.lat)) return null;
      if (looksSwapped(given)) fault('经度', '经度和纬度写反了');
      else if (!isLngLat(given)) fault('经度', '不在地球上，经度到 180，纬度到 90');
      else {
        const place = toWgs84(given, datum);
        this.checkPlace(place, division);
        return {
          place,
          source: datum === 'wgs84' ? '清单' : `清单（${datum} 转 WGS-84）`,
          quality: 'imported',
        };
      }
      return null;
    },

    checkPlace(place: LngLat, division: Division | null): void {
      if (!isInsideCity(place, boundaryToleranceMetres)) return fault('经度', '位置在扬州界外');
      if (!division) return;
      const seatMetres = distanceMetres(place, division.seat);
      if (seatMetres > maxMetresFromTown && division.level !== 'county')
        return fault(
          '经度',
          `位置离${division.name} ${Math.round(seatMetres / 1000)} 公里，和行政区划代码对不上`,
        );
      const there = countyAt(place);
      const county = division.code.slice(0, 6);
      // 经济技术开发区 has no outline of its own: its ground is 邗江's and 广陵's.
      const agrees = there === null || there === county || (county === '321071' && there.startsWith('3210'));
      if (!agrees && seatMetres > 8000)
        doubt('经度', `位置在${findDivision(there)?.name ?? there}，代码写的是${division.name}`);
      if (isInWater(place)) doubt('经度', '位置看着在水面上，请核对');
    },
  };
}

function degrees(text: string): number {
  const value = text.normalize('NFKC');
  return /^-?\d{1,4}(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
}

function hasControl(value: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.test(value);
}
