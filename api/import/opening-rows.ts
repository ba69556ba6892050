import type { Datum } from '../../geodata/datum.ts';
import { creditCodeFault } from '../employers/credit-code.ts';
import { educations, employmentTypes, experiences, salaryUnits } from '../openings/contract.ts';
import { industries, readIndustry } from '../openings/industries.ts';
import type { NewEmployer, NewOpening } from '../openings/store.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import type { Cells } from './cells.ts';

/** The columns of the openings list: names and order are a convention others write against. */
export const openingColumns = [
  '外部编号',
  '岗位名称',
  '职业',
  '用人单位',
  '统一社会信用代码',
  '行业',
  '工作内容',
  '任职要求',
  '招聘人数',
  '最低工资',
  '最高工资',
  '工资单位',
  '学历',
  '经验',
  '用工形式',
  '福利',
  '地址',
  '行政区划代码',
  '经度',
  '纬度',
  '联系人',
  '联系电话',
  '发布日期',
  '截止日期',
] as const;

/** Days an opening stays when the list names no end. */
const defaultLifeDays = 30;
const dayMs = 86_400_000;

/**
 * One row -> employer and opening. What is wrong goes into `cells.faults`; the result counts only without faults.
 * @param now for the day of publication when none is given
 */
export function readOpeningRow(
  cells: Cells,
  datum: Datum,
  now: Date,
): { employer: NewEmployer; opening: NewOpening } {
  const division = cells.division('行政区划代码', [9], '应该是九位数字，到镇或街道');
  const where = cells.place(datum, division);
  const creditCode = readCreditCode(cells);
  const industry = readIndustryCell(cells);
  const pay = readPay(cells);
  const period = readPeriod(cells, now);
  return {
    employer: { creditCode, name: cells.required('用人单位', 100), industry },
    opening: {
      externalId: cells.required('外部编号', 64),
      creditCode,
      status: 'published',
      title: cells.required('岗位名称', 60),
      occupation: cells.optional('职业', 60) || null,
      industry,
      duties: cells.optional('工作内容', 5000),
      requirements: cells.optional('任职要求', 5000),
      headcount: cells.wholeNumber('招聘人数', 1, 9999),
      ...pay,
      education: cells.oneOf('学历', educations),
      experience: cells.oneOf('经验', experiences),
      employmentType: cells.oneOf('用工形式', employmentTypes),
      benefits: cells.list('福利', 20),
      address: cells.optional('地址', 200),
      town: division?.code ?? '',
      place: where?.place ?? { lng: 0, lat: 0 },
      placeSource: where?.source ?? '',
      placeQuality: where?.quality ?? 'imported',
      contactName: cells.optional('联系人', 40) || null,
      contactPhone: readPhone(cells, '联系电话'),
      ...period,
    },
  };
}

function readCreditCode(cells: Cells): string {
  const code = cells.text('统一社会信用代码').normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const fault = code === '' ? '没有填' : creditCodeFault(code);
  if (fault) cells.fault('统一社会信用代码', fault);
  return code;
}

function readIndustryCell(cells: Cells): string | null {
  const text = cells.text('行业');
  if (text === '') return null;
  const section = readIndustry(text);
  if (!section)
    cells.fault('行业', `写国民经济行业门类的字母或名称，像 C 或 ${industries.C}、H 或 ${industries.H}`);
  return section;
}

function readPay(cells: Cells) {
  const salaryUnit = cells.oneOf('工资单位', salaryUnits);
  const salaryMin = cells.amount('最低工资', 1_000_000);
  const salaryMax = cells.amount('最高工资', 1_000_000);
  const stated = cells.text('最低工资') !== '' || cells.text('最高工资') !== '';
  if (cells.text('工资单位') === '') cells.fault('工资单位', `没有填，只能是：${salaryUnits.join('、')}`);
  else if (salaryUnit === '面议' && stated) cells.fault('工资单位', '写了工资数就不能是面议');
  else if (salaryUnit !== null && salaryUnit !== '面议' && !stated)
    cells.fault('最低工资', '没有填；确实不定就把工资单位写成面议');
  if (salaryMin !== null && salaryMax !== null && salaryMin > salaryMax)
    cells.fault('最高工资', `比最低工资 ${salaryMin} 还低`);
  return { salaryMin, salaryMax: salaryMax ?? salaryMin, salaryUnit: salaryUnit ?? ('面议' as const) };
}

/** A day is taken from its first to its last moment in Asia/Shanghai. */
function readPeriod(cells: Cells, now: Date) {
  const from = cells.day('发布日期') ?? isoDate(dayNumberAt(now));
  const publishedAt = new Date(`${from}T00:00:00+08:00`);
  const until = cells.day('截止日期');
  const expiresAt = until
    ? new Date(new Date(`${until}T00:00:00+08:00`).getTime() + dayMs)
    : new Date(publishedAt.getTime() + defaultLifeDays * dayMs);
  if (expiresAt <= publishedAt) cells.fault('截止日期', `比发布日期 ${from} 还早`);
  else if (until && expiresAt <= now) cells.doubt('截止日期', '已经过期，存下但不会显示');
  return {
    publishedAt: publishedAt.toISOString(),
    confirmedAt: publishedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

/** Digits with the usual signs; short numbers such as 12333 are telephones too. */
export function readPhone(cells: Cells, column: string): string | null {
  const text = cells.text(column).normalize('NFKC').replace(/\s/g, '');
  if (text === '') return null;
  if (!/^\+?[\d()-]{5,20}(转\d{1,6})?$/.test(text) || text.replace(/\D/g, '').length < 5)
    cells.fault(column, '不像电话号码');
  return text;
}
