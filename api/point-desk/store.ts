import type { Database } from '../db/database.ts';
import type { PointLevel } from '../service-points/contract.ts';
import type { PointFacts } from './contract.ts';

export type KeptPoint = {
  id: string;
  version: number;
  facts: PointFacts;
  createdAt: Date;
  updatedAt: Date;
  /** Of the newest version that staff made; null as the list brought it. */
  changedBy: string | null;
  checkedAt: Date | null;
  closedAt: Date | null;
};

/** One point as it is edited; `lock` holds it until the transaction ends. */
export async function findPoint(db: Database, id: string, lock = false): Promise<KeptPoint | null> {
  if (lock) await db.query('select 1 from service_points where id = $1::bigint for update', [id]);
  const { rows } = await db.query<KeptPoint>(
    `select p.id::text as id, p.version, p.created_at as "createdAt", p.updated_at as "updatedAt",
            p.checked_at as "checkedAt", p.closed_at as "closedAt", v.actor_name as "changedBy",
            jsonb_build_object(
              'name', name, 'level', level, 'division', division, 'address', address,
              'telephones', to_jsonb(telephones),
              'place', jsonb_build_object('lng', ST_X(place::geometry), 'lat', ST_Y(place::geometry),
                                          'source', place_source, 'quality', place_quality),
              'weekly', hours, 'summer', summer, 'markets', markets, 'exceptions', exceptions,
              'closure', closure, 'notices', notices, 'accessibility', to_jsonb(accessibility),
              'services', to_jsonb(services), 'serviceChanges', service_changes) as facts
       from service_points p
       left join service_point_versions v on v.service_point_id = p.id and v.version = p.version
      where p.id = $1::bigint`,
    [id],
  );
  return rows[0] ?? null;
}

/** Writes facts as the version after the one given; the caller holds the point. */
export async function writePoint(
  tx: Database,
  id: string,
  facts: PointFacts,
  version: number,
  now: Date,
): Promise<void> {
  await tx.query(
    `update service_points
        set name = $2, level = $3, division = $4, address = $5, telephones = $6,
            place = ST_SetSRID(ST_MakePoint($7, $8), 4326)::geography, place_source = $9, place_quality = $10,
            hours = $11::jsonb, summer = $12::jsonb, markets = $13::jsonb, exceptions = $14::jsonb,
            closure = $15::jsonb, notices = $16::jsonb, accessibility = $17, services = $18,
            service_changes = $19::jsonb, version = $20, updated_at = $21
      where id = $1::bigint`,
    [id, ...columnsOf(facts), version + 1, now],
  );
}

