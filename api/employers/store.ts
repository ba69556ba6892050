import type { Database } from '../db/database.ts';
import type { EmployerForm, EmployerStanding, LicenceType } from './contract.ts';

export type EmployerRow = {
  id: string;
  creditCode: string;
  codeReason: string | null;
  codeOverride: string | null;
  name: string;
  industry: string | null;
  size: EmployerForm['size'] | null;
  introduction: string;
  address: string;
  town: string | null;
  lng: number | null;
  lat: number | null;
  placeReason: string;
  standing: EmployerStanding;
  verifiedUntil: Date | null;
  banReason: string | null;
  version: number;
  /** Openings approved and refused so far; approved since the last trouble, and when that was. */
  approvedEver: number;
  refusedEver: number;
  approved: number;
  troubleAt: Date | null;
};

// Trouble is a refusal, or a posting that showed and was taken down by a reviewer.
const selectEmployer = `select e.id::text as id, e.credit_code as "creditCode", e.code_reason as "codeReason",
    e.code_override as "codeOverride", e.name, e.industry, e.size, e.introduction, e.address, e.town,
    st_x(e.place::geometry) as lng, st_y(e.place::geometry) as lat, e.place_reason as "placeReason", e.standing,
    e.verified_until as "verifiedUntil", e.ban_reason as "banReason", e.version,
    h."approvedEver", h."refusedEver", h.approved, h."troubleAt"
  from employers e left join lateral (
    select count(*) filter (where r.state = 'approved')::int as "approvedEver",
           count(*) filter (where r.state = 'refused')::int as "refusedEver",
           count(*) filter (where r.state = 'approved' and r.decided_at > coalesce(t.at, '-infinity'))::int as approved,
           max(t.at) as "troubleAt"
      from (select max(decided_at) as at from reviews
             where employer_id = e.id and kind = 'opening'
               and (state = 'refused' or (state = 'returned' and cause in ('sampled', 'reported')))) t
      left join reviews r on r.employer_id = e.id and r.kind = 'opening'
  ) h on true`;

/** One employer, whoever's it is. */
export async function findEmployer(db: Database, id: string): Promise<EmployerRow | null> {
  const { rows } = await db.query<EmployerRow>(`${selectEmployer} where e.id = $1::bigint`, [id]);
  return rows[0] ?? null;
}

export async function findEmployerByCode(db: Database, creditCode: string): Promise<EmployerRow | null> {
  const { rows } = await db.query<EmployerRow>(`${selectEmployer} where e.credit_code = $1`, [creditCode]);
  return rows[0] ?? null;
}

/** Employers a person posts for, by name. */
export async function employersOf(db: Database, accountId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.query<{ id: string; name: string }>(
    `select e.id::text as id, e.name from employer_members m join employers e on e.id = m.employer_id
      where m.account_id = $1::bigint order by e.name`,
    [accountId],
  );
  return rows;
}

/** Whether a person belongs to an employer. Ids that are no numbers belong to nobody. */
export async function isMember(db: Database, accountId: string, employerId: string): Promise<boolean> {
  return (await roleIn(db, accountId, employerId)) !== null;
}

/** Owner, member, or null for a stranger. */
export async function roleIn(
  db: Database,
  accountId: string,
  employerId: string,
): Promise<'owner' | 'member' | null> {
  if (!/^\d{1,18}$/.test(employerId)) return null;
  const { rows } = await db.query<{ role: 'owner' | 'member' }>(
    'select role from employer_members where employer_id = $1::bigint and account_id = $2::bigint',
    [employerId, accountId],
  );
  return rows[0]?.role ?? null;
}

/** Those of a person's employers with what the desk's first page says of them. */
export async function findMemberships(
  db: Database,
  accountId: string,
): Promise<
  {
    id: string;
    name: string;
    role: 'owner' | 'member';
    standing: EmployerStanding;
    verifiedUntil: Date | null;
  }[]
> {
  const { rows } = await db.query(
    `select e.id::text as id, e.name, m.role, e.standing, e.verified_until as "verifiedUntil"
       from employer_members m join employers e on e.id = m.employer_id
      where m.account_id = $1::bigint order by e.name`,
    [accountId],
  );
  return rows;
}

/** A new employer; null when the code is known already. */
export async function insertEmployer(
  tx: Database,
  employer: { creditCode: string; codeReason: string | null; form: EmployerForm; now: Date },
): Promise<string | null> {
  const { form, now } = employer;
  const { rows } = await tx.query<{ id: string }>(
    `insert into employers (credit_code, code_reason, name, industry, size, introduction, address, town, place,
        place_reason, standing, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, st_setsrid(st_makepoint($9, $10), 4326)::geography, $11, 'new', $12, $12)
     on conflict (credit_code) do nothing returning id::text as id`,
    [
      employer.creditCode,
      employer.codeReason,
      form.name,
      form.industry,
      form.size,
      form.introduction,
      form.address,
      form.town,
      form.place.lng,
      form.place.lat,
      form.placeReason,
      now,
    ],
  );
  return rows[0]?.id ?? null;
}

