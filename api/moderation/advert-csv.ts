import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Advert } from './advert.ts';

/** A file that cannot be read as adverts; the message is for the person at the desk. */
export class UnreadableFile extends Error {}

/** Columns of the openings import that the lint reads, in its order. */
export const advertColumns = [
  ...[
    '岗位名称',
    '职业',
    '用人单位',
    '行业',
    '工作内容',
    '任职要求',
    '招聘人数',
    '最低工资',
    '最高工资',
    '工资单位',
  ],
  ...[
    '学历',
    '经验',
    '用工形式',
    '福利',
    '地址',
    '行政区划代码',
    '联系人',
    '联系电话',
    '发布日期',
    '截止日期',
  ],
] as const;
type Column = (typeof advertColumns)[number];

const wordColumns: readonly Column[] = ['岗位名称', '工作内容', '任职要求'];
const idColumns = ['外部编号', '编号'];

export interface AdvertRow {
  /** 外部编号 or 编号, else the line's number in words. */
  id: string;
  advert: Advert;
}

export interface AdvertFile {
  absentColumns: readonly Column[];
  rows: AsyncIterable<AdvertRow>;
}

/**
 * Opens a CSV of adverts: UTF-8 with or without BOM, UTF-16 with BOM, or GB 18030; commas, tabs or semicolons. Streams; refuses with
 * an `UnreadableFile` before the first row when the file is none of these, and on the way when its quoting breaks.
 */
export async function openAdvertCsv(path: string): Promise<AdvertFile> {
  const encoding = await encodingOf(path);
  const parser = parse({
    bom: true,
    delimiter: await delimiterOf(path, encoding),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: 1_000_000,
  });
  const stream = Readable.from(decoded(path, encoding)).pipe(parser);
  const records: AsyncIterator<string[]> = stream[Symbol.asyncIterator]();
  const first = await next(records);
  if (!first) throw new UnreadableFile('文件是空的，一行也没有');
  const header = first.map((name) => name.normalize('NFKC').replace(/[\s*]/g, ''));
  if (!wordColumns.some((column) => header.includes(column))) {
    throw new UnreadableFile('表头里没有“岗位名称”“工作内容”“任职要求”。第一行要写列名，和岗位导入模板一样');
  }
  return {
    absentColumns: advertColumns.filter((column) => !header.includes(column)),
    rows: rowsOf(header, records),
  };
}

async function* rowsOf(
  header: readonly string[],
  records: AsyncIterator<string[]>,
): AsyncGenerator<AdvertRow> {
  const idPlace = header.findIndex((name) => idColumns.includes(name));
  let row = 1;
  for (let record = await next(records); record; record = await next(records)) {
    row++;
    const id = (record[idPlace] ?? '').trim() || `第 ${row} 行`;
    yield { id, advert: advertOf(header, record) };
  }
}

function advertOf(header: readonly string[], record: readonly string[]): Advert {
  const cell = (column: Column): string | undefined => {
    const place = header.indexOf(column);
    return place < 0 ? undefined : (record[place] ?? '').trim();
  };
  const paid =
    cell('最低工资') !== undefined || cell('最高工资') !== undefined || cell('工资单位') !== undefined;
  return {
    title: cell('岗位名称'),
    occupation: cell('职业'),
    employerName: cell('用人单位'),
    industry: cell('行业'),
    duties: cell('工作内容'),
    requirements: cell('任职要求'),
    headcount: cell('招聘人数'),
    salary: paid ? { min: cell('最低工资'), max: cell('最高工资'), unit: cell('工资单位') } : undefined,
    education: cell('学历'),
    experience: cell('经验'),
    employmentType: cell('用工形式'),
    benefits: cell('福利')?.split('、'),
    address: cell('地址'),
    divisionCode: cell('行政区划代码'),
    contactName: cell('联系人'),
    contactPhone: cell('联系电话'),
    publishedOn: cell('发布日期'),
    closesOn: cell('截止日期'),
  };
}

async function next(records: AsyncIterator<string[]>): Promise<string[] | null> {
  try {
    const { value, done } = await records.next();
    return done ? null : value;
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const line = 'lines' in fault ? `第 ${String(fault.lines)} 行` : '有一行';
    throw new UnreadableFile(
      fault.code === 'CSV_QUOTE_NOT_CLOSED'
        ? '有一处引号只开不合，后面的都读不出。补上引号再来'
        : `${line}读不出来。用表格软件另存为 CSV 再来`,
    );
  }
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** Reads the whole file once: one byte that is no UTF-8 makes it GB 18030. */
async function encodingOf(path: string): Promise<'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'> {
  const about = await stat(path).catch(() => null);
  if (!about) throw new UnreadableFile(`找不到文件 ${path}`);
  if (!about.isFile()) throw new UnreadableFile(`${path} 不是文件`);
  let first = true;
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of createReadStream(path)) {
      const chunk = piece as Buffer;
      if (first) {
        const start = chunk.subarray(0, 4).toString('latin1');
        if (start.startsWith('PK')) throw new UnreadableFile('这是 Excel 文件。打开它，另存为 CSV 再来');
        if (start.startsWith('\xd0\xcf\x11\xe0'))
          throw new UnreadableFile('这是旧的 Excel 文件。打开它，另存为 CSV 再来');
        if (start.startsWith('%PDF')) throw new UnreadableFile('这是 PDF，不是 CSV');
        if (start.startsWith('\xff\xfe')) return 'utf-16le';
        if (start.startsWith('\xfe\xff')) return 'utf-16be';
        if (chunk.subarray(0, 4096).includes(0))
          throw new UnreadableFile('这不是文字文件。用表格软件另存为 CSV 再来');
        first = false;
      }
      utf8.decode(chunk, { stream: true });
    }
    utf8.decode();
  } catch (fault) {
    if (fault instanceof UnreadableFile) throw fault;
    if (fault instanceof TypeError) return 'gb18030';
    throw new UnreadableFile(`读不了文件 ${path}，看看有没有权限`);
  }
  return 'utf-8';
}

async function delimiterOf(path: string, encoding: string): Promise<string> {
  for await (const text of decoded(path, encoding)) {
    const line = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
    const counts = [',', '\t', ';'].map((sign) => ({ sign, count: line.split(sign).length }));
    return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
  }
  return ',';
}
