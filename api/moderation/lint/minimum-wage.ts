import type { Advert } from '../advert.ts';
import type { MinimumWage } from './minimum-wage-table.ts';

/** Paid days in a month and hours in a day, 劳社部发〔2008〕3号. */
const daysAMonth = 21.75;
const hoursADay = 8;

/** The county's floor; for an unknown place the lowest of the table, under which pay is unlawful everywhere here. */
export function minimumWageFor(
  divisionCode: string | null | undefined,
  table: readonly MinimumWage[],
): MinimumWage | null {
  const county = (divisionCode ?? '').trim().slice(0, 6);
  const own = table.find((row) => row.county === county);
  if (own) return own;
  return table.reduce<MinimumWage | null>(
    (least, row) => (least && least.monthlyYuan <= row.monthlyYuan ? least : row),
    null,
  );
}

export function numberOf(written: string | number | null | undefined): number | null {
  if (written === null || written === undefined || String(written).trim() === '') return null;
  const text = String(written)
    .normalize('NFKC')
    .replace(/[,元块¥\s]/g, '');
  const value = Number(text.replace(/[kK千]$/, '')) * (/[kK千]$/.test(text) ? 1000 : 1);
  return Number.isFinite(value) ? value : null;
}

export interface Shortfall {
  /** The pay as written, e.g. 1800 元/月. */
  words: string;
  floorYuan: number;
  unit: string;
}

/**
 * Pay in the pay fields under the county's minimum, or null. Month pay of 兼职 and 实习 is not judged (hours unknown,
 * trainees are outside the rule), nor piece rates. Hour pay of 全职 is judged by the month's minimum over 174 hours, other
 * hour pay by the hourly minimum (《劳动合同法》第七十二条).
 */
export function findShortfall(advert: Advert, table: readonly MinimumWage[]): Shortfall | null {
  const floor = minimumWageFor(advert.divisionCode, table);
  const unit = (advert.salary?.unit ?? '').trim() || '月';
  if (!floor || !advert.salary) return null;
  const min = numberOf(advert.salary.min);
  const max = numberOf(advert.salary.max);
  const least = min !== null && min > 0 ? min : max;
  if (least === null || least <= 0) return null;
  const byTheHour = /小时工|钟点工|兼职|临时工|短工/.test(`${advert.title ?? ''}${advert.occupation ?? ''}`);
  const fullTime = (advert.employmentType ?? '').includes('全职') && !byTheHour;
  const partTime = /兼职|实习/.test(advert.employmentType ?? '');
  const floors: Record<string, number | null> = {
    月: partTime ? null : floor.monthlyYuan,
    日: partTime ? null : floor.monthlyYuan / daysAMonth,
    时: fullTime ? floor.monthlyYuan / daysAMonth / hoursADay : floor.hourlyYuan,
  };
  const key = /时/.test(unit) ? '时' : /[日天]/.test(unit) ? '日' : /月/.test(unit) ? '月' : '';
  const floorYuan = floors[key];
  if (floorYuan === undefined || floorYuan === null || least >= floorYuan - 0.005) return null;
  return { words: `${least} 元/${key}`, floorYuan: Math.ceil(floorYuan * 100) / 100, unit: key };
}

const promised =
  /(?:月薪|月工资|工资|薪资|薪酬|月收入|月给|每月)(?:待遇|标准|为|约|:| |是|发|给|到手)*(\d{3,4})(?:元|块)?(?:(?:\/|每|一个|1个)?月)?(?!\d|[-到至~]\d|元?\/?(?:天|日|小?时|件|起步?补)|元?(?:补|奖|津)|%)/g;

/** Month pay promised in running text: 工资 1600 元/月. Basic, trial and training pay, and extras, are other matters. */
export function findPromises(text: string, floorYuan: number): { from: number; to: number; yuan: number }[] {
  const found: { from: number; to: number; yuan: number }[] = [];
  for (const match of text.matchAll(promised)) {
    const yuan = Number(match[1]);
    const before = text.slice(Math.max(0, match.index - 6), match.index);
    if (
      /底薪|基本|试用|岗位|绩效|工龄|加班|补|奖|学徒|实习|见习|扣|押|客户|其中|基础|学历|全勤|最低|涨|加$|保底\+/.test(
        before,
      )
    )
      continue;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 10);
    if (
      yuan < 300 ||
      yuan >= floorYuan ||
      /^[^,。;]{0,3}(?:\+|加|提成|补|奖|绩效|计件|\/天|每天|以上|名|人|份|字)/.test(after)
    )
      continue;
    found.push({ from: match.index, to: match.index + match[0].length, yuan });
  }
  return found;
}
