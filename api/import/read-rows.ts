import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { streamXlsxRows } from 'hucre/xlsx';
import { FileFault } from './events.ts';
import { refuseInflatedZip } from './zip-size.ts';

/** One row as text by column name; `number` counts as a spreadsheet does; `share` of the file read, 0 to 1. */
export type SheetRow = { number: number; cells: Record<string, string>; share: number };

const maxGeoJsonBytes = 200_000_000;

/** Streams the rows of a .csv, .xlsx or .geojson. Empty rows are left out. Throws FileFault. */
export async function* readRows(file: string): AsyncGenerator<SheetRow> {
  const size = (await stat(file).catch(() => null))?.size;
  if (size === undefined) throw new FileFault(`找不到文件 ${file}`);
  if (size === 0) throw new FileFault('文件是空的');
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  const head = await firstBytes(file);
  if (head.subarray(0, 2).toString('latin1') === 'PK') yield* readXlsx(file);
  else if (extension === 'xlsx')
    throw new FileFault('后缀是 .xlsx，内容却不是 Excel 工作簿。用 Excel 另存为 .xlsx 或 CSV 再来');
  else if (head.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new FileFault('这是老的 .xls 或加了密码的文件。用 Excel 另存为 .xlsx 或 CSV 再来');
  else if (extension === 'geojson' || extension === 'json') yield* readGeoJson(file, size);
  else yield* readCsv(file, size);
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
  await handle.close();
  return buffer.subarray(0, bytesRead);
}

async function* readCsv(file: string, size: number): AsyncGenerator<SheetRow> {
  const encoding = await encodingOf(file);
  let read = 0;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const text = Readable.from(
    (async function* () {
      for await (const chunk of createReadStream(file)) {
        read += (chunk as Buffer).length;
        yield decoder.decode(chunk as Buffer, { stream: true });
      }
      yield decoder.decode();
    })(),
  );
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
  });
  text.on('error', (error) => parser.destroy(error));
  let header: string[] | null = null;
  let number = 0;
  try {
    for await (const record of text.pipe(parser) as AsyncIterable<string[]>) {
      number++;
      if (!header) header = record.map((name) => name.trim());
      else if (record.some((cell) => cell.trim() !== ''))
        yield { number, cells: byColumn(header, record), share: read / size };
    }
  } catch (error) {
    throw asCsvFault(error);
  }
}

function asCsvFault(error: unknown): unknown {
  const { code, lines } = error as { code?: string; lines?: number };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || error instanceof TypeError)
    return new FileFault('文字编码既不是 UTF-8 也不是 GBK（GB 18030）。用 Excel 另存为“CSV UTF-8”再来');
  if (code?.startsWith('CSV_')) return new FileFault(`第 ${lines ?? '?'} 行附近的引号不成对，读不下去`);
  return error;
}

/** UTF-8 when every byte of it is; else GB 18030, which holds GBK. */
async function encodingOf(file: string): Promise<'utf-8' | 'gb18030'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

async function* readXlsx(file: string): AsyncGenerator<SheetRow> {
  await refuseInflatedZip(file);
  const bytes = await readFile(file);
  let header: string[] | null = null;
  let last = 1;
  try {
    for await (const row of streamXlsxRows(bytes)) {
      const record = Array.from(row.values, cellText);
      if (record.every((cell) => cell === '')) continue;
      if (!header) header = record;
      else {
        last = row.index + 1;
        // Where a sheet ends is not known before it has been read.
        yield { number: last, cells: byColumn(header, record), share: 1 - 1 / (1 + last / 5000) };
      }
    }
  } catch (error) {
    if (error instanceof Error && !(error instanceof FileFault))
      throw new FileFault(`这个 Excel 读不下去：${error.message}`);
    throw error;
  }
}

/** Dates become ISO days as the sheet shows them; numbers lose what binary fractions add. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return String(value).trim();
}

async function* readGeoJson(file: string, size: number): AsyncGenerator<SheetRow> {
  if (size > maxGeoJsonBytes) throw new FileFault('GeoJSON 超过 200 MB，请改用 CSV');
  let collection: unknown;
  try {
    collection = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new FileFault('这个文件不是完整的 JSON');
  }
  const features = (collection as { features?: unknown }).features;
  if (!Array.isArray(features)) throw new FileFault('GeoJSON 里没有 features');
  for (const [index, feature] of features.entries()) {
    const { properties, geometry } = (feature ?? {}) as Feature;
    const cells: Record<string, string> = {};
    for (const [name, value] of Object.entries(properties ?? {}))
      cells[name] = Array.isArray(value) ? value.join('、') : cellText(value);
    if (geometry?.type === 'Point' && Array.isArray(geometry.coordinates)) {
      cells['经度'] = cellText(geometry.coordinates[0]);
      cells['纬度'] = cellText(geometry.coordinates[1]);
    }
    yield { number: index + 2, cells, share: index / features.length };
  }
}

type Feature = {
  properties?: Record<string, unknown> | null;
  geometry?: { type?: string; coordinates?: unknown[] } | null;
};

function byColumn(header: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((name, index) => [name, (record[index] ?? '').trim()]));
}
