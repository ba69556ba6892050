import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { FileFault } from './events.ts';
import {
  byColumn,
  columnName,
  type Sheet,
  type SheetLimits,
  type SheetRow,
  type SheetSource,
} from './sheet.ts';

/** Before the header. */
const mostBlankRows = 100;

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/**
 * Opens text with commas, tabs or semicolons: UTF-8, UTF-16 with a byte order mark, or GB 18030, which holds GBK. Streams.
 * Throws FileFault before the first row when it is none of these, and on the way when its quoting breaks.
 */
export async function openCsv(source: SheetSource, { mostRows = Infinity }: SheetLimits): Promise<Sheet> {
  const encoding = await encodingOf(source);
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(source, encoding),
    relax_column_count: true,
    // An inch sign inside a cell is no quote.
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
  });
  const progress = { read: 0 };
  const text = Readable.from(decoded(source, encoding, progress));
  text.on('error', (error) => parser.destroy(error));
  const records = (text.pipe(parser) as AsyncIterable<string[]>)[Symbol.asyncIterator]();
  let headerRow = 1;
  let first = await next(records);
  while (first && isBlank(first) && headerRow++ <= mostBlankRows) first = await next(records);
  if (!first || isBlank(first)) throw new FileFault('文件是空的，一行也没有');
  const header = first.map(columnName);
  async function* rows(): AsyncGenerator<SheetRow> {
    try {
      for (let number = headerRow + 1; ; number++) {
        const record = await next(records);
        if (!record) return;
        if (number > mostRows + 1) throw new FileFault(`太多行，一次最多 ${mostRows} 行`);
        if (!isBlank(record))
          yield { number, cells: byColumn(header, record), share: progress.read / source.size };
      }
    } finally {
      text.destroy();
    }
  }
  return { header, rows: rows() };
}

const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');

async function next(records: AsyncIterator<string[]>): Promise<string[] | null> {
  try {
    const { value, done } = await records.next();
    return done ? null : value;
  } catch (fault) {
    throw asFileFault(fault);
  }
}

function asFileFault(fault: unknown): unknown {
  const { code, lines } = fault as { code?: string; lines?: number };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || fault instanceof TypeError)
    return new FileFault('文字编码既不是 UTF-8 也不是 GBK（GB 18030）。用 Excel 另存为“CSV UTF-8”再来');
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return new FileFault('有一处引号只开不合，后面的都读不出。补上引号再来');
  if (code?.startsWith('CSV_')) return new FileFault(`第 ${lines ?? '?'} 行附近的引号不成对，读不下去`);
  return fault;
}

async function* decoded(
  source: SheetSource,
  encoding: Encoding,
  progress: { read: number },
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of source.chunks()) {
    progress.read += chunk.length;
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** Reads the whole once: one byte that is no UTF-8 makes it GB 18030. */
async function encodingOf(source: SheetSource): Promise<Encoding> {
  const start = source.head.subarray(0, 4).toString('latin1');
  if (start.startsWith('\xff\xfe')) return 'utf-16le';
  if (start.startsWith('\xfe\xff')) return 'utf-16be';
  if (start.startsWith('%PDF')) throw new FileFault('这是 PDF，不是表格。用表格软件另存为 CSV 再来');
  if (source.head.includes(0)) throw new FileFault('这不是文字文件。用表格软件另存为 CSV 再来');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of source.chunks()) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (fault) {
    if (fault instanceof TypeError) return 'gb18030';
    throw fault;
  }
}

function delimiterOf(source: SheetSource, encoding: Encoding): string {
  const line =
    new TextDecoder(encoding)
      .decode(source.head)
      .replace(/^\ufeff/, '')
      .split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
