import type { LngLat } from '../../geodata/lng-lat.ts';
import { recordChanges } from '../db/changes.ts';
import type { Database } from '../db/database.ts';
import type { PlaceQuality } from '../wire.ts';
import type { ServiceChange } from '../service-templates/contract.ts';
import type {
  Accessibility,
  Closure,
  ExceptionDays,
  MarketDay,
  Notice,
  PointLevel,
  Season,
  WeeklySpan,
} from './contract.ts';
import { byTime } from './hours.ts';
import type { Template } from './offers.ts';

/** A service point as a list, a seed or a form gives it. */
export type NewServicePoint = {
  externalId: string;
  name: string;
  level: PointLevel;
  /** County, town or village code, by level. */
  division: string;
  address: string;
  telephones: string[];
  place: LngLat;
  placeSource: string;
  placeQuality: PlaceQuality;
  hours: WeeklySpan[];
  services: string[];
  terminalsInstalled: number;
  /** null: the source does not say. What is on file stays (never above installed); on a new point all work. */
  terminalsWorking: number | null;
};

export type StoredServicePoint = {
  id: string;
  externalId: string | null;
  name: string;
  level: PointLevel;
  division: string;
  address: string;
  telephones: string[];
  lng: number;
  lat: number;
  placeSource: string;
  placeQuality: PlaceQuality;
  hours: WeeklySpan[];
  services: string[];
  terminalsInstalled: number;
  terminalsWorking: number;
  /** Why none of them works, and since when; null while one does, or where there is none. */
  terminalFault: 'silent' | 'broken' | null;
  terminalFaultSince: Date | null;
  version: number;
  summer: Season | null;
  markets: MarketDay[];
  exceptions: ExceptionDays[];
  closure: Closure | null;
  notices: Notice[];
  accessibility: Accessibility[];
  serviceChanges: Record<string, ServiceChange>;
  checkedAt: Date | null;
};

/** All points, or those with the given ids; what is gone or given up is not in the answer. */
export async function loadServicePoints(
  db: Database,
  ids: readonly number[] | null,
): Promise<StoredServicePoint[]> {
  const { rows } = await db.query<StoredServicePoint>(
    `select p.id::text as id, external_id as "externalId", name, level, division, address, telephones,
            ST_X(place::geometry) as lng, ST_Y(place::geometry) as lat,
            place_source as "placeSource", place_quality as "placeQuality", hours, services,
            terminals_installed as "terminalsInstalled", terminals_working as "terminalsWorking",
            version, summer, markets, exceptions, closure, notices, accessibility,
            service_changes as "serviceChanges", checked_at as "checkedAt",
            case when terminals_installed > 0 and terminals_working = 0
                 then coalesce(device.fault, 'broken') end as "terminalFault",
            device.since as "terminalFaultSince"
       from service_points p
       -- A device that says it is broken is surer than one that says nothing; without any the list says so.
       left join lateral (
         select case when t.state = 'silent' then 'silent' else 'broken' end as fault,
                case when t.state = 'silent' then t.last_beat_at else k.created_at end as since
           from terminals t
           left join tasks k on k.kind = 'terminal-broken' and k.terminal_id = t.id and k.ended_at is null
          where t.service_point_id = p.id and t.revoked_at is null
          order by fault, since
          limit 1
       ) device on p.terminals_installed > 0 and p.terminals_working = 0
      where closed_at is null and ($1::bigint[] is null or p.id = any($1::bigint[]))
      order by p.id`,
    [ids],
  );
  return rows;
}

/** The city's words on each service, by its name. */
export async function loadTemplates(db: Database): Promise<ReadonlyMap<string, Template>> {
  const { rows } = await db.query<Template & { name: string }>(
    `select name, conditions, documents, fee, takes, law from service_templates where retired_at is null`,
  );
  return new Map(rows.map(({ name, ...template }) => [name, template]));
}

/**
 * Makes or updates points by their external id; what is already so is not touched. Records what changed in the
 * change log and one line in the audit log. Call it in a transaction.
 * @param rows any number that fits one message (1,359 take 0.5 s embedded); an external id twice is refused by PostgreSQL
 * @param actor who does it, for the audit log
 */
export async function putServicePoints(
  tx: Database,
  rows: readonly NewServicePoint[],
  actor = 'import',
): Promise<{ created: number; updated: number; unchanged: number }> {
  const { rows: written } = await tx.query<{ id: number; created: boolean }>(upsert, [
    JSON.stringify(
      rows.map(({ place, hours, ...row }) => ({ ...row, ...place, hours: [...hours].sort(byTime) })),
    ),
  ]);
  const created = written.filter((row) => row.created).length;
  const updated = written.length - created;
  if (written.length > 0) {
    const ids = written.map((row) => row.id);
    await recordChanges(tx, 'service_point', ids);
    await tx.query(
      `insert into audit_log (actor, action, entity, detail) values ($1, 'put', 'service_point', $2)`,
      [actor, JSON.stringify({ created, updated, ids })],
    );
  }
  return { created, updated, unchanged: rows.length - written.length };
}

// Coordinates are compared as numbers: what geography's `=` means has changed between PostGIS versions.
// xmax is 0 only in a row that this statement inserted.
const upsert = `
  insert into service_points as old
         (external_id, name, level, division, address, telephones, place, place_source, place_quality,
          hours, services, terminals_installed, terminals_working)
  select "externalId", name, level, division, address,
         array(select jsonb_array_elements_text(telephones)),
         ST_SetSRID(ST_MakePoint(lng, lat), 4326)::geography, "placeSource", "placeQuality", hours,
         array(select jsonb_array_elements_text(services)), "terminalsInstalled",
         coalesce("terminalsWorking",
                  (select least(terminals_working, "terminalsInstalled")
                     from service_points where external_id = "externalId"),
                  "terminalsInstalled")
    from jsonb_to_recordset($1::jsonb) as given
         ("externalId" text, name text, level text, division text, address text, telephones jsonb,
          lng float8, lat float8, "placeSource" text, "placeQuality" text, hours jsonb, services jsonb,
          "terminalsInstalled" int, "terminalsWorking" int)
  on conflict (external_id) do update
     set name = excluded.name, level = excluded.level, division = excluded.division,
         address = excluded.address, telephones = excluded.telephones, place = excluded.place,
         place_source = excluded.place_source, place_quality = excluded.place_quality,
         hours = excluded.hours, services = excluded.services,
         terminals_installed = excluded.terminals_installed,
         terminals_working = excluded.terminals_working, updated_at = now(), version = old.version + 1
   where (old.name, old.level, old.division, old.address, old.telephones,
          ST_X(old.place::geometry), ST_Y(old.place::geometry), old.place_source, old.place_quality,
          old.hours, old.services, old.terminals_installed, old.terminals_working)
         is distinct from
         (excluded.name, excluded.level, excluded.division, excluded.address, excluded.telephones,
          ST_X(excluded.place::geometry), ST_Y(excluded.place::geometry), excluded.place_source,
          excluded.place_quality, excluded.hours, excluded.services, excluded.terminals_installed,
          excluded.terminals_working)
  returning id::float8 as id, xmax = 0 as created`;
