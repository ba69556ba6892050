import type { z } from 'zod';
import type { Fault } from '../refusals.ts';

/** Sentences for the codes that contracts use as messages. */
const sentences: Record<string, string> = {
  'near.needed': '要先给出 near=经度,纬度，才能按距离找',
  'bbox.order': '顺序是 最小经度,最小纬度,最大经度,最大纬度，前两个不能比后两个大',
  'area.corners': '圈写成 经度,纬度,经度,纬度…，3 到 60 个点',
  'area.outside': '圈要在中国境内，每个点先写经度再写纬度',
  'code.six-digits': '县（区、市）代码是 6 位数字',
  'code.nine-digits': '镇（街道）代码是 9 位数字',
  'code.digits': '区划代码是 4、6 或 9 位数字',
  'industry.letter': '行业写门类的字母，A 到 T',
  'id.digits': '编号只能是数字',
  'phone.mobile': '手机号是 1 开头的 11 位数字',
  'login.letters': '登录名用小写字母、数字、点或横线，2 到 39 个',
  'code.six': '验证码是 6 位数字',
};

/** Names every fault of a refused query, path or body, in Chinese. */
export function readFaults(place: Fault['in'], issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) => ({
        in: place,
        name: place === 'body' ? [...issue.path, name].join('.') : name,
        code: 'unknown',
        detail: '没有这个参数',
      }));
    // In a body a fault may be deep inside: `hours.2.fromMinute`.
    const name = place === 'body' ? issue.path.join('.') : String(issue.path[0] ?? '');
    return [{ in: place, name, code: codeOf(issue), detail: sentences[issue.message] ?? sentenceOf(issue) }];
  });
}

function codeOf(issue: z.core.$ZodIssue): string {
  return sentences[issue.message] ? issue.message : issue.code.replaceAll('_', '-');
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return '少了这一项';
      return `应该是${typeNames[issue.expected] ?? '别的类型'}`;
    case 'too_small':
      return issue.origin === 'number' ? `不能小于 ${issue.minimum}` : `太短，至少 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'number' ? `不能大于 ${issue.maximum}` : `太长，最多 ${issue.maximum}`;
    case 'invalid_value':
      return `只能是：${issue.values.join('、')}`;
    default:
      return '格式不对';
  }
}

const typeNames: Record<string, string> = {
  number: '数字',
  int: '整数',
  string: '文字（只写一次）',
  boolean: ' true 或 false',
  tuple: '用逗号隔开的数字',
  array: '用逗号隔开的几项',
};
