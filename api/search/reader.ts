import type { Database } from '../db/database.ts';
import type { Log } from './index-worker.ts';
import { warmLexicon } from './lexicon.ts';
import { findStaffWords } from './store.ts';
import { buildThesaurus, type Thesaurus } from './thesaurus.ts';
import { readThesaurusData, type StaffWord } from './thesaurus-data.ts';
import type { Reader } from './understand.ts';
import { createCutter } from './words.ts';

const refreshEveryMs = 30_000;

export type ReaderSource = { reader(): Reader; close(): void };

/** The thesaurus of the files as a reader; what tests and tools use that have no database. */
export function createReader(staff: readonly StaffWord[] = [], data = readThesaurusData()): Reader {
  const thesaurus = buildThesaurus(data, staff);
  return { thesaurus, cut: createCutter(dictionaryOf(thesaurus)) };
}

/** Names of jobs and places; phrases such as 会打扫 are left to be cut. */
function* dictionaryOf(thesaurus: Thesaurus): Iterable<string> {
  for (const [word, meanings] of thesaurus.vocabulary) {
    const isName = meanings.some((meaning) => meaning.kind !== 'occupation' || meaning.as === 'name');
    if (isName) yield word;
  }
}

/** Reads files and staff words, and the latter again now and then: an edit works without a restart. */
export async function openReader(db: Database, log?: Log): Promise<ReaderSource> {
  const data = readThesaurusData();
  let staff = await findStaffWords(db);
  let reader = createReader(staff, data);
  const timer = setInterval(() => void refresh().catch(() => {}), refreshEveryMs);
  timer.unref();
  // The first query by sound should not pay for the table of sounds.
  void warmLexicon(reader.thesaurus);

  async function refresh(): Promise<void> {
    const now = await findStaffWords(db);
    if (JSON.stringify(now) === JSON.stringify(staff)) return;
    staff = now;
    const next = createReader(staff, data);
    await warmLexicon(next.thesaurus);
    reader = next;
    log?.info({ thesaurus: reader.thesaurus.version, staffWords: staff.length });
  }
  return { reader: () => reader, close: () => clearInterval(timer) };
}
