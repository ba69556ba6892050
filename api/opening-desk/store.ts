import type { LngLat } from '../../geodata/lng-lat.ts';
import type { Database } from '../db/database.ts';
import type { Education, EmploymentType, Experience, SalaryUnit } from '../openings/contract.ts';
import type { PlaceQuality } from '../wire.ts';
import type { CloseOutcome, OpeningForm, OpeningStatus } from './contract.ts';

/** An opening as its desk needs it; text columns are what was last taken up, null in a draft that never was. */
export type DeskRow = {
  id: string;
  code: string;
  employerId: string;
  employerName: string;
  employerIndustry: string | null;
  status: OpeningStatus;
  version: number;
  form: OpeningForm | null;
  title: string | null;
  occupation: string | null;
  duties: string;
  requirements: string;
  headcount: number | null;
  filled: number;
  salaryMin: number | null;
  salaryMax: number | null;
  salaryUnit: SalaryUnit | null;
  education: Education | null;
  experience: Experience | null;
  employmentType: EmploymentType | null;
  benefits: string[];
  address: string;
  town: string | null;
  lng: number | null;
  lat: number | null;
  placeQuality: PlaceQuality | null;
  placeReason: string;
  workplaceId: string | null;
  sourceName: string | null;
  lintReasons: OpeningForm['reasons'];
  contactName: string | null;
  contactPhone: string | null;
  outcome: CloseOutcome | null;
  publishAt: Date | null;
  publishedAt: Date | null;
  confirmedAt: Date | null;
  expiresAt: Date | null;
  updatedAt: Date;
  /** A change of what stands waits for a reviewer. */
  changeWaits: boolean;
  /** Taken in at a service point for somebody who has no account. */
  isLocal: boolean;
};

const columns = `o.id::text as id, o.code, o.employer_id::text as "employerId", e.name as "employerName",
  e.industry as "employerIndustry", o.status, o.version, o.form, o.title, o.occupation, o.duties, o.requirements,
  o.headcount, o.filled, o.salary_min::float8 as "salaryMin", o.salary_max::float8 as "salaryMax",
  o.salary_unit as "salaryUnit", o.education, o.experience, o.employment_type as "employmentType", o.benefits,
  o.address, o.town, st_x(o.place::geometry) as lng, st_y(o.place::geometry) as lat,
  o.place_quality as "placeQuality", o.place_reason as "placeReason", o.workplace_id::text as "workplaceId",
  o.source_name as "sourceName", o.lint_reasons as "lintReasons", o.contact_name as "contactName",
  o.contact_phone as "contactPhone", o.outcome, o.publish_at as "publishAt", o.published_at as "publishedAt",
  o.confirmed_at as "confirmedAt", o.expires_at as "expiresAt", o.updated_at as "updatedAt",
  exists (select 1 from reviews r where r.opening_id = o.id and r.state = 'waiting' and r.cause = 'change')
    as "changeWaits", o.service_point_id is not null as "isLocal"`;

/** One opening, whoever's it is. */
export async function findDeskOpening(db: Database, id: string): Promise<DeskRow | null> {
  const { rows } = await db.query<DeskRow>(
    `select ${columns} from openings o join employers e on e.id = o.employer_id where o.id = $1::bigint`,
    [id],
  );
  return rows[0] ?? null;
}

/** As `findDeskOpening`, held until the transaction ends: whoever acts at the same time waits. */
export async function lockDeskOpening(tx: Database, id: string): Promise<DeskRow | null> {
  const { rows } = await tx.query<DeskRow>(
    `select ${columns} from openings o join employers e on e.id = o.employer_id where o.id = $1::bigint
        for update of o`,
    [id],
  );
  return rows[0] ?? null;
}

export type DeskFilter = {
  accountId: string;
  employerId: string | null;
  statuses: readonly OpeningStatus[] | null;
  limit: number;
  offset: number;
};

/** Openings of the employers a person belongs to, last touched first. */
export async function findDeskOpenings(db: Database, filter: DeskFilter): Promise<DeskRow[]> {
  const { rows } = await db.query<DeskRow>(
    `select ${columns} from openings o join employers e on e.id = o.employer_id
       join employer_members m on m.employer_id = o.employer_id and m.account_id = $1::bigint
      where ($2::bigint is null or o.employer_id = $2::bigint) and ($3::text[] is null or o.status = any($3::text[]))
      order by o.updated_at desc, o.id desc limit $4 offset $5`,
    [filter.accountId, filter.employerId, filter.statuses, filter.limit, filter.offset],
  );
  return rows;
}

