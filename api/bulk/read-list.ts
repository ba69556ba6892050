import { setImmediate as turn } from 'node:timers/promises';
import { FileFault } from '../import/events.ts';
import { isZip, openSheetBytes } from '../import/open-sheet.ts';
import { mostBulkRows } from './contract.ts';
import { missingColumns, type Reading, type ReadRow, readListRow } from './rules.ts';
import { refuseUnsafeWorkbook } from './safe-workbook.ts';

/** Others are served between so many rows; the lint takes up to a millisecond each. */
const rowsAtATime = 50;
/** Blank rows count too: a list of nothing but commas is read no further. */
const mostRowsWithBlank = 4000;
/** Cells hold lines of their own, but fifty times as many lines as rows are no list of openings. */
const mostLines = 100_000;

/** Reads a whole list. Throws FileFault when it is none, unsafe, or too long; what is wrong in a row is told with the row. */
export async function readList(bytes: Buffer, reading: Reading): Promise<ReadRow[]> {
  if (isZip(bytes)) await refuseUnsafeWorkbook(bytes);
  else refuseManyLines(bytes);
  const { header, rows } = await openSheetBytes(bytes, { mostRows: mostRowsWithBlank });
  const missing = missingColumns(header);
  if (missing.length > 0) throw new FileFault(`少了这些列：${missing.join('、')}。下载模板，照着列名填`);
  const read: ReadRow[] = [];
  const firstWith = new Map<string, number>();
  for await (const sheetRow of rows) {
    if (read.length === mostBulkRows)
      throw new FileFault(`一次最多 ${mostBulkRows} 个岗位。分成几个文件再来`);
    const row = readListRow(sheetRow, reading);
    refuseRepeated(row, firstWith);
    read.push(row);
    if (read.length % rowsAtATime === 0) await turn();
  }
  if (read.length === 0) throw new FileFault('文件里只有表头，没有岗位');
  return read;
}

/** Counts before anything is decoded: a million empty lines cost 5 ms. */
function refuseManyLines(bytes: Buffer): void {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1))
    if (++lines > mostLines) throw new FileFault(`太多行，一次最多 ${mostBulkRows} 个岗位。删掉空行再来`);
}

/** The same number, or word for word the same opening, a second time: which of the two is meant, nobody can know. */
function refuseRepeated(row: ReadRow, firstWith: Map<string, number>): void {
  const before = firstWith.get(row.externalId);
  if (before === undefined) firstWith.set(row.externalId, row.row);
  else if (row.externalId.startsWith('#'))
    row.faults.push({ column: '岗位名称', value: row.form.title, reason: `和第 ${before} 行一模一样` });
  else row.faults.push({ column: '外部编号', value: row.externalId, reason: `和第 ${before} 行重复` });
}
