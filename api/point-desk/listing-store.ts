import type { Database } from '../db/database.ts';

type EmployerOnFile = { id: string; name: string; creditCode: string };

/** Employers whose name or code holds the words, shortest names first. */
export async function findEmployersBy(db: Database, words: string): Promise<EmployerOnFile[]> {
  const { rows } = await db.query<EmployerOnFile>(
    `select id::text as id, name, credit_code as "creditCode" from employers
      where (strpos(name, $1) > 0 or strpos(credit_code, upper($1)) > 0)
        and standing <> 'banned' and left(credit_code, 2) <> 'YY'
      order by length(name), id limit 10`,
    [words],
  );
  return rows;
}

/** The employer of a code, made when it is not on file; a name on file stays. */
export async function putListingEmployer(
  tx: Database,
  employer: { creditCode: string; name: string; codeReason: string | null; industry: string | null },
): Promise<string> {
  await tx.query(
    `insert into employers (credit_code, name, code_reason, industry) values ($1, $2, $3, $4)
     on conflict (credit_code) do nothing`,
    [employer.creditCode, employer.name, employer.codeReason, employer.industry],
  );
  const { rows } = await tx.query<{ id: string }>(
    'select id::text as id from employers where credit_code = $1',
    [employer.creditCode],
  );
  return rows[0]!.id;
}

/** Whether there is such an employer. */
export async function hasEmployer(tx: Database, id: string): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from employers where id = $1::bigint', [id]);
  return (rowCount ?? 0) > 0;
}

/** Makes an opening a point's own, with where it came from and that it may be published. */
export async function writeListing(
  tx: Database,
  listing: { openingId: string; pointId: string; source: string },
  now: Date,
): Promise<void> {
  await tx.query(
    `update openings set service_point_id = $2::bigint, local_source = $3, local_consent_at = $4
      where id = $1::bigint`,
    [listing.openingId, listing.pointId, listing.source, now],
  );
}

/** Code and state of an opening just taken in. */
export async function findListing(
  tx: Database,
  openingId: string,
): Promise<{ code: string; status: string }> {
  const { rows } = await tx.query<{ code: string; status: string }>(
    'select code, status from openings where id = $1::bigint',
    [openingId],
  );
  return rows[0]!;
}
