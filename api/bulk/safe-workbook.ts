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

const tags = /<!(?:DOCTYPE|ENTITY)|<(?:\w+:)?(row|c|si|f)(?=[\s/>])|macroEnabled|vbaProject/g;
/** A column past AZ: rows are read as wide as their last cell. */
const farColumn = /\br="(?:[B-Z][A-Z]|[A-Z]{3,})\d/;
/** Longer than any of the words above, to find one that a piece cuts in two. */
const overlap = 64;

function createLook(name: string): (piece: Buffer) => void {
  const counts = { row: 0, c: 0, si: 0, f: 0 };
  let last = '';
  let isFirst = true;
  let sinceTag = 0;
  return (piece) => {
    // Every byte is a character here: tags are ASCII, and nothing else is looked at.
    const text = last + piece.toString('latin1');
    if (isFirst && !/^(?:\xef\xbb\xbf)?\s*</.test(text)) throw new FileFault(badZip);
    isFirst = false;
    const lastTag = piece.lastIndexOf('<');
    sinceTag = lastTag < 0 ? sinceTag + piece.length : piece.length - lastTag;
    if (sinceTag > longestTextBytes) throw new FileFault('有一格的字太多，最多写 5000 个字');
    if (farColumn.test(text) && /worksheets\//i.test(name))
      throw new FileFault('表格的列太多。照模板的列来，删掉别的');
    let counted = 0;
    for (const { 0: tag, 1: element, index } of text.matchAll(tags)) {
      counted = index + tag.length;
      if (tag.startsWith('<!'))
        throw new FileFault('文件里有 XML 实体，不是正常的表格。用 Excel 重新另存一次');
      if (!element) throw new FileFault(macros);
      counts[element as keyof typeof counts]++;
    }
    refuseCounts(counts, name);
    last = text.slice(Math.max(counted, text.length - overlap));
  };
}

function refuseCounts({ row, c, si, f }: Record<'row' | 'c' | 'si' | 'f', number>, name: string): void {
  if (f > 0 && /worksheets\//i.test(name))
    throw new FileFault('表格里有公式。全选，复制，再“选择性粘贴—数值”，存好再来');
  if (row > mostRows) throw new FileFault(`表格有 ${mostRows} 多行。把后面的空行删掉，一次最多 2000 个岗位`);
  if (c > mostCells || si > mostStrings) throw new FileFault('表格里的格子太多。照模板的列来，删掉别的');
}
