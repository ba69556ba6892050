import type pg from 'pg';
import type { Datum } from '../../geodata/datum.ts';
import type { NewEmployer, NewOpening, Written } from '../openings/store.ts';
import { putEmployers, putOpenings } from '../openings/store.ts';
import { type NewServicePoint, putServicePoints } from '../service-points/store.ts';
import type { Cells } from './cells.ts';
import type { ImportOptions, ImportResult } from './events.ts';
import { openingColumns, readOpeningRow } from './opening-rows.ts';
import { pointColumns, readPointRow } from './point-rows.ts';
import { recordImport } from './store.ts';

/** Reads rows one by one and writes those without faults a batch at a time. */
export type Importer = {
  columns: readonly string[];
  /** Columns that a list may leave out altogether. */
  optional: readonly string[];
  read: (cells: Cells) => void;
  write: (tx: pg.PoolClient) => Promise<Written>;
  /** Drops what was read and not written. */
  forget: () => void;
};

export const importers = {
  openings: openingsImporter,
  points: pointsImporter,
  audit: (tx: pg.PoolClient, options: ImportOptions, result: ImportResult) =>
    recordImport(tx, options, result),
};

function openingsImporter(datum: Datum, now: Date): Importer {
  const seen = createSeen();
  const nameOfCode = new Map<string, { name: string; row: number }>();
  let employers = new Map<string, NewEmployer>();
  let openings: NewOpening[] = [];
  const forget = () => {
    employers = new Map();
    openings = [];
  };
  return {
    columns: openingColumns,
    optional: ['经度', '纬度'],
    read(cells) {
      const { employer, opening } = readOpeningRow(cells, datum, now);
      seen(cells, opening.externalId);
      const known = nameOfCode.get(employer.creditCode);
      if (known && known.name !== employer.name)
        cells.fault('用人单位', `同一个信用代码，第 ${known.row} 行写的是“${known.name}”`);
      if (cells.faults.length > 0) return;
      nameOfCode.set(employer.creditCode, { name: employer.name, row: known?.row ?? cells.row });
      // A list may state the section in one row of an employer only.
      const earlier = employers.get(employer.creditCode);
      employers.set(employer.creditCode, {
        ...employer,
        industry: employer.industry ?? earlier?.industry ?? null,
      });
      openings.push(opening);
    },
    async write(tx) {
      await putEmployers(tx, [...employers.values()]);
      const written = await putOpenings(tx, openings);
      forget();
      return written;
    },
    forget,
  };
}

function pointsImporter(datum: Datum): Importer {
  const seen = createSeen();
  let points: NewServicePoint[] = [];
  const forget = () => {
    points = [];
  };
  return {
    columns: pointColumns,
    optional: ['经度', '纬度'],
    read(cells) {
      const point = readPointRow(cells, datum);
      seen(cells, point.externalId);
      if (cells.faults.length === 0) points.push(point);
    },
    async write(tx) {
      const written = await putServicePoints(tx, points);
      forget();
      return written;
    },
    forget,
  };
}

/** Refuses a 外部编号 that came before in the same file: which of the two is meant, nobody can know. */
function createSeen() {
  const rowOf = new Map<string, number>();
  return (cells: Cells, externalId: string) => {
    const before = rowOf.get(externalId);
    if (before !== undefined && externalId !== '') cells.fault('外部编号', `和第 ${before} 行重复`);
    else rowOf.set(externalId, cells.row);
  };
}
