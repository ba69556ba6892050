import { createHash } from 'node:crypto';
import { countyOf, type Division, towns } from '../../geodata/towns.ts';
import type { Cells } from '../import/cells.ts';
import { createCells } from '../import/cells.ts';
import type { SheetRow } from '../import/sheet.ts';
import type { Finding } from '../moderation/advert.ts';
import type { LintSettings } from '../moderation/lint/lint.ts';
import { lintAdvert } from '../moderation/lint/lint.ts';
import { advertOfForm } from '../moderation/lint/advert-of-form.ts';
import { type OpeningForm, openingForm } from '../opening-desk/contract.ts';
import { faultsOfForm } from '../opening-desk/rules.ts';
import { educations, employmentTypes, experiences, salaryUnits } from '../openings/contract.ts';
import { bulkColumns, columnOf } from './columns.ts';
import type { CellFault } from './contract.ts';

/** A row of a list as it is kept until somebody publishes it. */
export type ReadRow = {
  row: number;
  /** The employer's own number, or # and the hash of what it says. */
  externalId: string;
  contentHash: Buffer;
  form: OpeningForm;
  faults: CellFault[];
  findings: Finding[];
};

export type Reading = {
  employerName: string;
  settings: LintSettings;
  now: Date;
  /** May the sender post in this town? Staff answer for their divisions only. */
  mayPostIn: (town: string) => boolean;
};

/** Columns that are wanted and not there; a list of the import names towns 行政区划代码. */
export function missingColumns(header: readonly string[]): string[] {
  const has = (name: string) => header.includes(name) || (name === '镇街' && header.includes('行政区划代码'));
  return bulkColumns.filter(({ name, isWanted }) => isWanted && !has(name)).map(({ name }) => name);
}

/** One row of a list: what it says as a form, everything that keeps it from being handed in, and what the lint finds. */
export function readListRow({ number, cells: written }: SheetRow, reading: Reading): ReadRow {
  const cells = createCells(number, {
    ...written,
    镇街: townCodeOf(written['镇街'] || written['行政区划代码'] || ''),
  });
  refuseFormulas(cells, written);
  const unexplained = readForm(cells, reading);
  const { findings, form } = explain(unexplained, cells.text('理由').slice(0, 300), reading);
  const contentHash = createHash('sha256').update(JSON.stringify(form)).digest();
  const ownId = cells.optional('外部编号', 64).slice(0, 64);
  const faults = cells.faults.map(({ column, value, reason }) => ({ column, value, reason }));
  return {
    row: number,
    externalId: ownId || `#${contentHash.toString('hex')}`,
    contentHash,
    form,
    faults: [...faults, ...faultsOfRules(form, findings, faults, written, reading.now)],
    findings,
  };
}

/** CSV knows no formulas, but a program that opens the list again may run what begins like one. */
function refuseFormulas(cells: Cells, written: Record<string, string>): void {
  for (const [column, value] of Object.entries(written))
    if (/^[=@\t\r]/.test(value) || /^[+-][A-Za-z(]/.test(value))
      cells.fault(column, '看着像公式。去掉开头的符号，只写文字');
}

/** 广陵区 李典镇 321002104, 321002104, 李典镇, 广陵李典 -> the code; anything else as it stands. */
function townCodeOf(written: string): string {
  const code = /(?<!\d)\d{9}(?:\d{3})?(?!\d)/.exec(written)?.[0];
  if (code) return code.slice(0, 9);
  const name = written.normalize('NFKC').replace(/\s/g, '');
  const named = towns.filter((town) => {
    const county = countyOf(town.code);
    const names = [town.name, town.shortName];
    const counties = ['', county?.name ?? '', county?.shortName ?? ''];
    return names.some((one) => counties.some((before) => name === before + one));
  });
  return named.length === 1 ? named[0]!.code : written;
}

function readForm(cells: Cells, { mayPostIn }: Reading): OpeningForm {
  const town = readTown(cells);
  if (town && !mayPostIn(town.code)) cells.fault('镇街', '不在你管的范围里');
  const where = cells.place('wgs84', town);
  const isPlaceWrong = cells.faults.some(({ column }) => column === '经度' || column === '纬度');
  const given = (column: string, longest: number) => cells.optional(column, longest).slice(0, longest);
  const form = {
    title: given('岗位名称', 60),
    occupation: given('职业', 60) || null,
    duties: given('工作内容', 5000),
    requirements: given('任职要求', 5000),
    headcount: number(cells.text('招聘人数') && cells.wholeNumber('招聘人数', 1, 9999)),
    salaryMin: cells.amount('最低工资', 1_000_000),
    salaryMax: cells.amount('最高工资', 1_000_000),
    salaryUnit: cells.oneOf('工资单位', salaryUnits),
    education: cells.oneOf('学历', educations),
    experience: cells.oneOf('经验', experiences),
    employmentType: cells.oneOf('用工形式', employmentTypes),
    benefits: readBenefits(cells),
    address: given('地址', 200),
    town: town?.code ?? null,
    place: where && where.quality !== 'town' && !isPlaceWrong ? where.place : null,
    contactName: given('联系人', 40),
    contactPhone: given('联系电话', 30),
    closesOn: cells.day('截止日期'),
  };
  const parsed = openingForm.safeParse(form);
  return parsed.success ? parsed.data : openingForm.parse({ ...form, headcount: null });
}

function readTown(cells: Cells): Division | null {
  const written = cells.text('镇街');
  if (written === '') return null;
  const town = towns.find(({ code }) => code === written);
  if (!town) cells.fault('镇街', '扬州没有这个镇街，从下拉里选');
  return town ?? null;
}

/** A cell that could not be read as a number is left out of the form. */
const number = (value: number | ''): number | null =>
  value === '' || !Number.isInteger(value) || value < 1 || value > 9999 ? null : value;

function readBenefits(cells: Cells): string[] {
  const words = cells.list('福利', 20);
  if (words.length > 20) cells.fault('福利', `最多 20 项，现在 ${words.length} 项`);
  return words.filter((word) => word.length <= 20).slice(0, 20);
}

/** A reason in the row stands for every warning of the row. */
function explain(
  form: OpeningForm,
  reason: string,
  { employerName, settings }: Reading,
): { form: OpeningForm; findings: Finding[] } {
  const findings = lintAdvert(advertOfForm(form, employerName), settings);
  if (reason === '') return { form, findings };
  const placeReason = form.place === null ? '' : reason;
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const reasons = warnings
    .filter(
      ({ rule, field }, place) =>
        warnings.findIndex((other) => other.rule === rule && other.field === field) === place,
    )
    .slice(0, 40)
    .map(({ rule, field }) => ({ rule, field, reason }));
  return { form: { ...form, placeReason, reasons }, findings };
}

/** What the rules of openings want, in columns whose cells can be read at all. */
function faultsOfRules(
  form: OpeningForm,
  findings: readonly Finding[],
  before: readonly CellFault[],
  written: Record<string, string>,
  now: Date,
): CellFault[] {
  return faultsOfForm(form, findings, now).flatMap(({ name, detail }) => {
    const column = columnOf(name);
    if (before.some((fault) => fault.column === column)) return [];
    return [{ column, value: (written[column] ?? '').slice(0, 60), reason: detail }];
  });
}
