import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { openCsv } from './csv-rows.ts';
import { FileFault } from './events.ts';
import { openGeoJson } from './geojson-rows.ts';
import type { Sheet, SheetLimits, SheetSource } from './sheet.ts';
import { openXlsx } from './xlsx-rows.ts';
import { refuseInflatedZip } from './zip-size.ts';

const headBytes = 65_536;
/** The parser of CSV works through a whole piece before it asks whether anybody wants more. */
const pieceBytes = 16_384;

/** Opens a .csv, .xlsx or .geojson on disk, told apart by its first bytes. Throws FileFault. */
export async function openSheetFile(file: string): Promise<Sheet> {
  const about = await stat(file).catch(() => null);
  if (!about) throw new FileFault(`找不到文件 ${file}`);
  if (!about.isFile()) throw new FileFault(`${file} 不是文件`);
  const head = await firstBytes(file).catch(() => {
    throw new FileFault(`读不了文件 ${file}，看看有没有权限`);
  });
  const source = {
    size: about.size,
    head,
    chunks: () => createReadStream(file) as AsyncIterable<Buffer>,
    whole: () => readFile(file),
  };
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  if (isZip(head)) await refuseInflatedZip(file);
  else if (extension === 'xlsx' && !isOldOffice(head))
    throw new FileFault('后缀是 .xlsx，内容却不是 Excel 工作簿。用 Excel 另存为 .xlsx 或 CSV 再来');
  if (extension === 'geojson' || extension === 'json') return openGeoJson(source);
  return openSource(source, {});
}

/** Opens what came over the wire; a workbook was looked through before (`refuseUnsafeWorkbook`). */
export function openSheetBytes(bytes: Buffer, limits: SheetLimits): Promise<Sheet> {
  const source = {
    size: bytes.length,
    head: bytes.subarray(0, headBytes),
    async *chunks() {
      for (let from = 0; from < bytes.length; from += pieceBytes)
        yield bytes.subarray(from, from + pieceBytes);
    },
    whole: async () => bytes,
  };
  return openSource(source, limits);
}

async function openSource(source: SheetSource, limits: SheetLimits): Promise<Sheet> {
  if (source.size === 0) throw new FileFault('文件是空的，一行也没有');
  if (isOldOffice(source.head))
    throw new FileFault('这是老的 .xls 或加了密码的文件。用 Excel 另存为 .xlsx 或 CSV 再来');
  return isZip(source.head) ? openXlsx(await source.whole()) : openCsv(source, limits);
}

export const isZip = (head: Buffer): boolean => head.subarray(0, 2).toString('latin1') === 'PK';
const isOldOffice = (head: Buffer): boolean => head.subarray(0, 4).toString('hex') === 'd0cf11e0';

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
  await handle.close();
  return buffer.subarray(0, bytesRead);
}
