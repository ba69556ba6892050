import type { Database } from '../db/database.ts';
import type { EmployerStanding } from '../employers/contract.ts';
import type { Finding } from '../moderation/advert.ts';
import type { OpeningStatus } from '../opening-desk/contract.ts';
import type { ReviewState } from './asking-store.ts';
import type { ReviewCause, ReviewKind } from './contract.ts';

export type ReviewRow = {
  id: string;
  kind: ReviewKind;
  cause: ReviewCause;
  state: ReviewState;
  employerId: string;
  employerName: string;
  standing: EmployerStanding;
  openingId: string | null;
  accountId: string | null;
  openingTitle: string | null;
  openingStatus: OpeningStatus | null;
  openingCode: string | null;
  /** Of the person who claims. */
  phone: string | null;
  town: string | null;
  form: unknown;
  findings: Finding[];
  note: string;
  askedBy: string;
  askedAt: Date;
  decidedAt: Date | null;
  reasons: string[];
  text: string;
  answer: string | null;
};

const selectReview = `select r.id::text as id, r.kind, r.cause, r.state, r.employer_id::text as "employerId", e.name as "employerName",
  e.standing, r.opening_id::text as "openingId", r.account_id::text as "accountId",
  coalesce(r.form->>'title', o.title) as "openingTitle",
  o.status as "openingStatus", o.code as "openingCode", a.phone, r.town, r.form, r.findings, r.note,
  r.asked_by as "askedBy", r.asked_at as "askedAt", r.decided_at as "decidedAt", r.reasons, r.text, r.answer
  from reviews r join employers e on e.id = r.employer_id left join openings o on o.id = r.opening_id
  left join accounts a on a.id = r.account_id`;

export async function findReview(db: Database, id: string): Promise<ReviewRow | null> {
  const { rows } = await db.query<ReviewRow>(`${selectReview} where r.id = $1::bigint`, [id]);
  return rows[0] ?? null;
}

/** As `findReview`, held until the transaction ends: of two reviewers one decides. */
export async function lockReview(tx: Database, id: string): Promise<ReviewRow | null> {
  const { rows } = await tx.query<ReviewRow>(`${selectReview} where r.id = $1::bigint for update of r`, [id]);
  return rows[0] ?? null;
}

export type ReviewFilter = {
  divisions: readonly string[];
  state: 'waiting' | 'decided';
  kind: ReviewKind | null;
  limit: number;
  offset: number;
};

/** What waits in some divisions, longest first; what was decided, last first. What has no town is the city's. */
export async function findReviews(db: Database, filter: ReviewFilter): Promise<ReviewRow[]> {
  const { divisions, kind, limit, offset } = filter;
  const { rows } = await db.query<ReviewRow>(
    filter.state === 'waiting'
      ? `${selectReview}
          where r.state = 'waiting' and ($2::text is null or r.kind = $2)
            and exists (select 1 from unnest($1::text[]) as d where d <> '' and starts_with(coalesce(r.town, '3210'), d))
          order by r.asked_at, r.id limit $3 offset $4`
      : `${selectReview}
          where r.state in ('approved', 'returned', 'refused') and ($2::text is null or r.kind = $2)
            and exists (select 1 from unnest($1::text[]) as d where d <> '' and starts_with(coalesce(r.town, '3210'), d))
          order by r.decided_at desc, r.id desc limit $3 offset $4`,
    [divisions, kind, limit, offset],
  );
  return rows;
}

/** How much of each kind there is, whatever the filter of kinds says. */
export async function countReviews(
  db: Database,
  { divisions, state }: Pick<ReviewFilter, 'divisions' | 'state'>,
): Promise<Record<ReviewKind, number>> {
  const { rows } = await db.query<{ kind: ReviewKind; count: number }>(
    `select r.kind, count(*)::int as count from reviews r
      where case when $2 then r.state = 'waiting' else r.state in ('approved', 'returned', 'refused') end
            and exists (select 1 from unnest($1::text[]) as d where d <> '' and starts_with(coalesce(r.town, '3210'), d))
      group by r.kind`,
    [divisions, state === 'waiting'],
  );
  return {
    opening: 0,
    employer: 0,
    claim: 0,
    ...Object.fromEntries(rows.map((row) => [row.kind, row.count])),
  };
}

export async function writeDecision(
  tx: Database,
  decision: {
    id: string;
    state: ReviewState;
    by: string;
    reasons: readonly string[];
    text: string;
    now: Date;
  },
): Promise<void> {
  await tx.query(
    `update reviews set state = $2, decided_by = $3, decided_at = $4, reasons = $5, text = $6
      where id = $1::bigint and state = 'waiting'`,
    [decision.id, decision.state, decision.by, decision.now, decision.reasons, decision.text],
  );
}

/** Ends everything that waits about an employer. */
export async function refuseEverything(
  tx: Database,
  { employerId, by, text, now }: { employerId: string; by: string; text: string; now: Date },
): Promise<void> {
  await tx.query(
    `update reviews set state = 'refused', decided_by = $2, decided_at = $4, text = $3
      where employer_id = $1::bigint and state = 'waiting'`,
    [employerId, by, text, now],
  );
}

export type StepRow = {
  askedAt: Date;
  cause: ReviewCause;
  note: string;
  state: ReviewState;
  decidedAt: Date | null;
  /** Who decided: a member of staff's name, null for everybody else. */
  decidedBy: string | null;
  reasons: string[];
  text: string;
  answer: string | null;
  answeredAt: Date | null;
};

/** What was asked, decided and answered about one opening, or about an employer itself; oldest first. */
export async function findSteps(
  db: Database,
  about: { employerId: string; openingId: string | null },
): Promise<StepRow[]> {
  const { rows } = await db.query<StepRow>(
    `select r.asked_at as "askedAt", r.cause, r.note, r.state, r.decided_at as "decidedAt", a.name as "decidedBy",
            r.reasons, r.text, r.answer, r.answered_at as "answeredAt"
       from reviews r left join accounts a on r.decided_by = 'staff:' || a.id
      where r.employer_id = $1::bigint
        and case when $2::bigint is null then r.kind <> 'opening' else r.opening_id = $2::bigint end
      order by r.id desc limit 50`,
    [about.employerId, about.openingId],
  );
  return rows.reverse();
}

/**
 * Openings of an employer that a ban takes away. All of its openings are held first: one that is being handed in at this
 * moment is waited for and found.
 */
export async function findStanding(
  tx: Database,
  employerId: string,
): Promise<{ id: string; status: OpeningStatus }[]> {
  const { rows } = await tx.query<{ id: string; status: OpeningStatus }>(
    `with held as (
       select id, status from openings where employer_id = $1::bigint order by id for update
     )
     select id::text as id, status from held
      where status in ('submitted', 'scheduled', 'published', 'paused') order by held.id`,
    [employerId],
  );
  return rows;
}
