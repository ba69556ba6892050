import { describe, expect, test } from 'vitest';
import type { Role } from '../../../api/accounts/contract.ts';
import type { StaffMember } from '../../../api/accounts/viewer.ts';
import { mayChange, mayInviteAgain, refuseGrant } from '../../../api/staff/rules.ts';

const viewer = (role: Role, ...divisions: string[]): StaffMember => ({
  kind: 'staff',
  accountId: '1',
  name: '顾建国',
  roles: [role],
  divisions,
});
const county = viewer('county-manager', '321003');
const city = viewer('city-administrator', '3210');

describe('what a manager may give', () => {
  const refused = (by: StaffMember, roles: Role[], ...divisions: string[]) =>
    refuseGrant(by, { roles, divisions })?.code ?? null;

  test('roles up to the own, in divisions under the own', () => {
    expect(refused(county, ['point-staff', 'reviewer'], '321003103')).toBeNull();
    expect(refused(county, ['county-manager'], '321003')).toBeNull();
    expect(refused(city, ['city-administrator'], '3210')).toBeNull();
  });

  test('never above', () => {
    expect(refused(county, ['city-administrator'], '321003')).toBe('role.above');
    expect(refused(county, ['point-staff'], '321023')).toBe('division.foreign');
    expect(refused(county, ['point-staff'], '3210')).toBe('division.foreign');
  });

  test('nobody gives the system and the log together with the work', () => {
    expect(refused(city, ['auditor'], '3210')).toBe('role.apart');
    expect(refused(city, ['city-administrator', 'system-administrator'], '3210')).toBe('role.apart');
  });
});

describe('whom a manager may change', () => {
  const may = (roles: Role[], divisions: string[], id = '2') => mayChange(county, { id, roles, divisions });

  test('those at or under him whose divisions are all his', () => {
    expect(may(['point-staff'], ['321003103'])).toBe(true);
    expect(may(['county-manager'], ['321003'])).toBe(true);
    expect(may(['point-staff'], ['321003103', '321023'])).toBe(false);
    expect(may(['city-administrator'], ['321003'])).toBe(false);
    expect(may(['auditor'], ['321003'])).toBe(false);
  });

  test('not himself', () => expect(may(['county-manager'], ['321003'], '1')).toBe(false));

  test('a link for another password: not for equals who have one', () => {
    const may = (role: Role, invited: boolean) =>
      mayInviteAgain(county, { id: '2', roles: [role], divisions: ['321003'], invited });
    expect([may('point-staff', false), may('county-manager', true)]).toEqual([true, true]);
    expect([may('county-manager', false), may('city-administrator', true)]).toEqual([false, false]);
  });
});
