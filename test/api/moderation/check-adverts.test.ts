import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// 限男性 in GB 18030, to build a file without an encoder.
const gb18030 = (pieces: readonly number[]): Buffer => Buffer.from(pieces);
const head =
  '编号,岗位名称,用人单位,工作内容,任职要求,招聘人数,最低工资,最高工资,工资单位,地址,行政区划代码,截止日期';
const sound = 'A1,包装工,某食品厂,装箱贴标,能倒班,3,4200,5000,月,李典镇工业园 8 号,321002104,2026-12-31';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-adverts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(
  content: string | Buffer,
  ...flags: string[]
): { status: number | null; out: string; err: string } {
  const path = join(folder, 'adverts.csv');
  writeFileSync(path, content);
  return run(path, ...flags);
}

function run(...words: string[]): { status: number | null; out: string; err: string } {
  const ended = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'api/moderation/check-adverts.ts', ...words],
    { encoding: 'utf8' },
  );
  return { status: ended.status, out: ended.stdout, err: ended.stderr };
}

// Each starts a process, which takes seconds on a busy machine.
describe('check-adverts', { timeout: 30_000 }, () => {
  it('prints one line of JSON an advert and nothing else', () => {
    const { status, out } = check(
      `${head}\n${sound}\nA2,男保安,某厂,巡逻,限 男 性,2,4000,4500,月,文昌路 1 号,321002,2026-12-31\n`,
      '--json',
    );
    expect(status).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; findings: object[] });
    expect(lines[0]).toEqual({ id: 'A1', findings: [] });
    expect(lines[1]?.id).toBe('A2');
    expect(lines[1]?.findings).toContainEqual({
      rule: 'sex',
      severity: 'error',
      field: 'requirements',
      words: '限 男 性',
      article: '《就业促进法》第二十七条',
      advice: expect.stringContaining('不能限性别') as string,
    });
  });

  it('prints a table in Chinese with a closing count and the columns the file has not', () => {
    const { status, out } = check(`外部编号,岗位名称,任职要求\n1,普工,35岁以下\n2,普工,能倒班\n`);
    expect(status).toBe(0);
    expect(out).toContain('35岁以下');
    expect(out).toContain('查了 2 条，1 条要看：必须改 0 处，要说理由 1 处');
    expect(out).toContain('工作内容');
  });

  it('misses elements only in columns that are there and empty', () => {
    const { out } = check('\ufeff编号,岗位名称,工作内容,招聘人数\r\n7,普工,,\r\n', '--json');
    const { findings } = JSON.parse(out) as { findings: { rule: string; field: string }[] };
    expect(findings.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      'missing-element duties',
      'missing-element headcount',
    ]);
  });

  it('reads GB 18030', () => {
    const header = gb18030([
      0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc8, 0xce, 0xd6, 0xb0, 0xd2, 0xaa, 0xc7, 0xf3, 0x0a,
    ]);
    const row = gb18030([0x31, 0x2c, 0xcf, 0xde, 0xc4, 0xd0, 0xd0, 0xd4, 0x0a]);
    const { out } = check(Buffer.concat([header, row]), '--json');
    expect(JSON.parse(out)).toMatchObject({ id: '1', findings: [{ rule: 'sex', words: '限男性' }] });
  });

  it('reads semicolons, UTF-16, spaced and starred column names and rows counted as the sheet shows them', () => {
    const text = '\ufeff任 职 要 求*；岗位名称\r\n限男性;普工\r\n;\r\n能倒班;保安\r\n'.replace('；', ';');
    const { out } = check(Buffer.from(text, 'utf16le'), '--json');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; findings: object[] });
    expect(lines.map(({ id, findings }) => [id, findings.length])).toEqual([
      ['第 2 行', 1],
      ['第 4 行', 0],
    ]);
  });

  it('reads a workbook with the same columns', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const rows = [
      ['编号', '岗位名称', '任职要求', '招聘人数'],
      ['B7', '普工', '限男性', 3],
    ];
    const path = join(folder, 'adverts.xlsx');
    writeFileSync(path, await writeXlsx({ sheets: [{ name: '岗位', rows }] }));
    const { out } = run(path, '--json');
    expect(JSON.parse(out)).toMatchObject({ id: 'B7', findings: [{ rule: 'sex', words: '限男性' }] });
  });

  it.each([
    ['an empty file', '', '文件是空的'],
    ['a file without the columns', 'a,b\n1,2\n', '表头里没有'],
    ['a broken Excel file', 'PK\u0003\u0004rest', 'Excel'],
    ['a quote that never closes', `${head}\n"A1,包装工\n`, '引号'],
  ])('refuses %s with a plain sentence and code 2', (_what, content, sentence) => {
    const { status, err } = check(content, '--json');
    expect(status).toBe(2);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('refuses a missing file and a missing argument with code 2', () => {
    expect(run(join(folder, 'none.csv'))).toMatchObject({ status: 2, out: '' });
    expect(run()).toMatchObject({ status: 2, out: '' });
  });
});
