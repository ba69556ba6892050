import type { Database } from '../api/db/database.ts';
import type {
  Accessibility,
  Closure,
  ExceptionDays,
  MarketDay,
  Notice,
  Season,
} from '../api/service-points/contract.ts';
import type { SeedTemplate } from './point-words.ts';

/** Whole days in Asia/Shanghai since the demo city was seeded or last moved on; null when it never was. */
export async function daysSinceSeeding(db: Database, now: Date): Promise<number | null> {
  const { rows } = await db.query<{ days: number | null }>(
    `select ($1::timestamptz at time zone 'Asia/Shanghai')::date - max((detail->>'on')::date) as days
       from audit_log where actor = 'seeds' and action = 'seed'`,
    [now],
  );
  return rows[0]?.days ?? null;
}

export async function recordSeeding(tx: Database, now: Date): Promise<void> {
  await tx.query(
    `insert into audit_log (actor, action, entity, detail)
     values ('seeds', 'seed', 'city', jsonb_build_object('on', ($1::timestamptz at time zone 'Asia/Shanghai')::date))`,
    [now],
  );
}

/** Moves every date of the demo's openings by whole days; what ran out meanwhile stands again. Returns their ids. */
export async function shiftDays(tx: Database, days: number, now: Date): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `update openings set published_at = published_at + make_interval(days => $1),
            confirmed_at = confirmed_at + make_interval(days => $1),
            expires_at = expires_at + make_interval(days => $1),
            status = case when status = 'expired' and headcount > 0 and expires_at + make_interval(days => $1) > $2
                          then 'published' else status end
      where external_id like 'DEMO-%' returning id::float8 as id`,
    [days, now],
  );
  return rows.map((row) => row.id);
}

/** What staff keep of a demo point beyond what a list brings. */
export type KeptFacts = {
  externalId: string;
  checkedAt: string;
  accessibility: Accessibility[];
  summer: Season | null;
  markets: MarketDay[];
  exceptions: ExceptionDays[];
  closure: Closure | null;
  notices: Notice[];
};

/** Writes that to points nobody has edited since; returns their ids. */
export async function putKept(tx: Database, kept: readonly KeptFacts[]): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `update service_points p
        set checked_at = k."checkedAt", summer = nullif(k.summer, 'null'::jsonb), markets = k.markets,
            exceptions = k.exceptions, closure = nullif(k.closure, 'null'::jsonb), notices = k.notices,
            accessibility = array(select jsonb_array_elements_text(k.accessibility))
       from jsonb_to_recordset($1::jsonb) as k
            ("externalId" text, "checkedAt" timestamptz, accessibility jsonb, summer jsonb, markets jsonb,
             exceptions jsonb, closure jsonb, notices jsonb)
      where p.external_id = k."externalId" and p.version = 1
     returning p.id::float8 as id`,
    [JSON.stringify(kept)],
  );
  return rows.map((row) => row.id);
}

/** The city's templates of services; those that are there stay as they are. */
export async function putTemplates(tx: Database, templates: readonly SeedTemplate[]): Promise<void> {
  await tx.query(
    `insert into service_templates (name, conditions, documents, fee, takes, law, updated_by)
     select name, conditions, array(select jsonb_array_elements_text(documents)), fee, takes, law, 'seeds'
       from jsonb_to_recordset($1::jsonb) as t
            (name text, conditions text, documents jsonb, fee text, takes text, law text)
     on conflict do nothing`,
    [JSON.stringify(templates)],
  );
}

/** The demo's points of villages. */
export async function findDemoPoints(db: Database): Promise<{ id: string; division: string }[]> {
  const { rows } = await db.query<{ id: string; division: string }>(
    `select id::text as id, division from service_points
      where external_id like 'FWD-%' and level = 'village' order by external_id`,
  );
  return rows;
}

/** The text of one of an employer's openings that show; null when none does. */
export async function findShowing(
  db: Database,
  employerId: string,
): Promise<{ title: string; duties: string; requirements: string } | null> {
  const { rows } = await db.query(
    `select title, duties, requirements from openings
      where employer_id = $1::bigint and status = 'published' order by id limit 1`,
    [employerId],
  );
  return rows[0] ?? null;
}

export async function findWaitingReview(db: Database, openingId: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `select id::text as id from reviews where opening_id = $1::bigint and state = 'waiting'`,
    [openingId],
  );
  return rows[0]?.id ?? null;
}