/** What an employer says of itself, one version on. False when somebody saved in between. */
export async function updateEmployer(
  tx: Database,
  { id, version, form, now }: { id: string; version: number; form: EmployerForm; now: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update employers set name = $3, industry = $4, size = $5, introduction = $6, address = $7, town = $8,
        place = st_setsrid(st_makepoint($9, $10), 4326)::geography, place_reason = $11, version = version + 1,
        updated_at = $12
      where id = $1::bigint and version = $2`,
    [
      id,
      version,
      form.name,
      form.industry,
      form.size,
      form.introduction,
      form.address,
      form.town,
      form.place.lng,
      form.place.lat,
      form.placeReason,
      now,
    ],
  );
  return rowCount === 1;
}

/** What a reviewer decided about an employer; `codeOverride` and `verifiedUntil` are kept when null. */
export async function setStanding(
  tx: Database,
  id: string,
  change: {
    standing: EmployerStanding;
    verifiedAt: Date | null;
    verifiedUntil: Date | null;
    codeOverride: string | null;
    banReason: string | null;
    now: Date;
  },
): Promise<void> {
  await tx.query(
    `update employers set standing = $2, verified_at = coalesce($3, verified_at),
        verified_until = coalesce($4, verified_until), code_override = coalesce($5, code_override), ban_reason = $6,
        updated_at = $7 where id = $1::bigint`,
    [
      id,
      change.standing,
      change.verifiedAt,
      change.verifiedUntil,
      change.codeOverride,
      change.banReason,
      change.now,
    ],
  );
}

/** A new name that a reviewer has seen on the papers. */
export async function renameEmployer(tx: Database, id: string, name: string, now: Date): Promise<void> {
  await tx.query(
    'update employers set name = $2, version = version + 1, updated_at = $3 where id = $1::bigint',
    [id, name, now],
  );
}

/** Verified employers whose papers run out by a day and who were not asked in the days before their end, with whom to ask. */
export async function findToRemind(
  db: Database,
  { untilBefore, days }: { untilBefore: Date; days: number },
): Promise<{ id: string; name: string; town: string | null; verifiedUntil: Date; phones: string[] }[]> {
  const { rows } = await db.query(
    `select e.id::text as id, e.name, e.town, e.verified_until as "verifiedUntil",
            array_agg(a.phone) filter (where a.phone is not null and a.disabled_at is null) as phones
       from employers e
       join employer_members m on m.employer_id = e.id
       join accounts a on a.id = m.account_id
      where e.standing = 'verified' and e.verified_until < $1
        and (e.reminded_at is null or e.reminded_at < e.verified_until - make_interval(days => $2::int))
        and not exists (select 1 from reviews r where r.employer_id = e.id and r.kind = 'employer' and r.state = 'waiting')
      group by e.id order by e.verified_until limit 500`,
    [untilBefore, days],
  );
  return rows.map((row) => ({ ...row, phones: row.phones ?? [] }));
}

export async function markReminded(tx: Database, id: string, now: Date): Promise<void> {
  await tx.query('update employers set reminded_at = $2 where id = $1::bigint', [id, now]);
}

export type LicenceRow = { id: string; type: LicenceType; bytes: number; fileName: string; uploadedAt: Date };

/** Papers, newest first. */
export async function findLicences(db: Database, employerId: string): Promise<LicenceRow[]> {
  const { rows } = await db.query<LicenceRow>(
    `select id::text as id, type, bytes, file_name as "fileName", uploaded_at as "uploadedAt"
       from licences where employer_id = $1::bigint order by id desc`,
    [employerId],
  );
  return rows;
}

export async function findLicence(
  db: Database,
  employerId: string,
  licenceId: string,
): Promise<LicenceRow | null> {
  if (!/^\d{1,18}$/.test(licenceId)) return null;
  const { rows } = await db.query<LicenceRow>(
    `select id::text as id, type, bytes, file_name as "fileName", uploaded_at as "uploadedAt"
       from licences where id = $1::bigint and employer_id = $2::bigint`,
    [licenceId, employerId],
  );
  return rows[0] ?? null;
}

/** A paper; the same bytes of the same employer are one, dated anew. `isNew` says whether the file is to be kept. */
export async function putLicence(
  tx: Database,
  licence: {
    employerId: string;
    fileName: string;
    type: LicenceType;
    bytes: number;
    sha256: Buffer;
    accountId: string;
    now: Date;
  },
): Promise<LicenceRow & { isNew: boolean }> {
  const { rows } = await tx.query<LicenceRow & { isNew: boolean }>(
    `insert into licences (employer_id, file_name, type, bytes, sha256, uploaded_by, uploaded_at)
     values ($1::bigint, $2, $3, $4, $5, $6::bigint, $7)
     on conflict (employer_id, sha256) do update set uploaded_at = excluded.uploaded_at, uploaded_by = excluded.uploaded_by
     returning id::text as id, type, bytes, file_name as "fileName", uploaded_at as "uploadedAt", (xmax = 0) as "isNew"`,
    [
      licence.employerId,
      licence.fileName,
      licence.type,
      licence.bytes,
      licence.sha256,
      licence.accountId,
      licence.now,
    ],
  );
  return rows[0]!;
}
