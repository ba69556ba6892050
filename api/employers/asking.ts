import type pg from 'pg';
import { actorOf, type Person } from '../accounts/viewer.ts';
import type { Database } from '../db/database.ts';
import { once } from '../db/once.ts';
import { transact } from '../db/transact.ts';
import type { AnyEndpoint } from '../endpoint.ts';
import type { Asked } from '../http/asked.ts';
import { Refusal } from '../refusals.ts';
import { findLastReviewOfEmployer } from '../reviews/asking-store.ts';
import { toDeskEmployer } from './items.ts';
import { findInvitations, findMembers } from './members-store.ts';
import { findEmployer, findLicences, roleIn } from './store.ts';
import { findWorkplaces } from './workplaces-store.ts';

/** The same words for an employer that is not there and one that is somebody else's. */
export function noEmployer(): Refusal {
  return new Refusal('missing', 'employer.missing', '没有这家单位');
}

type OfEmployer = { params: { employerId: string }; viewer: Person };

/** The person's role in the employer asked about; to a stranger it is not there. */
export async function mustBelong(db: Database, { params, viewer }: OfEmployer): Promise<'owner' | 'member'> {
  const role = await roleIn(db, viewer.accountId, params.employerId);
  if (role === null) throw noEmployer();
  return role;
}

/** Does something in one transaction, once for an idempotency key. */
export function change<T>(
  db: pg.Pool,
  asked: Pick<Asked<AnyEndpoint>, 'params' | 'body' | 'now' | 'idempotencyKey'> & { viewer: Person },
  endpointId: string,
  work: (tx: pg.PoolClient, asking: { accountId: string; by: string; now: Date }) => Promise<T>,
): Promise<T> {
  const { params, body, now, idempotencyKey: key, viewer } = asked;
  const by = actorOf(viewer);
  return transact(db, (tx) =>
    once(tx, { actor: by, key, endpointId, body: { params, body: body ?? null }, now }, () =>
      work(tx, { accountId: viewer.accountId, by, now }),
    ),
  );
}

/** An employer as one of its members sees it; to a stranger it is not there. */
export async function readEmployer(db: Database, id: string, accountId: string, now: Date) {
  const role = await roleIn(db, accountId, id);
  const row = role && (await findEmployer(db, id));
  if (!role || !row) throw noEmployer();
  const parts = {
    members: await findMembers(db, id),
    invitations: await findInvitations(db, id, now),
    licences: await findLicences(db, id),
    workplaces: await findWorkplaces(db, id),
    review: await findLastReviewOfEmployer(db, id),
  };
  return toDeskEmployer(row, parts, { accountId, role }, now);
}
