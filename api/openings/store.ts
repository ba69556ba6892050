import type pg from 'pg';
import type { Database } from '../db/database.ts';
import { recordChanges } from '../db/changes.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import type { PlaceQuality } from '../wire.ts';
import type { Education, EmploymentType, Experience, SalaryUnit } from './contract.ts';
import { monthlyPay } from './rules.ts';

/** What lists, maps and counts need of a published opening. Times are milliseconds since 1970. */
export type OpeningRow = {
  id: number;
  code: string;
  externalId: string | null;
  title: string;
  occupation: string | null;
  employerId: number;
  employerName: string;
  industry: string | null;
  headcount: number;
  salaryMin: number | null;
  salaryMax: number | null;
  salaryUnit: SalaryUnit;
  salaryMonthlyMin: number | null;
  salaryMonthlyMax: number | null;
  education: Education | null;
  experience: Experience | null;
  employmentType: EmploymentType | null;
  benefits: string[];
  address: string;
  town: string;
  lng: number;
  lat: number;
  placeQuality: PlaceQuality;
  publishedAt: number;
  confirmedAt: number;
  expiresAt: number;
};

export const openingColumns = `o.id::float8 as id, o.code, o.external_id as "externalId", o.title, o.occupation,
  o.employer_id::float8 as "employerId", e.name as "employerName", o.industry, o.headcount,
  o.salary_min as "salaryMin", o.salary_max as "salaryMax", o.salary_unit as "salaryUnit",
  o.salary_monthly_min as "salaryMonthlyMin", o.salary_monthly_max as "salaryMonthlyMax",
  o.education, o.experience, o.employment_type as "employmentType", o.benefits, o.address, o.town,
  st_x(o.place::geometry) as lng, st_y(o.place::geometry) as lat, o.place_quality as "placeQuality",
  extract(epoch from o.published_at)::float8 * 1000 as "publishedAt",
  extract(epoch from o.confirmed_at)::float8 * 1000 as "confirmedAt",
  extract(epoch from o.expires_at)::float8 * 1000 as "expiresAt"`;

/** Published openings after an id, in id order, for loading them all a batch at a time. */
export async function findPublishedAfter(
  db: Database,
  afterId: number,
  limit: number,
): Promise<OpeningRow[]> {
  const { rows } = await db.query<OpeningRow>(
    `select ${openingColumns} from openings o join employers e on e.id = o.employer_id
      where o.status = 'published' and o.id > $1 order by o.id limit $2`,
    [afterId, limit],
  );
  return rows;
}

/** Those of the given openings that are published. */
export async function findPublished(db: Database, ids: readonly number[]): Promise<OpeningRow[]> {
  const { rows } = await db.query<OpeningRow>(
    `select ${openingColumns} from openings o join employers e on e.id = o.employer_id
      where o.status = 'published' and o.id = any($1::bigint[])`,
    [ids],
  );
  return rows;
}

/** Ids of an employer's openings. */
export async function findIdsOfEmployers(db: Database, employerIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id::float8 as id from openings where employer_id = any($1::bigint[])',
    [employerIds],
  );
  return rows.map((row) => row.id);
}

export type OpeningDetailRow = OpeningRow & {
  duties: string;
  requirements: string;
  contactName: string | null;
  hasPhone: boolean;
  placeSource: string;
  sourceName: string | null;
  employerIndustry: string | null;
};

/** One opening that everybody may see now, by id or by code. */
export async function findOpening(
  db: Database,
  wanted: { id: number } | { code: string },
  now: Date,
): Promise<OpeningDetailRow | null> {
  const { rows } = await db.query<OpeningDetailRow>({
    name: 'opening.find',
    text: `select ${openingColumns}, o.duties, o.requirements, o.contact_name as "contactName", o.contact_phone is not null as "hasPhone",
            o.place_source as "placeSource", o.source_name as "sourceName", e.industry as "employerIndustry"
       from openings o join employers e on e.id = o.employer_id
      where (o.id = $1::bigint or o.code = $2) and o.status = 'published' and o.published_at <= $3 and $3 < o.expires_at`,
    values: ['id' in wanted ? wanted.id : null, 'code' in wanted ? wanted.code : null, now],
  });
  return rows[0] ?? null;
}

/** An opening to be written; `externalId` decides whether it is new. */
export type NewOpening = {
  externalId: string;
  creditCode: string;
  status: 'draft' | 'published' | 'closed';
  title: string;
  occupation: string | null;
  industry: string | null;
  duties: string;
  requirements: string;
  headcount: number;
  salaryMin: number | null;
  salaryMax: number | null;
  salaryUnit: SalaryUnit;
  education: Education | null;
  experience: Experience | null;
  employmentType: EmploymentType | null;
  benefits: string[];
  address: string;
  town: string;
  place: LngLat;
  placeSource: string;
  placeQuality: PlaceQuality;
  contactName: string | null;
  contactPhone: string | null;
  /** Instants as ISO text; drafts have none. */
  publishedAt: string | null;
  confirmedAt: string | null;
  expiresAt: string | null;
};

export type Written = { created: number; updated: number; unchanged: number };

const given = `jsonb_to_recordset($1::jsonb) as g(
  "externalId" text, "creditCode" text, status text, title text, occupation text, industry text, duties text,
  requirements text, headcount int, "salaryMin" numeric, "salaryMax" numeric, "salaryUnit" text,
  "salaryMonthlyMin" int, "salaryMonthlyMax" int, education text, experience text, "employmentType" text,
  benefits text[], address text, town text, lng float8, lat float8, "placeSource" text, "placeQuality" text,
  "contactName" text, "contactPhone" text, "publishedAt" timestamptz, "confirmedAt" timestamptz,
  "expiresAt" timestamptz)`;

