import type pg from 'pg';
import { hashOfToken, newToken } from '../../api/accounts/secrets.ts';
import { putPerson } from '../../api/accounts/store.ts';
import { insertSession } from '../../api/accounts/session-store.ts';
import { roles as staffRoles, type Role } from '../../api/accounts/contract.ts';
import { addStaff, testNow } from '../support/accounts.ts';

/** Everybody who can ask: nobody, two people, a member of staff of every role, a terminal. */
export type Roles = {
  names: readonly string[];
  /** Null for nobody. */
  cookieOf: (name: string) => string | null;
  /** Signs everybody in again: requests end sessions, close accounts, take roles away. */
  renew: () => Promise<void>;
};

const phones = { 'person-a': '13800000001', 'person-b': '13800000002' };

export async function createRoles(pool: pg.Pool): Promise<Roles> {
  const cookies = new Map<string, string>();
  const staff = new Map<Role, string>();
  for (const role of staffRoles) {
    const { accountId } = await addStaff(pool, { roles: [role], divisions: ['3210'] });
    staff.set(role, accountId);
  }
  const terminal = newToken();
  const { rows } = await pool.query<{ id: string }>('select min(id) as id from service_points');
  const hasTerminal = rows[0]!.id !== null;

  const signIn = async (name: string, accountId: string) => {
    const token = newToken();
    const session = { hash: hashOfToken(token), accountId, device: '', now: testNow };
    await insertSession(pool, { ...session, idleSeconds: 30 * 86_400, longestSeconds: 90 * 86_400 });
    cookies.set(name, `session=${token}`);
  };
  const renew = async () => {
    await pool.query('truncate limits, one_time_codes');
    await pool.query('delete from sessions');
    for (const [name, phone] of Object.entries(phones))
      await signIn(name, (await putPerson(pool, phone, testNow))!.id);
    for (const [role, id] of staff) {
      await pool.query(
        `update accounts set disabled_at = null, roles = array[$2]::text[], divisions = '{3210}' where id = $1`,
        [id, role],
      );
      await signIn(role, id);
    }
    if (!hasTerminal) return;
    cookies.set('terminal', `terminal=${terminal}`);
    await pool.query(
      `insert into terminals (service_point_id, token_hash, paired_by, paired_at)
       select min(id), $1, 'staff:1', $2 from service_points
       on conflict (token_hash) do update set revoked_at = null`,
      [hashOfToken(terminal), testNow],
    );
  };
  await renew();
  return {
    names: ['nobody', ...Object.keys(phones), ...staffRoles, ...(hasTerminal ? ['terminal'] : [])],
    cookieOf: (name) => cookies.get(name) ?? null,
    renew,
  };
}

/** Who an audience lets in, said once more than in the code under test. */
export function admittedTo(audience: string, names: readonly string[]): readonly string[] {
  const wanted: Record<string, (name: string) => boolean> = {
    anyone: () => true,
    person: (name) => name.startsWith('person'),
    member: (name) => name !== 'nobody' && name !== 'terminal',
    staff: (name) => ['point-staff', 'reviewer', 'county-manager', 'city-administrator'].includes(name),
    reviewer: (name) => ['reviewer', 'county-manager', 'city-administrator'].includes(name),
    manager: (name) => ['county-manager', 'city-administrator'].includes(name),
  };
  return names.filter(wanted[audience] ?? ((name) => name === audience));
}
