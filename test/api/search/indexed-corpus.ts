import type pg from 'pg';
import { transact } from '../../../api/db/transact.ts';
import { putEmployers, putOpenings } from '../../../api/openings/store.ts';
import { makeCreditCode } from '../../support/lists.ts';
import { makeOpening } from '../../support/openings.ts';
import type { CorpusOpening } from './corpus.ts';

/** Publishes a made corpus. @returns ids of the database by ids of the corpus */
export async function publishCorpus(
  pool: pg.Pool,
  corpus: readonly CorpusOpening[],
): Promise<Map<number, number>> {
  const names = [...new Set(corpus.map(({ employerName }) => employerName))];
  const codes = new Map(names.map((name, at) => [name, makeCreditCode(at + 1)]));
  await transact(pool, async (tx) => {
    await putEmployers(
      tx,
      names.map((name) => ({ creditCode: codes.get(name)!, name, industry: 'C' })),
    );
    await putOpenings(
      tx,
      corpus.map((opening) =>
        makeOpening({
          externalId: opening.externalId!,
          creditCode: codes.get(opening.employerName)!,
          title: opening.title,
          occupation: opening.occupation,
          industry: null,
          duties: opening.duties,
          requirements: '',
          benefits: opening.benefits,
          town: townCodeOf(opening.town),
          address: '',
          expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
        }),
      ),
    );
  });
  const { rows } = await pool.query<{ id: number; externalId: string }>(
    'select id::float8 as id, external_id as "externalId" from openings',
  );
  const byExternal = new Map(rows.map(({ id, externalId }) => [externalId, id]));
  return new Map(corpus.map(({ id, externalId }) => [id, byExternal.get(externalId!)!]));
}

// The corpus names some towns that are only near real ones; the words are what is tested.
const townCodeOf = (code: string): string => (/^\d{9}$/.test(code) ? code : '321003103');