/**
 * Creates or updates openings by their external id, with the change log, in the caller's transaction.
 * A row that would not change is left alone, so that the same list twice changes nothing; so is one that its employer or
 * staff have acted on since, who know better than the list. `confirmedAt` only moves forward. The employers must be there (see `putEmployers`).
 */
export async function putOpenings(tx: pg.PoolClient, openings: readonly NewOpening[]): Promise<Written> {
  const rows = openings.map(({ place, ...rest }) => ({
    ...rest,
    lng: place.lng,
    lat: place.lat,
    salaryMonthlyMin: monthlyPay(rest.salaryMin, rest.salaryUnit),
    salaryMonthlyMax: monthlyPay(rest.salaryMax, rest.salaryUnit),
  }));
  const { rows: written } = await tx.query<{ id: number; created: boolean }>(
    `insert into openings as o (external_id, employer_id, status, title, occupation, industry, duties, requirements,
        headcount, salary_min, salary_max, salary_unit, salary_monthly_min, salary_monthly_max, education, experience,
        employment_type, benefits, address, town, place, place_source, place_quality, contact_name, contact_phone,
        published_at, confirmed_at, expires_at)
     select g."externalId", e.id, g.status, g.title, g.occupation, g.industry, g.duties, g.requirements,
        g.headcount, g."salaryMin", g."salaryMax", g."salaryUnit", g."salaryMonthlyMin", g."salaryMonthlyMax",
        g.education, g.experience, g."employmentType", g.benefits, g.address, g.town,
        st_setsrid(st_makepoint(g.lng, g.lat), 4326)::geography, g."placeSource", g."placeQuality",
        g."contactName", g."contactPhone", g."publishedAt", g."confirmedAt", g."expiresAt"
       from ${given} join employers e on e.credit_code = g."creditCode"
     on conflict (external_id) do update set
        employer_id = excluded.employer_id, status = excluded.status, title = excluded.title,
        occupation = excluded.occupation, industry = excluded.industry, duties = excluded.duties,
        requirements = excluded.requirements, headcount = excluded.headcount, salary_min = excluded.salary_min,
        salary_max = excluded.salary_max, salary_unit = excluded.salary_unit,
        salary_monthly_min = excluded.salary_monthly_min, salary_monthly_max = excluded.salary_monthly_max,
        education = excluded.education, experience = excluded.experience, employment_type = excluded.employment_type,
        benefits = excluded.benefits, address = excluded.address, town = excluded.town, place = excluded.place,
        place_source = excluded.place_source, place_quality = excluded.place_quality,
        contact_name = excluded.contact_name, contact_phone = excluded.contact_phone,
        published_at = excluded.published_at, confirmed_at = greatest(o.confirmed_at, excluded.confirmed_at),
        expires_at = excluded.expires_at, updated_at = now()
      where not o.is_kept_by_desk
        and (o.employer_id, o.status, o.title, o.occupation, o.industry, o.duties, o.requirements, o.headcount,
             o.salary_min, o.salary_max, o.salary_unit, o.education, o.experience, o.employment_type, o.benefits,
             o.address, o.town, o.place::geometry, o.place_source, o.place_quality, o.contact_name, o.contact_phone,
             o.published_at, o.expires_at)
         is distinct from
            (excluded.employer_id, excluded.status, excluded.title, excluded.occupation, excluded.industry,
             excluded.duties, excluded.requirements, excluded.headcount, excluded.salary_min, excluded.salary_max,
             excluded.salary_unit, excluded.education, excluded.experience, excluded.employment_type,
             excluded.benefits, excluded.address, excluded.town, excluded.place::geometry, excluded.place_source,
             excluded.place_quality, excluded.contact_name, excluded.contact_phone, excluded.published_at,
             excluded.expires_at)
     returning o.id::float8 as id, (xmax = 0) as created`,
    [JSON.stringify(rows)],
  );
  await recordChanges(
    tx,
    'opening',
    written.map((row) => row.id),
  );
  const created = written.filter((row) => row.created).length;
  return { created, updated: written.length - created, unchanged: openings.length - written.length };
}

/** A new code makes an employer; a known one may be renamed and keeps the industry it has. */
export type NewEmployer = { creditCode: string; name: string; industry: string | null };

/** Creates employers by 统一社会信用代码, and renames known ones, with the change log. */
export async function putEmployers(tx: pg.PoolClient, employers: readonly NewEmployer[]): Promise<Written> {
  const { rows } = await tx.query<{ id: number; created: boolean }>(
    `insert into employers as e (credit_code, name, industry)
     select distinct on ("creditCode") "creditCode", name, industry
       from jsonb_to_recordset($1::jsonb) as g("creditCode" text, name text, industry text)
     on conflict (credit_code) do update set name = excluded.name,
        industry = coalesce(e.industry, excluded.industry), updated_at = now()
      where e.name is distinct from excluded.name
         or (e.industry is null and excluded.industry is not null)
     returning e.id::float8 as id, (xmax = 0) as created`,
    [JSON.stringify(employers)],
  );
  const renamed = rows.filter((row) => !row.created).map((row) => row.id);
  await recordChanges(tx, 'employer', renamed);
  return {
    created: rows.length - renamed.length,
    updated: renamed.length,
    unchanged: employers.length - rows.length,
  };
}
