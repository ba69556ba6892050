import type pg from 'pg';
import { hashOfToken } from '../../api/accounts/secrets.ts';
import { migrate } from '../../api/db/migrate.ts';
import { makeCreditCode } from '../support/lists.ts';
import { addOpenings, makeOpening } from '../support/openings.ts';

const lifeDays = 30;
export const tokenOf = (person: number) => `drill-person-${String(person).padStart(10, '0')}`;

export type City = { openings: { code: string; employerId: string }[]; people: number };

/** Openings that are published today and people who are signed in: what drills write with. */
export async function fillCity(
  pool: pg.Pool,
  { openings, people }: { openings: number; people: number },
): Promise<City> {
  await migrate(pool);
  const now = Date.now();
  const at = (days: number) => new Date(now + days * 86_400_000).toISOString();
  await addOpenings(
    pool,
    Array.from({ length: openings }, (_, n) =>
      makeOpening({
        externalId: `DRILL-${n}`,
        creditCode: makeCreditCode(n % 20),
        publishedAt: at(-1),
        confirmedAt: at(-1),
        expiresAt: at(lifeDays),
      }),
    ),
  );
  await addPeople(pool, people);
  const { rows } = await pool.query<{ code: string; employerId: string }>(
    `select code, employer_id::text as "employerId" from openings where external_id like 'DRILL-%' order by id`,
  );
  return { openings: rows, people };
}

/** So many people who are signed in, see `tokenOf`. */
export async function addPeople(pool: pg.Pool, people: number): Promise<void> {
  const tokens = Array.from({ length: people }, (_, n) => hashOfToken(tokenOf(n)));
  await pool.query(
    `with people as (
       insert into accounts (kind, phone)
       select 'person', '139' || lpad(n::text, 8, '0') from generate_series(0, $1::int - 1) as n
       returning id, phone
     )
     insert into sessions (token_hash, account_id, created_at, seen_at, idle_seconds, ends_at)
     select token, p.id, now(), now(), 8640000, now() + interval '90 days'
       from unnest($2::bytea[]) with ordinality as t(token, n)
       join people p on p.phone = '139' || lpad((n - 1)::text, 8, '0')`,
    [people, tokens],
  );
}
