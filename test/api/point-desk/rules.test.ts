import { describe, expect, test } from 'vitest';
import type { StaffMember } from '../../../api/accounts/viewer.ts';
import { answerDueAt, changedFields, checkDueAt, refuseFacts, tidy } from '../../../api/point-desk/rules.ts';
import { pointFacts } from './facts.ts';

const at = (shanghai: string) => new Date(`${shanghai}+08:00`);
const viewer = (...divisions: string[]): StaffMember => ({
  kind: 'staff',
  accountId: '1',
  name: '顾建国',
  roles: ['point-staff'],
  divisions,
});

describe('when somebody has to look again', () => {
  const createdAt = at('2026-11-01T00:00:00');

  test('a village’s point half a year after it was checked, a county’s sooner', () => {
    const checkedAt = at('2026-11-23T10:00:00');
    expect(checkDueAt({ level: 'village', checkedAt, createdAt })).toEqual(at('2027-05-22T10:00:00'));
    expect(checkDueAt({ level: 'county', checkedAt, createdAt })).toEqual(at('2027-02-21T10:00:00'));
  });

  test('one that nobody has looked at, a month after it came', () => {
    expect(checkDueAt({ level: 'county', checkedAt: null, createdAt })).toEqual(at('2026-12-01T00:00:00'));
  });
});

describe('when a visitor has an answer', () => {
  test.each([
    ['2026-11-23T08:40:00', '2026-11-23T17:30:00'],
    ['2026-11-23T12:00:00', '2026-11-24T17:30:00'],
    ['2026-11-27T15:00:00', '2026-11-30T17:30:00'],
    ['2026-09-30T15:00:00', '2026-10-08T17:30:00'],
    // A Saturday that is worked.
    ['2026-10-10T09:00:00', '2026-10-10T17:30:00'],
  ])('reported at %s: by %s', (reported, due) => {
    expect(answerDueAt(at(reported))).toEqual(at(due));
  });
});

describe('facts that are saved', () => {
  const faults = (staff: StaffMember, said: Parameters<typeof pointFacts>[0]) =>
    refuseFacts(staff, pointFacts(), pointFacts(said), '')?.faults.map(({ code }) => code) ?? [];

  test('stand when nothing is wrong with them', () => {
    expect(faults(viewer('3210'), {})).toEqual([]);
    expect(faults(viewer('321003103'), { telephones: ['13800000000', '12333', '0514-80000001-8'] })).toEqual(
      [],
    );
  });

  test('stay within the jurisdiction, in a division there is, of its level', () => {
    expect(faults(viewer('321003103'), { division: '321023100' })).toContain('division.foreign');
    expect(faults(viewer('3210'), { division: '321003999' })).toEqual(['division.unknown']);
    expect(faults(viewer('3210'), { level: 'village' })).toEqual(['level.division']);
  });

  test('hold telephones that can be dialled', () => {
    expect(faults(viewer('3210'), { telephones: ['找老王'] })).toEqual(['telephone.digits']);
  });

  test('tell every fault at once', () => {
    const week = [{ weekday: 1, fromMinute: 600, toMinute: 540 }];
    expect(faults(viewer('3210'), { telephones: ['x'.repeat(5)], weekly: week })).toHaveLength(2);
  });

  test('ask about a pin only when it was moved', () => {
    const lake = { lng: 119.3, lat: 32.85, source: 'list', quality: 'imported' as const };
    const staff = viewer('3210');
    expect(refuseFacts(staff, pointFacts(), pointFacts({ place: lake }), '')?.code).toBe('pin.doubtful');
    expect(
      refuseFacts(staff, pointFacts({ place: lake }), pointFacts({ place: lake, name: '新名' }), ''),
    ).toBeNull();
    expect(refuseFacts(staff, null, pointFacts({ place: lake }), '')?.code).toBe('pin.doubtful');
  });

  test('are put in order: the same said differently is no change', () => {
    const facts = pointFacts();
    const other = pointFacts({
      weekly: [...facts.weekly].reverse(),
      services: [...facts.services, '求职登记'],
      serviceChanges: { 不办的事: { fee: '5 元' }, 求职登记: {} },
    });
    expect(changedFields(facts, tidy(other))).toEqual([]);
    expect(changedFields(facts, tidy(pointFacts({ address: '别处' })))).toEqual(['address']);
  });
});
