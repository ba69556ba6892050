import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { FileFault } from '../import/events.ts';

/**
 * What a list of 2,000 openings needs is far below these: 24 columns make 48,000 cells and at most as many shared strings, a
 * template of ours 9 parts. Sums and counts stop at the limit, so that nothing is unpacked or kept past it.
 */
const mostParts = 60;
const mostUnpackedBytes = 24_000_000;
const mostRows = 4000;
const mostCells = 120_000;
const mostStrings = 60_000;
/** A cell of Excel holds 32,767 characters, three bytes each, some written as &amp;. */
const longestTextBytes = 300_000;

const badZip = '这个 Excel 是坏的，打不开';
const macros = '里面有宏。另存为不带宏的 .xlsx 再来';

/**
 * Looks through a workbook without keeping any of it: the directory first, then part after part as it unpacks. Refuses with a
 * FileFault what is encrypted, unpacks to too much, has macros, embedded things, formulas, XML entities, or too many rows,
 * cells or strings.
 */
export async function refuseUnsafeWorkbook(bytes: Buffer): Promise<void> {
  const zip = await openZip(bytes);
  try {
    const parts = await readDirectory(zip);
    if (!parts.some(({ fileName }) => fileName === 'xl/workbook.xml'))
      throw new FileFault('这个压缩包不是 Excel 工作簿。用 Excel 另存为 .xlsx 再来');
    const sum = { bytes: 0 };
    for (const part of parts) if (/\.(xml|rels|vml)$/i.test(part.fileName)) await look(zip, part, sum);
  } finally {
    zip.close();
  }
}

function openZip(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(new FileFault(badZip)) : resolve(zip),
    );
  });
}

function readDirectory(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    if (zip.entryCount > mostParts)
      return reject(new FileFault(`压缩包里有 ${zip.entryCount} 个文件，不像 Excel 表格`));
    const parts: yauzl.Entry[] = [];
    let declared = 0;
    zip.on('error', () => reject(new FileFault(badZip)));
    zip.on('end', () => resolve(parts));
    zip.on('entry', (part: yauzl.Entry) => {
      declared += part.uncompressedSize;
      const refusal = refusePart(part, parts, declared);
      if (refusal) return reject(new FileFault(refusal));
      parts.push(part);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function refusePart(part: yauzl.Entry, before: readonly yauzl.Entry[], declared: number): string | null {
  const name = part.fileName.toLowerCase();
  if (part.generalPurposeBitFlag & 1) return '文件加了密码。去掉密码再来';
  if (declared > mostUnpackedBytes)
    return `解开以后太大（超过 ${mostUnpackedBytes / 1e6} MB），没有打开。删掉空行和图片，或者分成几个文件`;
  if (/vbaproject|macrosheets|activex/.test(name)) return macros;
  if (/embeddings|externallinks|oleobject|xl\/connections\.xml|querytables/.test(name))
    return '里面嵌着别的文件或外部链接。新建一个表，只粘贴文字再来';
  if (before.some(({ fileName }) => fileName.toLowerCase() === name)) return badZip;
  return null;
}

/** Unpacks one part in pieces and gives up at the first thing that does not belong there. */
async function look(zip: yauzl.ZipFile, part: yauzl.Entry, sum: { bytes: number }): Promise<void> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(part, (error, opened) => (error ? reject(new FileFault(badZip)) : resolve(opened)));
  });
  const look = createLook(part.fileName);
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      sum.bytes += piece.length;
      if (sum.bytes > mostUnpackedBytes) throw new FileFault(badZip);
      look(piece);
    }
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault(badZip);
  } finally {
    stream.destroy();
  }
}

/** What is counted in a part, with a prefix or without. `test` makes no match objects: a part may hold a million of them. */
const counted = {
  row: /<(?:\w+:)?row[\s/>]/g,
  c: /<(?:\w+:)?c[\s/>]/g,
  si: /<(?:\w+:)?si[\s/>]/g,
  f: /<(?:\w+:)?f[\s/>]/g,
} as const;
type Counts = Record<keyof typeof counted, number>;

const declaration = /<!(?:DOCTYPE|ENTITY)/i;
const macroWords = /macroEnabled|vbaProject/i;
/** A column past AZ: rows are read as wide as their last cell. */
const farColumn = /\br="(?:[B-Z][A-Z]|[A-Z]{3,})\d/;

function createLook(name: string): (piece: Buffer) => void {
  const counts: Counts = { row: 0, c: 0, si: 0, f: 0 };
  const isSheet = /worksheets\//i.test(name);
  let rest = '';
  let isFirst = true;
  return (piece) => {
    // Every byte is a character here: tags are ASCII, and nothing else is looked at.
    const text = rest + piece.toString('latin1');
    if (isFirst && !/^(?:\xef\xbb\xbf)?\s*</.test(text)) throw new FileFault(badZip);
    isFirst = false;
    // The last tag may go on in the next piece.
    const cut = text.lastIndexOf('<');
    rest = cut < 0 ? text : text.slice(cut);
    if (rest.length > longestTextBytes) throw new FileFault('有一格的字太多，最多写 5000 个字');
    refuseWords(text, isSheet);
    const whole = text.slice(0, Math.max(0, cut));
    for (const [tag, pattern] of Object.entries(counted)) {
      pattern.lastIndex = 0;
      while (pattern.test(whole)) counts[tag as keyof Counts]++;
    }
    refuseCounts(counts, isSheet);
  };
}

function refuseWords(text: string, isSheet: boolean): void {
  if (declaration.test(text)) throw new FileFault('文件里有 XML 实体，不是正常的表格。用 Excel 重新另存一次');
  if (macroWords.test(text) && !isSheet) throw new FileFault(macros);
  if (isSheet && farColumn.test(text)) throw new FileFault('表格的列太多。照模板的列来，删掉别的');
}

function refuseCounts({ row, c, si, f }: Counts, isSheet: boolean): void {
  if (f > 0 && isSheet) throw new FileFault('表格里有公式。全选，复制，再“选择性粘贴—数值”，存好再来');
  if (row > mostRows) throw new FileFault(`表格有 ${mostRows} 多行。把后面的空行删掉，一次最多 2000 个岗位`);
  if (c > mostCells || si > mostStrings) throw new FileFault('表格里的格子太多。照模板的列来，删掉别的');
}
