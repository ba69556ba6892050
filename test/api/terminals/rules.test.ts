import { expect, it } from 'vitest';
import {
  clockOffSeconds,
  type Heard,
  isClockOff,
  readBeat,
  readPairingCode,
  tasksOf,
} from '../../../api/terminals/rules.ts';

const heard: Heard = { state: 'working', sequence: 7, nonce: 'aaaaaaaa', printer: 'ready', paper: 'ok' };
const beat = { sequence: 8, nonce: 'bbbbbbbb', works: true, printer: 'ready', paper: 'ok' } as const;

it('a beat with a number not heard of is the next, whatever was left out', () => {
  expect(readBeat(heard, beat)).toBe('next');
  expect(readBeat(heard, { ...beat, sequence: 900 })).toBe('next');
});

it('the same beat once more is taken for what it is', () => {
  expect(readBeat(heard, { ...beat, sequence: 7, nonce: 'aaaaaaaa' })).toBe('again');
});

it('a number that was used already, with another nonce, is a second machine', () => {
  expect(readBeat(heard, { ...beat, sequence: 7 })).toBe('other');
  expect(readBeat(heard, { ...beat, sequence: 3, nonce: 'aaaaaaaa' })).toBe('other');
});

it('once two machines were seen neither is believed', () => {
  expect(readBeat({ ...heard, state: 'contested' }, beat)).toBe('other');
});

it.each([
  [0, 0],
  [1499, 1],
  [-90_000, -90],
  [-10 * 365 * 86_400_000, -315_360_000],
  [8.64e15, 2 ** 31 - 1],
  [-8.64e15, -(2 ** 31 - 1)],
])('a clock %d ms off is %d seconds off', (offMs, seconds) => {
  const now = new Date('2026-11-23T02:00:00Z');
  expect(clockOffSeconds(now.getTime() + offMs, now)).toBe(seconds);
});

it('two minutes of a clock are nobody’s business', () => {
  expect(isClockOff(120)).toBe(false);
  expect(isClockOff(-121)).toBe(true);
  expect(isClockOff(null)).toBe(false);
});

it('what a terminal needs becomes tasks, each told in words', () => {
  const needs = (change: Partial<Heard>) => [...tasksOf({ ...heard, label: '大厅', ...change }).keys()];
  expect(needs({})).toEqual([]);
  expect(needs({ paper: 'low' })).toEqual([]);
  expect(needs({ state: 'silent' })).toEqual(['terminal-silent']);
  expect(needs({ state: 'contested' })).toEqual(['terminal-broken']);
  expect(needs({ state: 'broken', paper: 'out' })).toEqual(['terminal-broken', 'out-of-paper']);
  expect(needs({ printer: 'broken' })).toEqual(['terminal-broken']);
  expect(tasksOf({ ...heard, label: '大厅', paper: 'out' }).get('out-of-paper')).toContain('“大厅”');
});

it.each([
  ['12345678', '12345678'],
  ['1234 5678', '12345678'],
  ['１２３４５６７８', '12345678'],
  ['1234567', null],
  ['123456789', null],
  ['1234567a', null],
])('a pairing code typed as %s reads as %s', (typed, code) => {
  expect(readPairingCode(typed)).toBe(code);
});
