import type { Database } from '../db/database.ts';
import type { Finding } from '../moderation/advert.ts';
import type { OpeningForm } from '../opening-desk/contract.ts';
import type { BulkChoice, BulkRowState, CellFault } from './contract.ts';
import type { ReadRow } from './rules.ts';

export type UploadRow = {
  id: string;
  employerId: string;
  employerName: string;
  /** Where the employer is, for staff who answer for some divisions only. */
  employerTown: string | null;
  actor: string;
  fileName: string;
  state: 'checked' | 'publishing' | 'done';
  choice: BulkChoice | null;
  uploadedAt: Date;
  counts: Partial<Record<BulkRowState, number>>;
};

const columns = `u.id::text as id, u.employer_id::text as "employerId", e.name as "employerName",
  e.town as "employerTown", u.actor, u.file_name as "fileName", u.state, u.choice, u.uploaded_at as "uploadedAt",
  (select coalesce(jsonb_object_agg(c.state, c.n), '{}') from
     (select r.state, count(*)::int as n from bulk_rows r where r.upload_id = u.id group by r.state) c) as counts`;

/** One list, whoever's it is. */
export async function findUpload(db: Database, id: string): Promise<UploadRow | null> {
  const { rows } = await db.query<UploadRow>(
    `select ${columns} from bulk_uploads u join employers e on e.id = u.employer_id where u.id = $1::bigint`,
    [id],
  );
  return rows[0] ?? null;
}

/**
 * Employers whose name or code holds the words, of those that lie in one of the divisions; shortest names first.
 * @param cityCode where an employer without a town counts as lying
 */
export async function findServedEmployers(
  db: Database,
  asked: { words: string; divisions: readonly string[]; cityCode: string },
): Promise<{ id: string; name: string; creditCode: string }[]> {
  const { rows } = await db.query<{ id: string; name: string; creditCode: string }>(
    `select id::text as id, name, credit_code as "creditCode" from employers
      where (strpos(name, $1) > 0 or strpos(credit_code, upper($1)) > 0)
        and standing <> 'banned' and left(credit_code, 2) <> 'YY'
        and exists (select from unnest($2::text[]) d where d <> '' and starts_with(coalesce(town, $3), d))
      order by length(name), id limit 10`,
    [asked.words, asked.divisions, asked.cityCode],
  );
  return rows;
}

/** The same file of the same employer, when it came before. */
export async function findSameFile(
  db: Database,
  employerId: string,
  sha256: Buffer,
): Promise<{ id: string } | null> {
  const { rows } = await db.query<{ id: string }>(
    'select id::text as id from bulk_uploads where employer_id = $1::bigint and sha256 = $2',
    [employerId, sha256],
  );
  return rows[0] ?? null;
}

/** The last twenty lists of an employer. */
export async function findUploads(db: Database, employerId: string): Promise<UploadRow[]> {
  const { rows } = await db.query<UploadRow>(
    `select ${columns} from bulk_uploads u join employers e on e.id = u.employer_id
      where u.employer_id = $1::bigint order by u.id desc limit 20`,
    [employerId],
  );
  return rows;
}

/** A list that was looked through; null when the same file was sent at the same time. */
export async function insertUpload(
  tx: Database,
  upload: { employerId: string; actor: string; fileName: string; sha256: Buffer; now: Date },
): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into bulk_uploads (employer_id, actor, file_name, sha256, uploaded_at)
     values ($1::bigint, $2, $3, $4, $5) on conflict (employer_id, sha256) do nothing returning id::text as id`,
    [upload.employerId, upload.actor, upload.fileName, upload.sha256, upload.now],
  );
  return rows[0]?.id ?? null;
}

/** Rows at a time: a row may hold 30 kB of text. */
const rowsAtATime = 200;

export async function insertRows(tx: Database, uploadId: string, rows: readonly ReadRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtATime) {
    const given = rows.slice(from, from + rowsAtATime).map(({ contentHash, ...row }) => ({
      ...row,
      contentHash: contentHash.toString('hex'),
      state: row.faults.length > 0 ? 'bad' : 'good',
    }));
    await tx.query(
      `insert into bulk_rows (upload_id, row, external_id, content_hash, form, faults, findings, state)
       select $1::bigint, g.row, g."externalId", decode(g."contentHash", 'hex'), g.form, g.faults, g.findings, g.state
         from jsonb_to_recordset($2::jsonb) as g(row int, "externalId" text, "contentHash" text, form jsonb,
              faults jsonb, findings jsonb, state text)`,
      [uploadId, JSON.stringify(given)],
    );
  }
}

export type KeptRow = {
  row: number;
  externalId: string;
  contentHash: Buffer;
  form: OpeningForm;
  faults: CellFault[];
  findings: Finding[];
  state: BulkRowState;
  openingId: string | null;
  problem: string | null;
};

const rowColumns = `row, external_id as "externalId", content_hash as "contentHash", form, faults, findings, state,
  opening_id::text as "openingId", problem`;

export type RowFilter = { only: 'all' | 'faults' | 'findings'; limit: number; offset: number };

/** Rows of a list in their order; `faults` those that something keeps back, `findings` those the lint says something to. */
export async function findRows(
  db: Database,
  uploadId: string,
  { only, limit, offset }: RowFilter,
): Promise<{ total: number; rows: KeptRow[] }> {
  const { rows } = await db.query<KeptRow & { total: number }>(
    `select ${rowColumns}, count(*) over ()::int as total from bulk_rows
      where upload_id = $1::bigint
        and ($2 = 'all' or ($2 = 'faults' and (faults <> '[]' or problem is not null))
             or ($2 = 'findings' and findings <> '[]'))
      order by row limit $3 offset $4`,
    [uploadId, only, limit, offset],
  );
  return { total: rows[0]?.total ?? 0, rows };
}

/** From looked through to publishing; false when that has been said before. */
export async function startPublishing(
  tx: Database,
  uploadId: string,
  choice: BulkChoice,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update bulk_uploads set state = 'publishing', choice = $2, started_at = $3
      where id = $1::bigint and state = 'checked'`,
    [uploadId, choice, now],
  );
  if (rowCount === 1 && choice === 'good')
    await tx.query(`update bulk_rows set state = 'skipped' where upload_id = $1::bigint and state = 'bad'`, [
      uploadId,
    ]);
  return rowCount === 1;
}

