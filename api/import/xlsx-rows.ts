import { streamXlsxRows } from 'hucre/xlsx';
import { FileFault } from './events.ts';
import { byColumn, columnName, type Sheet, type SheetRow } from './sheet.ts';

/** Opens the first sheet of a workbook whose directory was looked at before (zip-size.ts). Throws FileFault. */
export async function openXlsx(bytes: Uint8Array): Promise<Sheet> {
  const records = texts(bytes);
  const first = await records.next();
  if (first.done) throw new FileFault('文件是空的，一行也没有');
  const header = first.value.record.map(columnName);
  async function* rows(): AsyncGenerator<SheetRow> {
    for await (const { number, record } of records)
      // Where a sheet ends is not known before it has been read.
      yield { number, cells: byColumn(header, record), share: 1 - 1 / (1 + number / 5000) };
  }
  return { header, rows: rows() };
}

async function* texts(bytes: Uint8Array): AsyncGenerator<{ number: number; record: string[] }> {
  try {
    for await (const row of streamXlsxRows(bytes)) {
      const record = Array.from(row.values, cellText);
      if (record.some((cell) => cell !== '')) yield { number: row.index + 1, record };
    }
  } catch (error) {
    if (error instanceof Error && !(error instanceof FileFault))
      throw new FileFault(`这个 Excel 读不下去：${error.message}`);
    throw error;
  }
}

/** Dates become ISO days as the sheet shows them; numbers lose what binary fractions add. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return String(value).trim();
}
