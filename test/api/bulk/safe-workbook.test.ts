import { expect, it } from 'vitest';
import { refuseUnsafeWorkbook } from '../../../api/bulk/safe-workbook.ts';
import { openSheetBytes } from '../../../api/import/open-sheet.ts';
import { workbookParts, zipOf } from '../../support/workbooks.ts';

const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>岗位名称</t></is></c></row>';
const parts = workbookParts(cell);
const sheet = 'xl/worksheets/sheet1.xml';

const wicked: readonly (readonly [what: string, bytes: () => Buffer, says: string])[] = [
  [
    'a bomb that says how large it is',
    () => zipOf({ ...parts, 'xl/x.xml': Buffer.alloc(100_000_000, 'a') }),
    '太大',
  ],
  [
    'a bomb that lies about it',
    () => zipOf({ ...parts, [sheet]: '<'.padEnd(100_000_000, ' ') }, { [sheet]: { size: 1000 } }),
    '坏的',
  ],
  ['a million empty rows', () => zipOf(workbookParts('<row r="1"/>'.repeat(1_000_000))), '空行'],
  [
    '2^20 shared strings',
    () => zipOf({ ...parts, 'xl/sharedStrings.xml': `<sst>${'<si><t>a</t></si>'.repeat(2 ** 20)}</sst>` }),
    '格子太多',
  ],
  ['a formula', () => zipOf(workbookParts('<row r="1"><c r="A1"><f>A2</f><v>1</v></c></row>')), '公式'],
  [
    'a formula with a prefix',
    () => zipOf(workbookParts('<x:row r="1"><x:c r="A1"><x:f t="shared"/></x:c></x:row>')),
    '公式',
  ],
  ['a macro', () => zipOf({ ...parts, 'xl/vbaProject.bin': 'x' }), '宏'],
  [
    'the content type of a macro workbook',
    () => zipOf({ ...parts, '[Content_Types].xml': '<Types><Override ContentType="macroEnabled"/></Types>' }),
    '宏',
  ],
  [
    'XML entities',
    () =>
      zipOf({
        ...parts,
        'xl/sharedStrings.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><sst/>',
      }),
    'XML 实体',
  ],
  ['an encrypted part', () => zipOf(parts, { [sheet]: { flag: 1 } }), '密码'],
  ['an embedded file', () => zipOf({ ...parts, 'xl/embeddings/oleObject1.bin': 'x' }), '嵌着'],
  [
    'a thousand parts',
    () => zipOf(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}.xml`, '<a/>']))),
    '不像',
  ],
  [
    'a part in another encoding',
    () => zipOf({ ...parts, [sheet]: Buffer.from('\ufeff<a/>', 'utf16le') }),
    '坏的',
  ],
  [
    'a cell without an end',
    () => zipOf(workbookParts(`<row><c><v>${'1'.repeat(2_000_000)}</v></c></row>`)),
    '字太多',
  ],
  [
    'a cell far to the right',
    () => zipOf(workbookParts('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
    '列太多',
  ],
  ['another zip', () => zipOf({ 'a.txt': 'hello' }), '不是 Excel'],
  ['half a zip', () => zipOf(parts).subarray(0, 200), '坏的'],
];

it.each(wicked)('%s is refused within 200 ms and without eating memory', async (_what, make, says) => {
  const bytes = make();
  const before = process.memoryUsage().rss;
  // Processor time: the machine may be busy with other tests.
  const began = process.cpuUsage();
  await expect(refuseUnsafeWorkbook(bytes)).rejects.toThrow(says);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000).toBeLessThan(200);
  expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
});

it('a plain workbook passes and is read', async () => {
  const bytes = zipOf(parts);
  await refuseUnsafeWorkbook(bytes);
  const { header } = await openSheetBytes(bytes, {});
  expect(header).toEqual(['岗位名称']);
});
