import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre';
import type { LedgerRow } from './contract.ts';
import { kindNames, resultNames } from './rules.ts';

const header = ['月份', '服务点编号', '服务点', '服务', '结果', '次数'];

function cellsOf({ month, servicePointId, pointName, kind, result, times }: LedgerRow): (string | number)[] {
  return [month, servicePointId, pointName, kindNames[kind], resultNames[result], times];
}

/** With a byte order mark, so that Excel reads the hanzi; a cell that begins like a formula is made text. */
export function toCsv(rows: readonly LedgerRow[]): string {
  return stringify([header, ...rows.map(cellsOf)], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

export async function toXlsx(rows: readonly LedgerRow[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '服务台账', rows: [header, ...rows.map(cellsOf)] }] });
}
