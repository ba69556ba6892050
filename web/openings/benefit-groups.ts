export type BenefitGroup = 'board' | 'rhythm' | 'shift' | 'insurance' | 'suits' | 'other';

export const benefitGroups: readonly BenefitGroup[] = [
  'board',
  'rhythm',
  'shift',
  'suits',
  'insurance',
  'other',
];

// First match decides: 接送孩子可早走 is about whom it suits, not about the bus.
const patterns: readonly [BenefitGroup, RegExp][] = [
  ['suits', /岁|学历|夫妻|手机|学徒|新手|退休|残疾|孩子|应届|无经验|可培训|带教/],
  ['rhythm', /[日周月]结|计件|按天|当天|准时发|底薪|提成/],
  ['board', /包吃|包住|吃住|餐|饭|住宿|宿舍|房补|班车|接送|车补|交通/],
  ['insurance', /险|公积金|年假|体检|补|津贴|节日|奖|福利/],
  ['shift', /班|休|半天|弹性|周末/],
];

/** Where a benefit stands among the filters. Words the list has never seen go to the last group. */
export function groupOfBenefit(benefit: string): BenefitGroup {
  return patterns.find(([, pattern]) => pattern.test(benefit))?.[0] ?? 'other';
}
