import type { Database } from '../db/database.ts';
import type { Finding } from '../moderation/advert.ts';
import type { OpeningForm } from '../opening-desk/contract.ts';
import type { ReviewCause, ReviewKind } from './contract.ts';

export type ReviewState = 'waiting' | 'approved' | 'returned' | 'refused' | 'recalled';

export type NewReview = {
  kind: ReviewKind;
  cause: ReviewCause;
  employerId: string;
  openingId: string | null;
  accountId: string | null;
  /** Whose reviewers; null is the city's. */
  town: string | null;
  /** The opening as it was handed in, or the name an employer wants. */
  form: OpeningForm | { name: string } | null;
  findings: readonly Finding[];
  note: string;
  askedBy: string;
  now: Date;
};

const values = (review: NewReview) => [
  review.kind,
  review.cause,
  review.employerId,
  review.openingId,
  review.accountId,
  review.town,
  review.form === null ? null : JSON.stringify(review.form),
  JSON.stringify(review.findings),
  review.note,
  review.askedBy,
  review.now,
];

/**
 * Puts an opening before the reviewers. What waited about it already (a sample, a report) ends and its note goes along:
 * the review of another text is another one, so that nobody approves what they have not seen.
 */
export async function askAboutOpening(tx: Database, review: NewReview): Promise<string> {
  const { rows: before } = await tx.query<{ note: string }>(
    `update reviews set state = 'recalled', decided_by = $2, decided_at = $3
      where opening_id = $1::bigint and kind = 'opening' and state = 'waiting' returning note`,
    [review.openingId, review.askedBy, review.now],
  );
  const note = [...before.map((row) => row.note), review.note].filter(Boolean).join('；').slice(0, 1000);
  const { rows } = await tx.query<{ id: string }>(
    `insert into reviews (kind, cause, employer_id, opening_id, account_id, town, form, findings, note, asked_by, asked_at)
     values ($1, $2, $3::bigint, $4::bigint, $5::bigint, $6, $7::jsonb, $8::jsonb, $9, $10, $11)
     returning id::text as id`,
    values({ ...review, note }),
  );
  return rows[0]!.id;
}

/** Calls a reviewer to an opening that shows; when one is called already, only adds why. */
export async function callReviewer(tx: Database, review: NewReview): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into reviews (kind, cause, employer_id, opening_id, account_id, town, form, findings, note, asked_by, asked_at)
     values ($1, $2, $3::bigint, $4::bigint, $5::bigint, $6, $7::jsonb, $8::jsonb, $9, $10, $11)
     on conflict (opening_id) where state = 'waiting' and kind = 'opening'
     do update set cause = case when reviews.cause = 'sampled' then excluded.cause else reviews.cause end,
       note = left(concat_ws('；', nullif(reviews.note, ''), nullif(excluded.note, '')), 1000)
     returning id::text as id`,
    values(review),
  );
  return rows[0]!.id;
}

/** Puts an employer before the reviewers; asked again while it waits, it is the same review. */
export async function askAboutEmployer(tx: Database, review: NewReview): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into reviews (kind, cause, employer_id, opening_id, account_id, town, form, findings, note, asked_by, asked_at)
     values ($1, $2, $3::bigint, $4::bigint, $5::bigint, $6, $7::jsonb, $8::jsonb, $9, $10, $11)
     on conflict (employer_id) where state = 'waiting' and kind = 'employer'
     do update set note = left(concat_ws('；', nullif(reviews.note, ''), nullif(excluded.note, '')), 1000),
       town = excluded.town, form = coalesce(excluded.form, reviews.form),
       cause = case when excluded.cause = 'renamed' then reviews.cause else excluded.cause end
     returning id::text as id`,
    values(review),
  );
  return rows[0]!.id;
}

/**
 * An employer that changes what it says while a reviewer looks at it is another review in the same place of the queue:
 * nobody vouches for what they have not seen.
 */
export async function renewEmployerReview(
  tx: Database,
  { employerId, by, now }: { employerId: string; by: string; now: Date },
): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `update reviews set state = 'recalled', decided_by = $2, decided_at = $3
      where employer_id = $1::bigint and kind = 'employer' and state = 'waiting' returning id::text as id`,
    [employerId, by, now],
  );
  await tx.query(
    `insert into reviews (kind, cause, employer_id, town, form, findings, note, asked_by, asked_at)
     select r.kind, r.cause, r.employer_id, e.town, r.form, r.findings, r.note, r.asked_by, r.asked_at
       from reviews r join employers e on e.id = r.employer_id where r.id = any($1::bigint[])`,
    [rows.map(({ id }) => id)],
  );
}

