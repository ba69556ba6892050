import type { OpeningItem } from '../../api/openings/contract.ts';

type Salary = Pick<OpeningItem['salary'], 'min' | 'max' | 'unit'>;

const per = { 月: '/月', 日: '/天', 时: '/时', 件: '/件' } as const;

/**
 * The shortest form of a pay that is still true, for a pin: `5500 起`, `5200/月` when it is fixed, `180/天`, `20/时`,
 * `面议`. Yuan; no thousands comma.
 */
export function payLabel({ min, max, unit }: Salary): string {
  if (unit === '面议') return '面议';
  if (min === null) return max === null ? '面议' : `${max}${per[unit]}内`;
  if (unit === '月' && min !== max) return `${min} 起`;
  return `${min}${per[unit]}`;
}

const LONGEST_TITLE = 6;
const CUT_TITLE = 5;
/** Endings that say little more than “somebody who does it”. */
const ENDING = /(服务员|操作工|操作员|工作人员|技术员|管理员|工程师|人员|专员)$/u;

/**
 * A title as a pin holds it: without what stands in brackets or after a stroke, without a long ending, and cut to five
 * letters where it is still longer than six (a sixth letter is mostly the 工 or 员 that makes it a word).
 */
export function shortTitle(title: string): string {
  const plain =
    title
      .replace(/[（(【[].*$/u, '')
      .split(/[/／|、,，]/u)[0]!
      .trim() || title.trim();
  if ([...plain].length <= LONGEST_TITLE) return plain;
  const shorter = [...plain.replace(ENDING, '')];
  return shorter.length <= LONGEST_TITLE ? shorter.join('') : `${shorter.slice(0, CUT_TITLE).join('')}…`;
}
