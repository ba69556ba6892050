import { describe, expect, it } from 'vitest';
import { typeOfBytes } from '../../../api/employers/licence-file.ts';
import { checkPlace } from '../../../api/employers/place.ts';
import {
  isNameFixed,
  isReverifyDue,
  readCreditCode,
  refuseAsking,
  refuseCode,
  refuseLeaving,
  verifiedUntil,
  wantedOf,
} from '../../../api/employers/rules.ts';
import { findDivision } from '../../../geodata/divisions.ts';
import { towns } from '../../../geodata/towns.ts';

describe('codes', () => {
  it('are read without spaces, in any width and case', () => {
    expect(readCreditCode(' ９１３５０１００ m000100y43 ')).toBe('91350100M000100Y43');
  });

  it('that fail only the sum pass with a reason, all others never', () => {
    expect(refuseCode('91350100M000100Y43', '')).toBeNull();
    expect(refuseCode('91350100M0001TGQXM', '')?.faults[0]?.code).toBe('code.sum');
    expect(refuseCode('91350100M0001TGQXM', '早年发的码')).toBeNull();
    for (const code of ['', '123', '91350100M0001TGQXO', '91350100m0001tgqxm', '91350100M0001TGQXMM'])
      expect(refuseCode(code, '早年发的码')?.faults[0]?.code).toBe('code.format');
  });
});

describe('papers', () => {
  it.each([
    ['2026-11-23T02:00:00Z', '2027-05-23T02:00:00.000Z'],
    // The 31st of August, half a year on: February has no 31st.
    ['2026-08-31T02:00:00Z', '2027-02-28T02:00:00.000Z'],
    // Already the next day in Yangzhou.
    ['2026-08-30T18:00:00Z', '2027-02-27T18:00:00.000Z'],
  ])('looked at on %s are good until %s', (from, until) => {
    expect(verifiedUntil(new Date(from)).toISOString()).toBe(until);
  });

  it('are due a month before their end, and after it', () => {
    const now = new Date('2026-11-23T02:00:00Z');
    const due = (day: string) =>
      isReverifyDue({ standing: 'verified', verifiedUntil: new Date(`${day}T02:00:00Z`) }, now);
    expect([due('2026-12-24'), due('2026-12-22'), due('2026-11-01')]).toEqual([false, true, true]);
    expect(isReverifyDue({ standing: 'new', verifiedUntil: null }, now)).toBe(false);
  });

  it('are asked about only when everything is there', () => {
    const whole = { industry: 'C', size: '1-9人', address: '东街 1 号', lng: 119.4 };
    expect(wantedOf(whole, 1)).toEqual([]);
    expect(wantedOf({ ...whole, size: null, lng: null }, 0)).toEqual(['profile', 'place', 'licence']);
    expect(refuseAsking('new', ['licence'])?.message).toBe('还差：营业执照');
    expect(refuseAsking('banned', [])?.code).toBe('employer.banned');
    expect(refuseAsking('refused', [])).toBeNull();
  });

  it.each<[string, string, string | null]>([
    ['a JPEG', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['a PNG', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['a WebP', 'RIFF\x00\x00\x00\x00WEBP', 'image/webp'],
    ['a PDF', '%PDF-1.7', 'application/pdf'],
    ['another RIFF', 'RIFF\x00\x00\x00\x00WAVE', null],
    ['an SVG', '<svg xmlns=', null],
    ['a page that names a PDF', '<!-- %PDF-', null],
    ['a GIF', 'GIF89a', null],
    ['nothing', '', null],
  ])('%s is told by its first bytes', (_what, head, type) => {
    expect(typeOfBytes(Buffer.from(head, 'latin1'))).toBe(type);
  });
});

describe('people', () => {
  it('the last owner stays', () => {
    const members = [
      { accountId: '1', role: 'owner' as const },
      { accountId: '2', role: 'member' as const },
    ];
    expect(refuseLeaving(members, '1')?.code).toBe('employer.last-owner');
    expect(refuseLeaving(members, '2')).toBeNull();
    expect(refuseLeaving([...members, { accountId: '3', role: 'owner' }], '1')).toBeNull();
  });

  it('a name people know waits for a reviewer', () => {
    expect((['imported', 'verified', 'banned'] as const).every(isNameFixed)).toBe(true);
    expect((['new', 'returned', 'refused'] as const).some(isNameFixed)).toBe(false);
  });
});

describe('a place', () => {
  const at = (code: string) => findDivision(code)!.seat;
  const check = (address: string, town: string, place: { lng: number; lat: number }) => {
    const { faults, doubts } = checkPlace({ address, town, place });
    return [...faults, ...doubts].map(({ code }) => code);
  };

  it('at the seat of every town but those on the water is right', () => {
    for (const { code, name, seat } of towns)
      expect(check(`${name}中心街 1 号`, code, seat).filter((found) => found !== 'place.in-water')).toEqual(
        [],
      );
  });

  it('in another county is a fault, abroad too, far from the seat a doubt', () => {
    expect(check('东街', '321003103', at('321084001'))).toEqual(['place.outside-county']);
    expect(check('东街', '321003103', { lng: 121.47, lat: 31.23 })).toEqual(['place.outside-county']);
    expect(check('东街', '321003103', at('321003100'))).toEqual(['place.far-from-town']);
    expect(check('东街', '321003999', at('321003100'))).toEqual(['town.unknown']);
  });

  it('whose address names another town is a doubt', () => {
    expect(check('公道镇振兴路 1 号', '321003103', at('321003103'))).toEqual(['address.other-town']);
    expect(check('瓜洲镇公道镇路口', '321003103', at('321003103'))).toEqual([]);
  });

  it('in the development zone, which has no outline, is taken by the ground it lies on', () => {
    expect(check('施桥镇', '321071150', at('321071150'))).toEqual([]);
  });
});
