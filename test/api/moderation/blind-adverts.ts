import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Advert, Finding } from '../../../api/moderation/advert.ts';
import { learnedWeights } from '../../../api/moderation/lint/likeness/weights.ts';
import { defaultLintSettings, lintAdvert } from '../../../api/moderation/lint/lint.ts';

/**
 * Adverts written by somebody who had not read the rules, in the columns of the import. 应报 names the rules that must find
 * something, joined by +; 写法 is 明 (plain), 暗 (disguised) or 净 (clean). An empty cell takes an everyday value, 〔空〕 is an
 * empty cell of the advert.
 */
export const blindSets = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
] as const;

/** Sets that were learned of after their first reading, without the grammar being mended for every miss. */
export const learnedSets = [
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
  'twenty-fifth',
  'twenty-sixth',
  'twenty-seventh',
  'twenty-eighth',
  'twenty-ninth',
  'thirtieth',
  'thirty-first',
  'thirty-second',
  'thirty-third',
  'thirty-fourth',
  'thirty-fifth',
  'thirty-sixth',
  'thirty-seventh',
  'thirty-eighth',
  'thirty-ninth',
  'fortieth',
  'forty-first',
  'forty-second',
  'forty-third',
  'forty-fourth',
  'forty-fifth',
  'forty-sixth',
  'forty-seventh',
  'forty-eighth',
  'forty-ninth',
  'fiftieth',
  'fifty-first',
  'fifty-second',
  'fifty-third',
  'fifty-fourth',
  'fifty-fifth',
  'fifty-sixth',
] as const;

/** Sets of which nothing was learned; for all but the last two some turns were mended in the grammar. */
export const unseenSets = [
  'fifty-seventh',
  'fifty-eighth',
  'fifty-ninth',
  'sixtieth',
  'sixty-first',
  'sixty-second',
  'sixty-third',
  'sixty-fourth',
  'sixty-fifth',
  'sixty-sixth',
  'sixty-seventh',
  'sixty-eighth',
] as const;

export interface BlindAdvert {
  row: number;
  expected: readonly string[];
  manner: '明' | '暗' | '净';
  advert: Advert;
}

/** Rows of a set take turns in these: three counties, two classes of minimum pay. */
const everyday: readonly Advert[] = [
  {
    ...{
      title: '包装工',
      occupation: '普工',
      employerName: '扬州某电器厂',
      industry: '制造业',
      headcount: '6',
    },
    ...{
      education: '不限',
      experience: '不限',
      address: '广陵区李典镇工业园 8 号',
      divisionCode: '321002104',
    },
  },
  {
    ...{ title: '店员', occupation: '服务', employerName: '高邮某商贸公司', industry: '批发和零售业' },
    ...{ headcount: '2', education: '高中·中专·技校', experience: '1-3 年' },
    ...{ address: '高邮市高邮街道通湖路 20 号', divisionCode: '321084001' },
  },
  {
    ...{ title: '维修工', occupation: '其他', employerName: '仪征某服务部', headcount: '10' },
    ...{ industry: '居民服务、修理和其他服务业', education: '初中及以下', experience: '不限' },
    ...{ address: '仪征市真州镇大庆路 3 号', divisionCode: '321081100' },
  },
];

export function readBlind(name: string): BlindAdvert[] {
  const file = new URL(`./blind/${name}.csv`, import.meta.url);
  const rows = parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[];
  return rows.map((row, place) => ({
    row: place + 2,
    expected: (row['应报'] ?? '').split('+').filter(Boolean),
    manner: row['写法'] as BlindAdvert['manner'],
    advert: advertOf(row, everyday[place % 3]!),
  }));
}

function advertOf(row: Record<string, string>, usual: Advert): Advert {
  const cell = (column: string, otherwise: string) =>
    row[column] === '〔空〕' ? '' : row[column] || otherwise;
  const [, min, max, unit] = /^([\d.０-９]+)-([\d.０-９]+)\/(.+)$/.exec(row['工资'] || '4200-5800/月') ?? [];
  return {
    ...usual,
    title: cell('岗位名称', String(usual.title)),
    duties: cell('工作内容', '按班组安排干活，下班前打扫工位'),
    requirements: cell('任职要求', '踏实肯干'),
    education: cell('学历', String(usual.education)),
    experience: cell('经验', String(usual.experience)),
    employmentType: cell('用工形式', '全职'),
    benefits: cell('福利', '五险一金').split('、'),
    salary: row['工资'] === '面议空' ? { min: '', max: '', unit: '月' } : { min, max, unit },
    ...{ contactName: '王师傅', contactPhone: '0514-80000000' },
    ...{ publishedOn: '2026-11-01', closesOn: '2026-12-31' },
  };
}

/** As on the server: the grammar and what was learned of examples. */
export const settings = { ...defaultLintSettings, weights: learnedWeights() };

/** Right: every expected rule found something, or nothing was expected and nothing found. */
export function readRightly({ expected, advert }: BlindAdvert): { right: boolean; findings: Finding[] } {
  const findings = lintAdvert(advert, settings);
  const right =
    expected.length > 0
      ? expected.every((rule) => findings.some((finding) => finding.rule === rule))
      : findings.length === 0;
  return { right, findings };
}
