import { expect, it } from 'vitest';
import { applicationsEn } from '../../../web/text/applications-en.ts';
import { applicationsZhCn } from '../../../web/text/applications-zh-cn.ts';

function paths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`));
}

it('both languages have the same sentences about answering', () => {
  expect(paths(applicationsEn).sort()).toEqual(paths(applicationsZhCn).sort());
});

it('nothing about answering is said that a neighbour would not say', () => {
  const never = /系统繁忙|操作失败|请求异常|非法输入|敬请期待|亲，|温馨提示|您|！|高薪|急聘/;
  const sentences = JSON.stringify(applicationsZhCn, (_, value) =>
    typeof value === 'function' ? String(value) : value,
  );
  expect(sentences).not.toMatch(never);
});
