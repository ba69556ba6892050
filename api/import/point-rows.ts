import type { Datum } from '../../geodata/datum.ts';
import type { PointLevel, WeeklySpan } from '../service-points/contract.ts';
import { HoursFault, parseHours } from '../service-points/hours.ts';
import type { NewServicePoint } from '../service-points/store.ts';
import type { Cells } from './cells.ts';

/** The columns of the service points list: names and order are a convention others write against. */
export const pointColumns = [
  '外部编号',
  '名称',
  '级别',
  '行政区划代码',
  '地址',
  '电话',
  '经度',
  '纬度',
  '开放时间',
  '服务',
  '终端数',
] as const;

const levels: Readonly<Record<string, PointLevel>> = { 县: 'county', 镇: 'town', 村: 'village' };
const digits: Readonly<Record<PointLevel, number>> = { county: 6, town: 9, village: 12 };

/** One row -> service point. What is wrong goes into `cells.faults`; the result counts only without faults. */
export function readPointRow(cells: Cells, datum: Datum): NewServicePoint {
  const level = levels[cells.oneOf('级别', Object.keys(levels)) ?? ''] ?? null;
  if (cells.text('级别') === '') cells.fault('级别', '没有填，只能是：县、镇、村');
  // A village point that is listed with its town's code still stands in that town.
  const allowed = level ? [digits[level], ...(level === 'village' ? [9] : [])] : [6, 9, 12];
  const division = cells.division('行政区划代码', allowed, '县 6 位、镇 9 位、村 12 位');
  const where = cells.place(datum, division);
  return {
    externalId: cells.required('外部编号', 64),
    name: cells.required('名称', 80),
    level: level ?? 'village',
    division: division?.code ?? '',
    address: cells.optional('地址', 200),
    telephones: readPhones(cells),
    place: where?.place ?? { lng: 0, lat: 0 },
    placeSource: where?.source ?? '',
    placeQuality: where?.quality ?? 'imported',
    hours: readHours(cells),
    services: cells.list('服务', 40),
    terminalsInstalled: cells.text('终端数') === '' ? 0 : cells.wholeNumber('终端数', 0, 99),
    terminalsWorking: null,
  };
}

function readHours(cells: Cells): WeeklySpan[] {
  const text = cells.text('开放时间');
  if (text === '') return [];
  try {
    return parseHours(text);
  } catch (error) {
    if (!(error instanceof HoursFault)) throw error;
    cells.fault('开放时间', error.message);
    return [];
  }
}

function readPhones(cells: Cells): string[] {
  const phones = cells.list('电话', 30);
  for (const phone of phones)
    if (!/^\+?[\d()（）\s-]{5,24}(转\d{1,6})?$/.test(phone.normalize('NFKC')))
      cells.fault('电话', `“${phone}”不像电话号码`);
  return phones;
}
