import { describe, expect, it } from 'vitest';
import { groupCode, readCode } from '../../../web/openings/code.ts';

describe('the code of an opening', () => {
  it('is shown in groups of three', () => {
    expect(groupCode('K7M2QX')).toBe('K7M 2QX');
  });

  it.each(['K7M 2QX', 'k7m2qx', 'Ｋ７Ｍ２ＱＸ', 'k7m-2qx'])('is read from %s', (text) => {
    expect(readCode(text)).toEqual({ code: 'K7M2QX' });
  });

  it('says how many are missing', () => {
    expect(readCode('K7M')).toEqual({ fault: { missing: 3 } });
  });

  it('says when there are too many, or signs that no code has', () => {
    expect(readCode('K7M2QXX')).toEqual({ fault: 'long' });
    expect(readCode('K7M?QX')).toEqual({ fault: 'bad' });
  });
});
