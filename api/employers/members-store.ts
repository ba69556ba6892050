import type { Database } from '../db/database.ts';

export type MemberRow = { accountId: string; phone: string | null; role: 'owner' | 'member'; since: Date };

/** Who belongs to an employer, owners first. */
export async function findMembers(db: Database, employerId: string): Promise<MemberRow[]> {
  const { rows } = await db.query<MemberRow>(
    `select m.account_id::text as "accountId", a.phone, m.role, m.since
       from employer_members m join accounts a on a.id = m.account_id
      where m.employer_id = $1::bigint order by m.role desc, m.since, m.account_id`,
    [employerId],
  );
  return rows;
}

/** Numbers of those who belong to an employer, for messages. */
export async function phonesOf(db: Database, employerId: string): Promise<string[]> {
  const { rows } = await db.query<{ phone: string }>(
    `select a.phone from employer_members m join accounts a on a.id = m.account_id
      where m.employer_id = $1::bigint and a.phone is not null and a.disabled_at is null order by m.since`,
    [employerId],
  );
  return rows.map(({ phone }) => phone);
}

/** A person belongs to an employer from now on; who does already stays what they are, or becomes an owner. */
export async function addMember(
  tx: Database,
  member: { employerId: string; accountId: string; role: 'owner' | 'member'; now: Date },
): Promise<void> {
  await tx.query(
    `insert into employer_members (employer_id, account_id, role, since) values ($1::bigint, $2::bigint, $3, $4)
     on conflict (employer_id, account_id) do update set role = 'owner' where excluded.role = 'owner'`,
    [member.employerId, member.accountId, member.role, member.now],
  );
}

/** Holds an employer's members until the transaction ends, so that the last two owners cannot both leave. */
export async function lockMembers(tx: Database, employerId: string): Promise<void> {
  await tx.query('select 1 from employers where id = $1::bigint for update', [employerId]);
}

export async function deleteMember(tx: Database, employerId: string, accountId: string): Promise<void> {
  await tx.query('delete from employer_members where employer_id = $1::bigint and account_id = $2::bigint', [
    employerId,
    accountId,
  ]);
}

/** A person who closes the account belongs nowhere any more. */
export async function leaveEverywhere(tx: Database, accountId: string): Promise<void> {
  const { rows } = await tx.query<{ employerId: string }>(
    `delete from employer_members where account_id = $1::bigint returning employer_id::text as "employerId"`,
    [accountId],
  );
  await fillOwners(
    tx,
    rows.map(({ employerId }) => employerId),
  );
}

/** Of these employers those without an owner have their eldest member. */
export async function fillOwners(tx: Database, employerIds: readonly string[]): Promise<void> {
  await tx.query(
    `update employer_members m set role = 'owner'
      where m.employer_id = any($1::bigint[])
        and not exists (select 1 from employer_members o where o.employer_id = m.employer_id and o.role = 'owner')
        and m.account_id = (select n.account_id from employer_members n where n.employer_id = m.employer_id
                             order by n.since, n.account_id limit 1)`,
    [employerIds],
  );
}

export type InvitationRow = {
  id: string;
  employerId: string;
  employerName: string;
  phone: string;
  invitedAt: Date;
  expiresAt: Date;
};

const columns = `i.id::text as id, i.employer_id::text as "employerId", e.name as "employerName", i.phone,
  i.invited_at as "invitedAt", i.expires_at as "expiresAt"`;

/** Open invitations of an employer. */
export async function findInvitations(db: Database, employerId: string, now: Date): Promise<InvitationRow[]> {
  const { rows } = await db.query<InvitationRow>(
    `select ${columns} from employer_invitations i join employers e on e.id = i.employer_id
      where i.employer_id = $1::bigint and i.answered_at is null and i.expires_at > $2 order by i.id`,
    [employerId, now],
  );
  return rows;
}

/** Open invitations to a telephone number. */
export async function findInvitationsTo(db: Database, phone: string, now: Date): Promise<InvitationRow[]> {
  const { rows } = await db.query<InvitationRow>(
    `select ${columns} from employer_invitations i join employers e on e.id = i.employer_id
      where i.phone = $1 and i.answered_at is null and i.expires_at > $2 order by i.id`,
    [phone, now],
  );
  return rows;
}

/** Invites a number; invited before, it is the same invitation with a later end. `isNew` says whether to tell them. */
export async function putInvitation(
  tx: Database,
  invitation: { employerId: string; phone: string; accountId: string; now: Date; expiresAt: Date },
): Promise<{ isNew: boolean }> {
  const { rows } = await tx.query<{ isNew: boolean }>(
    `insert into employer_invitations as i (employer_id, phone, invited_by, invited_at, expires_at)
     values ($1::bigint, $2, $3::bigint, $4, $5)
     on conflict (employer_id, phone) where answered_at is null
     do update set expires_at = excluded.expires_at
     returning (xmax = 0) as "isNew"`,
    [invitation.employerId, invitation.phone, invitation.accountId, invitation.now, invitation.expiresAt],
  );
  return rows[0]!;
}

/** Takes an open invitation back; false when there is none. */
export async function deleteInvitation(
  tx: Database,
  employerId: string,
  invitationId: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `delete from employer_invitations where id = $1::bigint and employer_id = $2::bigint and answered_at is null`,
    [invitationId, employerId],
  );
  return rowCount === 1;
}

/** Deletes invitations that were answered or over before an instant: a number nobody needs is not kept. */
export async function forgetInvitations(db: Database, before: Date): Promise<void> {
  await db.query('delete from employer_invitations where coalesce(answered_at, expires_at) < $1', [before]);
}

/**
 * The invited number answers; null when the invitation is not theirs, over, or answered otherwise. `isFirst` is false
 * for the same answer once more: it lets nobody in again who was removed since.
 */
export async function answerInvitation(
  tx: Database,
  answer: { id: string; phone: string; accept: boolean; now: Date },
): Promise<{ employerId: string; isFirst: boolean } | null> {
  const { rows } = await tx.query<{ employerId: string; accepted: boolean | null; isOver: boolean }>(
    `select employer_id::text as "employerId", accepted, expires_at <= $3 as "isOver"
       from employer_invitations where id = $1::bigint and phone = $2 for update`,
    [answer.id, answer.phone, answer.now],
  );
  const found = rows[0];
  if (!found) return null;
  const { employerId, accepted, isOver } = found;
  if (accepted !== null) return accepted === answer.accept ? { employerId, isFirst: false } : null;
  if (isOver) return null;
  await tx.query('update employer_invitations set answered_at = $2, accepted = $3 where id = $1::bigint', [
    answer.id,
    answer.now,
    answer.accept,
  ]);
  return { employerId, isFirst: true };
}
