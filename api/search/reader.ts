import type { Database } from '../db/database.ts';
import type { Log } from './index-worker.ts';
import { extendLexicon, warmLexicon } from './lexicon.ts';
import { withStaffWords } from './staff-words.ts';
import { likeTrades } from './likeness/likeness.ts';
import { buildThesaurus, type Thesaurus } from './thesaurus.ts';
import { readThesaurusData, type StaffWord } from './thesaurus-data.ts';
import type { Reader } from './understand.ts';
import { findWords, findWordsVersion } from './words-store.ts';
import { createCutter } from './words.ts';

const refreshEveryMs = 1000;

export type ReaderSource = {
  /** What queries are read with: at most a second old. */
  reader(): Reader;
  /**
   * When the sounds of all words are known: some seconds of processor time after a start, in small steps, so that only
   * who asks by words waits.
   */
  warmed(): Promise<void>;
  /** With every word that is committed now: what openings are filed with. */
  fresh(): Promise<Reader>;
  close(): void;
};

/** The thesaurus of the files as a reader; what tests and tools use that have no database. */
export function createReader(staff: readonly StaffWord[] = []): Reader {
  const thesaurus = buildThesaurus(readThesaurusData());
  return { thesaurus: withStaffWords(thesaurus, staff), cut: createCutter(dictionaryOf(thesaurus)) };
}

/** Names of jobs and places; phrases such as 会打扫 are left to be cut. */
function* dictionaryOf(thesaurus: Thesaurus): Iterable<string> {
  for (const [word, meanings] of thesaurus.vocabulary) {
    const isName = meanings.some((meaning) => meaning.kind !== 'occupation' || meaning.as === 'name');
    if (isName) yield word;
  }
}

/** Reads files and staff words, and the latter again whenever they have changed: an edit works without a restart. */
export async function openReader(db: Database, log?: Log): Promise<ReaderSource> {
  const base = buildThesaurus(readThesaurusData());
  // Words of the staff are not among what the cutter holds together: openings without them are filed as before.
  const cut = createCutter(dictionaryOf(base));
  let reader: Reader = { thesaurus: base, cut };
  let version = '';
  let refreshing: Promise<void> | null = null;
  let warming: Promise<void> | null = null;
  const timer = setInterval(() => void refresh().catch(() => {}), refreshEveryMs);
  timer.unref();

  function refresh(): Promise<void> {
    refreshing ??= refreshNow().finally(() => (refreshing = null));
    return refreshing;
  }

  async function refreshNow(): Promise<void> {
    const now = await findWordsVersion(db);
    if (now === version) return;
    const words = await findWords(db);
    await warmLexicon(base);
    // Its dictionary takes 0.2 s to load, what was learned of trades 0.1: the first query should pay for neither.
    cut.plain('');
    likeTrades('', 1);
    const thesaurus = withStaffWords(base, words);
    const added = words.map(({ word }) => word).filter((word) => !base.vocabulary.has(word));
    if (thesaurus !== base) extendLexicon(base, thesaurus, added);
    [reader, version] = [{ thesaurus, cut }, now];
    log?.info({ thesaurus: 'words of the staff', count: words.length });
  }

  return {
    reader: () => reader,
    warmed: () => (warming ??= warmLexicon(base)),
    async fresh() {
      // One that runs already may have looked before the last commit.
      await refreshing?.catch(() => {});
      await refresh();
      return reader;
    },
    close: () => clearInterval(timer),
  };
}