/** A person asks to belong to an employer; asked again while it waits, it is the same review. */
export async function askToBelong(tx: Database, review: NewReview): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into reviews (kind, cause, employer_id, opening_id, account_id, town, form, findings, note, asked_by, asked_at)
     values ($1, $2, $3::bigint, $4::bigint, $5::bigint, $6, $7::jsonb, $8::jsonb, $9, $10, $11)
     on conflict (employer_id, account_id) where state = 'waiting' and kind = 'claim'
     do update set note = excluded.note returning id::text as id`,
    values(review),
  );
  return rows[0]!.id;
}

/**
 * What waits about an opening is not asked any more; a report stays, nobody gets away from it by closing, nor by handing
 * in a change and taking it back.
 */
export async function recallReviews(
  tx: Database,
  { openingId, by, now }: { openingId: string; by: string; now: Date },
): Promise<void> {
  await tx.query(
    `update reviews set cause = 'reported'
      where opening_id = $1::bigint and kind = 'opening' and state = 'waiting'
        and exists (select 1 from tasks t
                     where t.opening_id = $1::bigint and t.kind = 'asked-for-money' and t.ended_at is null)`,
    [openingId],
  );
  await tx.query(
    `update reviews set state = 'recalled', decided_by = $2, decided_at = $3
      where opening_id = $1::bigint and state = 'waiting' and cause <> 'reported'`,
    [openingId, by, now],
  );
}

/** Who closes the account claims nothing any more: nobody is let in for whom nobody is there. */
export async function recallClaims(tx: Database, accountId: string, now: Date): Promise<void> {
  await tx.query(
    `update reviews set state = 'recalled', decided_by = 'person:' || $1::bigint, decided_at = $2
      where account_id = $1::bigint and kind = 'claim' and state = 'waiting'`,
    [accountId, now],
  );
}

/** The last review of an opening that its employer was told of: quiet samples and reports are the office's. */
export async function findLastReviewOfOpening(db: Database, openingId: string): Promise<ToldReview | null> {
  const { rows } = await db.query<ToldReview>(
    `select id::text as id, state, asked_at as "askedAt", decided_at as "decidedAt", reasons, text, answer
       from reviews
      where opening_id = $1::bigint and (cause not in ('sampled', 'reported') or state in ('returned', 'refused'))
      order by id desc limit 1`,
    [openingId],
  );
  return rows[0] ?? null;
}

/** The last review of an employer's papers or name. */
export async function findLastReviewOfEmployer(db: Database, employerId: string): Promise<ToldReview | null> {
  const { rows } = await db.query<ToldReview>(
    `select id::text as id, state, asked_at as "askedAt", decided_at as "decidedAt", reasons, text, answer
       from reviews where employer_id = $1::bigint and kind = 'employer' order by id desc limit 1`,
    [employerId],
  );
  return rows[0] ?? null;
}

export type ToldReview = {
  id: string;
  state: ReviewState;
  askedAt: Date;
  decidedAt: Date | null;
  reasons: string[];
  text: string;
  answer: string | null;
};

/** What the employer writes back, once; false when it has answered already. */
export async function putAnswer(
  tx: Database,
  { id, text, now }: { id: string; text: string; now: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update reviews set answer = $2, answered_at = $3
      where id = $1::bigint and answer is null and state in ('returned', 'refused')`,
    [id, text, now],
  );
  return rowCount === 1;
}

/** Claims of a person that were not granted yet, newest first. */
export async function findClaims(
  db: Database,
  accountId: string,
): Promise<
  {
    id: string;
    employerName: string;
    state: 'waiting' | 'returned' | 'refused';
    text: string;
    askedAt: Date;
  }[]
> {
  const { rows } = await db.query(
    `select distinct on (r.employer_id) r.id::text as id, e.name as "employerName", r.state, r.text,
            r.asked_at as "askedAt"
       from reviews r join employers e on e.id = r.employer_id
      where r.account_id = $1::bigint and r.kind = 'claim'
        and not exists (select 1 from employer_members m
                         where m.employer_id = r.employer_id and m.account_id = r.account_id)
        and r.state in ('waiting', 'returned', 'refused')
      order by r.employer_id, r.id desc`,
    [accountId],
  );
  return rows;
}