/** Lists somebody has said to publish and that are not done. */
export async function findPublishing(db: Database): Promise<{ id: string }[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id::text as id from bulk_uploads where state = 'publishing' order by id`,
  );
  return rows;
}

/** The next row to deal with, held for the rest of the transaction; null when none is left or others hold them. */
export async function takeRow(
  tx: Database,
  uploadId: string,
): Promise<(KeptRow & { employerId: string; actor: string }) | null> {
  const { rows } = await tx.query<KeptRow & { employerId: string; actor: string }>(
    `select r.row, r.external_id as "externalId", r.content_hash as "contentHash", r.form, r.faults, r.findings, r.state,
            r.opening_id::text as "openingId", r.problem, u.employer_id::text as "employerId", u.actor
       from bulk_rows r join bulk_uploads u on u.id = r.upload_id
      where r.upload_id = $1::bigint and r.state in ('good', 'bad')
      order by r.row limit 1 for update of r skip locked`,
    [uploadId],
  );
  return rows[0] ?? null;
}

export async function settleRow(
  tx: Database,
  uploadId: string,
  row: number,
  end: { state: BulkRowState; openingId: string | null; problem: string | null },
): Promise<void> {
  await tx.query(
    `update bulk_rows set state = $3, opening_id = $4::bigint, problem = $5 where upload_id = $1::bigint and row = $2`,
    [uploadId, row, end.state, end.openingId, end.problem],
  );
}

/** Done when no row is left to deal with. */
export async function finishUpload(tx: Database, uploadId: string, now: Date): Promise<void> {
  await tx.query(
    `update bulk_uploads set state = 'done', finished_at = $2
      where id = $1::bigint and state = 'publishing'
        and not exists (select 1 from bulk_rows where upload_id = $1::bigint and state in ('good', 'bad'))`,
    [uploadId, now],
  );
}

/** Two lists of one employer are dealt with one row after the other, so that the same row makes one opening. */
export async function holdEmployer(tx: Database, employerId: string): Promise<void> {
  await tx.query('select 1 from employers where id = $1::bigint for update', [employerId]);
}

/** The opening that a row of an earlier list has become. */
export async function findKnownOpening(
  tx: Database,
  employerId: string,
  externalId: string,
): Promise<{ openingId: string; contentHash: Buffer; status: string; version: number } | null> {
  const { rows } = await tx.query<{
    openingId: string;
    contentHash: Buffer;
    status: string;
    version: number;
  }>(
    `select b.opening_id::text as "openingId", b.content_hash as "contentHash", o.status, o.version
       from bulk_openings b join openings o on o.id = b.opening_id
      where b.employer_id = $1::bigint and b.external_id = $2`,
    [employerId, externalId],
  );
  return rows[0] ?? null;
}

export async function rememberOpening(
  tx: Database,
  known: { employerId: string; externalId: string; openingId: string; contentHash: Buffer },
): Promise<void> {
  await tx.query(
    `insert into bulk_openings (employer_id, external_id, opening_id, content_hash)
     values ($1::bigint, $2, $3::bigint, $4)
     on conflict (employer_id, external_id)
     do update set opening_id = excluded.opening_id, content_hash = excluded.content_hash`,
    [known.employerId, known.externalId, known.openingId, known.contentHash],
  );
}

/** Deletes lists that were never published, after so many days: what they hold is the sender's file. */
export async function forgetUploads(db: Database, now: Date, days: number): Promise<void> {
  await db.query(
    `delete from bulk_uploads where state <> 'publishing'
        and uploaded_at < $1::timestamptz - make_interval(days => $2)`,
    [now, days],
  );
}
