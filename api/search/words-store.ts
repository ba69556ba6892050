import type { Database } from '../db/database.ts';
import type { StaffWord } from './thesaurus-data.ts';

export type StoredWord = StaffWord & { id: string; by: string; at: Date };

const columns = 'id::text as id, word, concept, kind, by, at';

/** Words the staff added to the files' thesaurus, newest first. */
export async function findWords(db: Database): Promise<StoredWord[]> {
  const { rows } = await db.query<StoredWord>(`select ${columns} from thesaurus_words order by id desc`);
  return rows;
}

/** As much of the table as shows whether it has changed. */
export async function findWordsVersion(db: Database): Promise<string> {
  const { rows } = await db.query<{ version: string }>(
    `select count(*) || '-' || coalesce(max(id), 0) as version from thesaurus_words`,
  );
  return rows[0]!.version;
}

/** @returns null where the occupation has this word already */
export async function insertWord(
  tx: Database,
  { word, concept, kind }: StaffWord,
  by: string,
  now: Date,
): Promise<StoredWord | null> {
  const { rows } = await tx.query<StoredWord>(
    `insert into thesaurus_words (word, concept, kind, by, at) values ($1, $2, $3, $4, $5)
         on conflict (word, concept) do nothing
     returning ${columns}`,
    [word, concept, kind, by, now],
  );
  return rows[0] ?? null;
}

/** @returns what was taken out, null where there was none */
export async function deleteWord(tx: Database, id: string): Promise<StoredWord | null> {
  const { rows } = await tx.query<StoredWord>(
    `delete from thesaurus_words where id = $1::bigint returning ${columns}`,
    [id],
  );
  return rows[0] ?? null;
}

/** Openings whose title or stated occupation holds the word, so that they are read anew. */
export async function findTitled(db: Database, word: string): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id::float8 as id from openings
      where status = 'published'
        and position($1 in lower(replace(title || ' ' || coalesce(occupation, ''), ' ', ''))) > 0`,
    [word],
  );
  return rows.map(({ id }) => id);
}

export type MissedSearch = { words: string; times: number; days: number; lastAt: Date };

/** Searches without hits for which there is no word yet and that nobody has set aside since. */
export async function findMissed(db: Database, limit: number): Promise<MissedSearch[]> {
  const { rows } = await db.query<MissedSearch>(
    `select m.words, m.times, m.days, m.last_at as "lastAt"
       from searches_without_hits m
      where not exists (select from thesaurus_words w where w.word = replace(m.words, ' ', ''))
        and not exists (select from missed_searches_set_aside s where s.words = m.words and s.at >= m.last_at)
      order by m.times desc, m.last_at desc
      limit $1`,
    [limit],
  );
  return rows;
}

export async function setAside(tx: Database, words: string, by: string, now: Date): Promise<void> {
  await tx.query(
    `insert into missed_searches_set_aside (words, by, at) values ($1, $2, $3)
         on conflict (words) do update set by = excluded.by, at = excluded.at`,
    [words, by, now],
  );
}
