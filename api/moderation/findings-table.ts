import type { AdvertField, Finding } from './advert.ts';

const fieldNames: Readonly<Partial<Record<AdvertField, string>>> = {
  title: '岗位名称',
  occupation: '职业',
  employerName: '用人单位',
  duties: '工作内容',
  requirements: '任职要求',
  headcount: '招聘人数',
  salary: '工资',
  education: '学历',
  experience: '经验',
  employmentType: '用工形式',
  benefits: '福利',
  address: '地址',
  closesOn: '截止日期',
};

export const fieldName = (field: AdvertField): string => fieldNames[field] ?? field;

const columns = [
  { name: '编号', width: 12 },
  { name: '轻重', width: 8 },
  { name: '哪一栏', width: 8 },
  { name: '原文', width: 26 },
  { name: '依据', width: 36 },
  { name: '怎么改', width: 0 },
] as const;

export const tableHead = (): string => line(columns.map(({ name }) => name));

/** One line a finding, columns padded for a terminal where a hanzi is two cells wide. */
export function findingLines(id: string, findings: readonly Finding[]): string[] {
  return findings.map(({ severity, field, words, article, advice }) =>
    line([
      id,
      severity === 'error' ? '必须改' : '说理由',
      fieldName(field),
      words.replace(/\s+/g, ' ') || '（空）',
      article,
      advice,
    ]),
  );
}

const line = (cells: readonly string[]): string =>
  cells
    .map((cell, place) => fit(cell, columns[place]?.width ?? 0))
    .join('  ')
    .trimEnd();

function fit(text: string, width: number): string {
  if (width === 0) return text;
  let cells = 0;
  let kept = '';
  for (const character of text) {
    const wide =
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u.test(
        character,
      )
        ? 2
        : 1;
    if (cells + wide > width - (kept.length < text.length - character.length ? 1 : 0))
      return `${kept}…`.padEnd(kept.length + 1 + Math.max(0, width - cells - 1));
    kept += character;
    cells += wide;
  }
  return kept + ' '.repeat(Math.max(0, width - cells));
}

export interface Tally {
  adverts: number;
  withFindings: number;
  errors: number;
  warnings: number;
}

export function closingLines(
  { adverts, withFindings, errors, warnings }: Tally,
  absentColumns: readonly string[],
): string[] {
  const absent =
    absentColumns.length > 0 ? [`文件里没有这些列，没查有没有漏填：${absentColumns.join('、')}`] : [];
  if (adverts === 0) return ['文件里只有表头，没有岗位', ...absent];
  if (withFindings === 0) return [`查了 ${adverts} 条，都没有问题`, ...absent];
  return [
    `查了 ${adverts} 条，${withFindings} 条要看：必须改 ${errors} 处，要说理由 ${warnings} 处`,
    ...absent,
  ];
}
