import type pg from 'pg';
import request from 'supertest';
import { currentConsent } from '../../../api/applications/contract.ts';
import { addPerson, type SignedIn } from '../../support/accounts.ts';
import type { TestApp } from '../../support/app.ts';
import { makeCreditCode } from '../../support/lists.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

export type MadeOpening = { id: string; code: string; employerId: string };

let made = 0;
/** A mobile number nobody has yet. */
export const newPhone = (): string => `139${String(++made).padStart(8, '0')}`;

/** A published opening of an employer of its own, and somebody who belongs to it. */
export async function makeDesk(
  pool: pg.Pool,
  running: TestApp,
  change: Parameters<typeof makeOpening>[0] = {},
): Promise<{ opening: MadeOpening; boss: SignedIn }> {
  const creditCode = makeCreditCode(700 + ++made);
  const opening = await makeOne(pool, { creditCode, ...change });
  const boss = await addPerson(pool, newPhone());
  await join(pool, opening.employerId, boss);
  await running.settle();
  return { opening, boss };
}

export async function join(pool: pg.Pool, employerId: string, person: SignedIn): Promise<void> {
  await pool.query(
    `insert into employer_members (employer_id, account_id, role, since) values ($1::bigint, $2::bigint, 'owner', now())`,
    [employerId, person.accountId],
  );
}

export async function makeOne(
  pool: pg.Pool,
  change: Parameters<typeof makeOpening>[0],
): Promise<MadeOpening> {
  const opening = makeOpening(change);
  await addOpenings(pool, [opening]);
  const { rows } = await pool.query<MadeOpening>(
    `select id::text as id, code, employer_id::text as "employerId" from openings where external_id = $1`,
    [opening.externalId],
  );
  return rows[0]!;
}

/** Sends an application as a page of ours would. */
export function apply(
  running: TestApp,
  person: SignedIn,
  opening: MadeOpening,
  change: { name?: string; message?: string; key?: string; consent?: object } = {},
) {
  const { name = '杨小川', message = '干过 3 年，下个月能来。', key, consent } = change;
  const posted = request(running.app).post(`/api/openings/${opening.id}/applications`).set(person.headers);
  if (key) posted.set('Idempotency-Key', key);
  return posted.send({
    name,
    message,
    consent: consent ?? { version: currentConsent, employerId: opening.employerId },
  });
}
