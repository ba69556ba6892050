import { expect, it } from 'vitest';
import { readWorkers } from '../../api/workers.ts';

const external = 'postgres://x';

it('one process unless more are asked for', () => {
  expect(readWorkers([], null)).toBe(1);
  expect(readWorkers(['--workers', '3'], external)).toBe(3);
});

it('several processes on the embedded database are refused in plain words', () => {
  expect(() => readWorkers(['--workers', '2'], null)).toThrow('内置数据库只能有一个主人');
});

it.each([['0'], ['1.5'], ['many'], ['65']])('%s processes are refused', (count) => {
  expect(() => readWorkers(['--workers', count], external)).toThrow('1 到 64');
});

it('an unknown argument is refused rather than ignored', () => {
  expect(() => readWorkers(['--worker', '2'], external)).toThrow('--workers');
});