/** A new point; returns its id. */
export async function insertPoint(tx: Database, facts: PointFacts, now: Date): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into service_points
            (name, level, division, address, telephones, place, place_source, place_quality, hours, summer,
             markets, exceptions, closure, notices, accessibility, services, service_changes, created_at,
             updated_at, checked_at)
     values ($1, $2, $3, $4, $5, ST_SetSRID(ST_MakePoint($6, $7), 4326)::geography, $8, $9, $10::jsonb,
             $11::jsonb, $12::jsonb, $13::jsonb, $14::jsonb, $15::jsonb, $16, $17, $18::jsonb, $19, $19, $19)
     returning id::text as id`,
    [...columnsOf(facts), now],
  );
  return rows[0]!.id;
}

function columnsOf(facts: PointFacts): unknown[] {
  const { place } = facts;
  return [
    facts.name,
    facts.level,
    facts.division,
    facts.address,
    facts.telephones,
    place.lng,
    place.lat,
    place.source,
    place.quality,
    JSON.stringify(facts.weekly),
    facts.summer && JSON.stringify(facts.summer),
    JSON.stringify(facts.markets),
    JSON.stringify(facts.exceptions),
    facts.closure && JSON.stringify(facts.closure),
    JSON.stringify(facts.notices),
    facts.accessibility,
    facts.services,
    JSON.stringify(facts.serviceChanges),
  ];
}

export type NewVersion = {
  pointId: string;
  version: number;
  at: Date;
  actor: string;
  actorName: string;
  facts: PointFacts;
  note: string;
};

/** Keeps a version; one that is there already stays as it is. */
export async function keepVersion(tx: Database, version: NewVersion): Promise<void> {
  await tx.query(
    `insert into service_point_versions (service_point_id, version, at, actor, actor_name, facts, note)
     values ($1::bigint, $2, $3, $4, $5, $6::jsonb, left($7, 200)) on conflict do nothing`,
    [
      version.pointId,
      version.version,
      version.at,
      version.actor,
      version.actorName,
      JSON.stringify(version.facts),
      version.note,
    ],
  );
}

export type StoredVersion = { version: number; at: Date; by: string; note: string; facts: PointFacts };

/** Versions of a point, newest first. */
export async function findVersions(db: Database, pointId: string, limit = 200): Promise<StoredVersion[]> {
  const { rows } = await db.query<StoredVersion>(
    `select version, at, actor_name as by, note, facts from service_point_versions
      where service_point_id = $1::bigint order by version desc limit $2`,
    [pointId, limit],
  );
  return rows;
}

/** Nothing had to be changed. */
export async function writeChecked(tx: Database, id: string, now: Date): Promise<void> {
  await tx.query('update service_points set checked_at = $2 where id = $1::bigint', [id, now]);
}

/** Gives a point up: it leaves lists and maps, its listings and terminals go to another. Returns the listings. */
export async function closePoint(tx: Database, id: string, to: string, now: Date): Promise<number[]> {
  await tx.query(
    'update service_points set closed_at = $3, merged_into = $2::bigint, updated_at = $3 where id = $1::bigint',
    [id, to, now],
  );
  // Their tasks go there too; and at a point that is no more nobody could take them off.
  await tx.query(
    `update terminals set service_point_id = $2::bigint
      where service_point_id = $1::bigint and revoked_at is null`,
    [id, to],
  );
  const { rows } = await tx.query<{ id: number }>(
    `update openings set service_point_id = $2::bigint where service_point_id = $1::bigint
     returning id::float8 as id`,
    [id, to],
  );
  return rows.map((row) => row.id);
}

export type ListedPoint = {
  id: string;
  name: string;
  level: PointLevel;
  division: string;
  version: number;
  checkedAt: Date | null;
  createdAt: Date;
  hasHours: boolean;
  hasTelephone: boolean;
  tasks: number;
};

/** Points of some divisions that are not given up, with how much is to do there. */
export async function findDeskPoints(
  db: Database,
  asked: { divisions: readonly string[]; division: string | null; q: string | null },
): Promise<ListedPoint[]> {
  const { rows } = await db.query<ListedPoint>(
    `select p.id::text as id, p.name, p.level, p.division, p.version, p.checked_at as "checkedAt",
            p.created_at as "createdAt",
            p.hours <> '[]' or p.markets <> '[]' or p.summer is not null as "hasHours",
            cardinality(p.telephones) > 0 as "hasTelephone", coalesce(t.count, 0)::int as tasks
       from service_points p
       left join (select service_point_id, count(*) from tasks where ended_at is null group by service_point_id) t
         on t.service_point_id = p.id
      where p.closed_at is null
        and exists (select 1 from unnest($1::text[]) as mine where starts_with(p.division, mine))
        and ($2::text is null or starts_with(p.division, $2))
        and ($3::text is null or strpos(p.name, $3) > 0 or strpos(p.address, $3) > 0)`,
    [asked.divisions, asked.division, asked.q],
  );
  return rows;
}

/**
 * One task for each point whose check is overdue and that has none open.
 * @param days how long a check is good for, by level, and how long a new point has
 */
export async function addOverdueTasks(
  db: Database,
  days: { county: number; town: number; village: number; first: number },
  now: Date,
): Promise<number> {
  const { rowCount } = await db.query(
    `insert into tasks (kind, division, service_point_id, due_at, note, created_at)
     select 'overdue-point', division, id, due, '', $1
       from (select id, division,
                    coalesce(checked_at + make_interval(days => case level when 'county' then $2::int
                                                            when 'town' then $3::int else $4::int end),
                             created_at + make_interval(days => $5::int)) as due
               from service_points where closed_at is null) as points
      where due <= $1
     on conflict (kind, coalesce(opening_id, 0), coalesce(service_point_id, 0), coalesce(employer_id, 0),
                  coalesce(report_id, 0), coalesce(terminal_id, 0)) where ended_at is null
     do nothing`,
    [now, days.county, days.town, days.village, days.first],
  );
  return rowCount ?? 0;
}

/** Where an opening belongs: its town, and the point that keeps it when it is a local listing. */
export async function findOpeningPlace(
  db: Database,
  id: string,
): Promise<{ town: string | null; pointDivision: string | null } | null> {
  const { rows } = await db.query<{ town: string | null; pointDivision: string | null }>(
    `select o.town, p.division as "pointDivision"
       from openings o left join service_points p on p.id = o.service_point_id where o.id = $1::bigint`,
    [id],
  );
  return rows[0] ?? null;
}