/** How many of them stand where, whatever the filter of statuses says. */
export async function countDeskOpenings(
  db: Database,
  { accountId, employerId }: Pick<DeskFilter, 'accountId' | 'employerId'>,
): Promise<Partial<Record<OpeningStatus, number>>> {
  const { rows } = await db.query<{ status: OpeningStatus; count: number }>(
    `select o.status, count(*)::int as count
       from openings o join employer_members m on m.employer_id = o.employer_id and m.account_id = $1::bigint
      where ($2::bigint is null or o.employer_id = $2::bigint)
      group by o.status`,
    [accountId, employerId],
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

export async function insertDraft(
  tx: Database,
  draft: { employerId: string; form: OpeningForm; now: Date },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into openings (employer_id, status, form, is_kept_by_desk, created_at, updated_at)
     values ($1::bigint, 'draft', $2::jsonb, true, $3, $3) returning id::text as id`,
    [draft.employerId, JSON.stringify(draft.form), draft.now],
  );
  return rows[0]!.id;
}

/** Keeps what is written, one version on; null drops it. False when somebody saved in between. */
export async function saveForm(
  tx: Database,
  { id, version, form, now }: { id: string; version: number; form: OpeningForm | null; now: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update openings set form = $3::jsonb, version = version + 1, updated_at = $4
      where id = $1::bigint and version = $2`,
    [id, version, form === null ? null : JSON.stringify(form), now],
  );
  return rowCount === 1;
}

/** What a form says, ready for the columns. */
export type TakenUp = {
  industry: string | null;
  salaryMonthlyMin: number | null;
  salaryMonthlyMax: number | null;
  place: LngLat;
  placeSource: string;
  placeQuality: PlaceQuality;
  expiresAt: Date | null;
  form: OpeningForm;
};

/** The form becomes what stands: into the columns, and nothing is being written any more. */
export async function takeUpForm(tx: Database, id: string, taken: TakenUp, now: Date): Promise<void> {
  const { form } = taken;
  await tx.query(
    `update openings set title = $2, occupation = $3, industry = $4, duties = $5, requirements = $6, headcount = $7,
        salary_min = $8::float8, salary_max = $9::float8, salary_unit = $10, salary_monthly_min = $11,
        salary_monthly_max = $12, education = $13, experience = $14, employment_type = $15, benefits = $16,
        address = $17, town = $18, place = st_setsrid(st_makepoint($19, $20), 4326)::geography, place_source = $21,
        place_quality = $22, place_reason = $23,
        workplace_id = (select w.id from workplaces w where w.id = $24::bigint and w.employer_id = openings.employer_id),
        source_name = $25, lint_reasons = $26::jsonb, contact_name = $27, contact_phone = $28, publish_at = $29,
        expires_at = $30, form = null, version = version + 1, is_kept_by_desk = true, updated_at = $31
      where id = $1::bigint`,
    [
      id,
      form.title.trim(),
      form.occupation?.trim() || null,
      taken.industry,
      form.duties,
      form.requirements,
      form.headcount,
      form.salaryMin,
      form.salaryMax ?? form.salaryMin,
      form.salaryUnit,
      taken.salaryMonthlyMin,
      taken.salaryMonthlyMax,
      form.education,
      form.experience,
      form.employmentType,
      [...new Set(form.benefits)],
      form.address.trim(),
      form.town,
      taken.place.lng,
      taken.place.lat,
      taken.placeSource,
      taken.placeQuality,
      form.placeReason,
      form.workplaceId !== null && /^\d{1,18}$/.test(form.workplaceId) ? form.workplaceId : null,
      form.isReposted ? form.sourceName.trim() : null,
      JSON.stringify(form.reasons),
      form.contactName.trim() || null,
      form.contactPhone.trim() || null,
      form.publishAt,
      taken.expiresAt,
      now,
    ],
  );
}

/** The columns that say where an opening is in its life. */
export type Life = Pick<
  DeskRow,
  'status' | 'headcount' | 'filled' | 'outcome' | 'publishAt' | 'publishedAt' | 'confirmedAt' | 'expiresAt'
>;

export async function writeLife(
  tx: Database,
  id: string,
  life: Life,
  { byDesk, now }: { byDesk: boolean; now: Date },
): Promise<void> {
  await tx.query(
    `update openings set status = $2, headcount = $3, filled = $4, outcome = $5, publish_at = $6, published_at = $7,
        confirmed_at = $8, expires_at = $9, is_kept_by_desk = is_kept_by_desk or $10, updated_at = $11
      where id = $1::bigint`,
    [
      id,
      life.status,
      life.headcount,
      life.filled,
      life.outcome,
      life.publishAt,
      life.publishedAt,
      life.confirmedAt,
      life.expiresAt,
      byDesk,
      now,
    ],
  );
}

export async function deleteDraft(tx: Database, id: string): Promise<void> {
  await tx.query(`delete from openings where id = $1::bigint and status = 'draft'`, [id]);
}

export type NewEvent = {
  openingId: string;
  actor: string;
  action: string;
  from: OpeningStatus | null;
  to: OpeningStatus;
  why: string;
  detail: Record<string, unknown>;
};

export async function insertEvent(tx: Database, event: NewEvent, now: Date): Promise<void> {
  await tx.query(
    `insert into opening_events (opening_id, at, actor, action, from_status, to_status, why, detail)
     values ($1::bigint, $2, $3, $4, $5, $6, $7, $8::jsonb)`,
    [
      event.openingId,
      now,
      event.actor,
      event.action,
      event.from,
      event.to,
      event.why.slice(0, 1000),
      JSON.stringify(event.detail),
    ],
  );
}

export type EventRow = {
  at: Date;
  actor: string;
  /** Of a person, while the account is open. */
  phone: string | null;
  action: string;
  from: OpeningStatus | null;
  to: OpeningStatus;
  why: string;
};

/** The last hundred things that happened to an opening, oldest first. */
export async function findEvents(db: Database, openingId: string): Promise<EventRow[]> {
  const { rows } = await db.query<EventRow>(
    `select v.at, v.actor, a.phone, v.action, v.from_status as "from", v.to_status as "to", v.why
       from opening_events v
       left join accounts a on v.actor = 'person:' || a.id
      where v.opening_id = $1::bigint order by v.id desc limit 100`,
    [openingId],
  );
  return rows.reverse();
}

/** Openings whose time is over, or whose time has come. */
export async function findDue(
  db: Database,
  now: Date,
  limit: number,
): Promise<{ id: string; isOver: boolean }[]> {
  const { rows } = await db.query<{ id: string; isOver: boolean }>(
    `(select id::text as id, true as "isOver" from openings
       where status in ('published', 'paused', 'hidden') and expires_at <= $1 order by expires_at limit $2)
     union all
     (select id::text, false from openings where status = 'scheduled' and publish_at <= $1 order by publish_at limit $2)`,
    [now, limit],
  );
  return rows;
}
