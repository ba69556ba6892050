import { expect, it } from 'vitest';
import { en } from '../../../web/text/en.ts';
import { zhCn } from '../../../web/text/zh-cn.ts';

/** Keys of nested sentences as paths; the words of a list count, not what they say. */
function paths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`));
}

it('both languages have the same sentences', () => {
  expect(paths(en).sort()).toEqual(paths(zhCn).sort());
});

it('the page never says what a neighbour would not say', () => {
  const never = /系统繁忙|操作失败|请求异常|非法输入|敬请期待|亲，|温馨提示|您|！|高薪|急聘/;
  const sentences = JSON.stringify(zhCn, (_, value) => (typeof value === 'function' ? String(value) : value));
  expect(sentences).not.toMatch(never);
});
