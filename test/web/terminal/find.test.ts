import { expect, it } from 'vitest';
import type { TerminalOpening } from '../../../api/terminals/contract.ts';
import { commonJobs, findByLetters, stillOpen } from '../../../web/terminal/find.ts';

const opening = (title: string, sound: string, initials: string, more: Partial<TerminalOpening> = {}) =>
  ({
    title,
    occupation: title,
    sound,
    initials,
    expiresAt: '2026-12-01T00:00:00Z',
    ...more,
  }) as TerminalOpening;

const openings = [
  opening('包装工', 'baozhuanggong liutingshipin', 'bzg ltsp'),
  opening('保洁员', 'baojieyuan yunwanwuye', 'bjy ywwy'),
  opening('小区保洁', 'xiaoqubaojie yunwanwuye', 'xqbj ywwy'),
  opening('电焊工', 'dianhangong hedujixie', 'dhg hdjx'),
];
const found = (letters: string) => findByLetters(openings, letters).map(({ title }) => title);

it('whole sounds from their beginning come before those within', () => {
  expect(found('baojie')).toEqual(['保洁员', '小区保洁']);
  expect(found('bao')).toEqual(['包装工', '保洁员', '小区保洁']);
});

it('initials find too, and the employer counts', () => {
  expect(found('bj')).toEqual(['保洁员', '小区保洁']);
  expect(found('hedu')).toEqual(['电焊工']);
});

it('nothing typed finds nothing, and neither does what nothing sounds like', () => {
  expect(found('')).toEqual([]);
  expect(found('zz')).toEqual([]);
  expect(found("' or 1=1")).toEqual([]);
});

it('the commonest work stands first, as many as there is room for', () => {
  const many = [...openings, opening('电焊工', '', '')];
  expect(commonJobs(many, 2)).toEqual([
    { occupation: '电焊工', count: 2 },
    { occupation: '包装工', count: 1 },
  ]);
});

it('what has run out while the network was gone is not shown', () => {
  const late = opening('过期的', '', '', { expiresAt: '2026-11-23T02:00:00Z' });
  expect(stillOpen([late, ...openings], new Date('2026-11-23T02:00:00Z'))).toEqual(openings);
});
