import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';

/** Files made to hurt whoever opens them, each of a shape that was published; made here, kept nowhere. */
export async function makeHostileFiles(directory: string): Promise<{ what: string; path: string }[]> {
  const at = (name: string) => join(directory, name);
  const made: { what: string; path: string }[] = [];
  const add = async (what: string, name: string, write: (path: string) => Promise<void>) => {
    await write(at(name));
    made.push({ what, path: at(name) });
  };
  await add('一张表解开 600 MB', 'inflated.xlsx', (path) => workbook(path, { sheet: zeros(600) }));
  await add('600 条目录指着同一段（重叠的压缩炸弹）', 'overlap.xlsx', (path) =>
    writeFile(path, overlapping(600)),
  );
  await add('2^20 个共享字符串', 'strings.xlsx', (path) =>
    workbook(path, { strings: sharedStrings(2 ** 20) }),
  );
  await add('16384 × 1048576 的表', 'dimension.xlsx', (path) => workbook(path, { sheet: wideSheet() }));
  await add('十亿个笑（XML 实体）', 'laughs.xlsx', (path) => workbook(path, { strings: laughs() }));
  await add('外部实体', 'external.xlsx', (path) => workbook(path, { strings: externalEntity() }));
  await add('压缩包里的压缩包', 'nested.xlsx', (path) =>
    workbook(path, { sheet: [deflateRawSync(Buffer.alloc(1e6))] }),
  );
  await add('图片改名的表', 'picture.xlsx', (path) =>
    writeFile(path, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  );
  await add('坏的压缩包', 'broken.xlsx', (path) =>
    writeFile(path, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5000)])),
  );
  await add('一格 50 MB 的 CSV', 'cell.csv', (path) =>
    writeFile(path, `岗位名称\n"${'x'.repeat(50_000_000)}"\n`),
  );
  await add('引号不关的 CSV', 'quote.csv', (path) =>
    writeFile(path, `岗位名称,地址\n"${'a,b\n'.repeat(2_000_000)}`),
  );
  await add('十万层的 GeoJSON', 'deep.geojson', (path) =>
    writeFile(path, `{"type":"FeatureCollection","features":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  );
  await add('全是 NUL', 'nul.csv', (path) => writeFile(path, Buffer.alloc(1_000_000)));
  return made;
}

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
const relations = (type: string, target: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const book = `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const head =
  '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const smallSheet = `${head}<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`;

type Pieces = Iterable<string | Buffer>;

async function workbook(
  path: string,
  { sheet = [smallSheet], strings = [] }: { sheet?: Pieces; strings?: Pieces },
): Promise<void> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(types), '[Content_Types].xml');
  zip.addBuffer(Buffer.from(relations('officeDocument', 'xl/workbook.xml')), '_rels/.rels');
  zip.addBuffer(Buffer.from(book), 'xl/workbook.xml');
  zip.addBuffer(Buffer.from(relations('worksheet', 'worksheets/sheet1.xml')), 'xl/_rels/workbook.xml.rels');
  zip.addReadStream(Readable.from(bytes(sheet), { objectMode: false }), 'xl/worksheets/sheet1.xml');
  zip.addReadStream(Readable.from(bytes(strings), { objectMode: false }), 'xl/sharedStrings.xml');
  zip.end();
  await finished(zip.outputStream.pipe(createWriteStream(path)));
}

function* bytes(pieces: Pieces): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece as string);
}

function* zeros(megabytes: number): Generator<string | Buffer> {
  yield `${head}<sheetData>`;
  const piece = Buffer.alloc(1_000_000, 0x20);
  for (let n = 0; n < megabytes; n++) yield piece;
  yield '</sheetData></worksheet>';
}

function* sharedStrings(count: number): Generator<string> {
  yield '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
  for (let n = 0; n < count; n += 1024) yield '<si><t>焊工</t></si>'.repeat(1024);
  yield '</sst>';
}

function* wideSheet(): Generator<string> {
  yield `${head}<dimension ref="A1:XFD1048576"/><sheetData>`;
  yield '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
  yield '</sheetData></worksheet>';
}

function* laughs(): Generator<string> {
  yield '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "哈">';
  for (let n = 1; n < 10; n++) yield `<!ENTITY l${n} "${`&l${n - 1};`.repeat(10)}">`;
  yield ']><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&l9;</t></si></sst>';
}

function* externalEntity(): Generator<string> {
  yield '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
  yield '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&f;</t></si></sst>';
}

/** A zip whose directory names one compressed megabyte again and again: small on disk, large unpacked. */
function overlapping(times: number): Buffer {
  const plain = Buffer.alloc(1_000_000, 0x20);
  const packed = deflateRawSync(plain);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  const sum = typeof crc32 === 'function' ? crc32(plain) : 0;
  const entries = Array.from({ length: times }, (_, n) => {
    const name = Buffer.from(`xl/worksheets/sheet${n + 1}.xml`);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(sum, 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(plain.length, 24);
    entry.writeUInt16LE(name.length, 28);
    return Buffer.concat([entry, name]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(times, 8);
  end.writeUInt16LE(times, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, directory, end]);
}
