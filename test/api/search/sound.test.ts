import { expect, test } from 'vitest';
import { initialsOf, merged, soundKey, splitPinyin, syllablesOf } from '../../../api/search/sound.ts';

test('hanzi have syllables and initials', () => {
  expect(syllablesOf('电焊工')).toEqual(['dian', 'han', 'gong']);
  expect(initialsOf('电焊工')).toBe('dhg');
});

test('江都 is read as the place', () => {
  expect(syllablesOf('江都会计')).toEqual(['jiang', 'du', 'kuai', 'ji']);
});

test.each([
  ['nan', 'lan'],
  ['xing', 'xin'],
  ['zhang', 'zang'],
  ['shen', 'seng'],
  ['chuan', 'cuan'],
])('%s and %s are one sound to a local ear', (one, other) => {
  expect(merged(one)).toBe(merged(other));
});

test('ban and pan stay two sounds', () => {
  expect(merged('ban')).not.toBe(merged('pan'));
});

test('保结 sounds like 保洁', () => {
  expect(soundKey('保结')).toBe(soundKey('保洁'));
});

test.each([
  ['dianhangong', ['dian', 'han', 'gong']],
  ["xi'an", ['xi', 'an']],
  ['lvhua', ['lv', 'hua']],
  ['zuangxiu', ['zuang', 'xiu']],
  ['cnc', null],
  ['xq', null],
])('%s is split into syllables', (letters, syllables) => {
  expect(splitPinyin(letters)).toEqual(syllables);
});
