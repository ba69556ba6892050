import { expect, it } from 'vitest';
import { groupOfBenefit } from '../../../web/openings/benefit-groups.ts';

it.each([
  ['包吃', 'board'],
  ['餐补', 'board'],
  ['班车', 'board'],
  ['日结', 'rhythm'],
  ['两班倒', 'shift'],
  ['双休', 'shift'],
  ['加班补助', 'insurance'],
  ['五险一金', 'insurance'],
  ['接受50岁以上', 'suits'],
  ['接送孩子可早走', 'suits'],
  ['从没见过的词', 'other'],
])('%s stands among %s', (benefit, group) => {
  expect(groupOfBenefit(benefit)).toBe(group);
});
