import type pg from 'pg';
import { actorOf } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { recordChanges } from '../db/changes.ts';
import type { Database } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { route, type Route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import {
  addSearchWord,
  listMissedSearches,
  listSearchWords,
  proposeOccupations,
  removeSearchWord,
  setAsideMissedSearch,
  type AddedWord,
  type KnownOccupation,
} from './contract.ts';
import type { Search } from './search.ts';
import type { Thesaurus } from './thesaurus.ts';
import { keptForm, occupationsFor, refuseWord } from './word-rules.ts';
import {
  deleteWord,
  findMissed,
  findTitled,
  findWords,
  insertWord,
  setAside,
  type StoredWord,
} from './words-store.ts';

const missedShown = 200;

/** The desk where staff teach the search the words of people here. */
export function wordsRoutes({ db, search }: { db: pg.Pool; search: Pick<Search, 'reader'> }): Route[] {
  const thesaurus = () => search.reader().thesaurus;
  return [
    route(listSearchWords, async ({ query }) => {
      const part = keptForm(query.q ?? '');
      const words = (await findWords(db)).map((stored) => toAddedWord(stored, thesaurus()));
      return { words: words.filter(({ word, occupation }) => `${word} ${occupation.name}`.includes(part)) };
    }),

    route(addSearchWord, async ({ viewer, body, now }) => {
      const refusal = refuseWord(body.word, body.occupation, thesaurus());
      if (refusal) throw refusal;
      const said = { word: keptForm(body.word), concept: body.occupation, kind: body.kind };
      return transact(db, async (tx) => {
        const stored = await insertWord(tx, said, actorOf(viewer), now);
        if (!stored) throw new Refusal('conflict', 'word.known', `“${body.word}”已经会找到这个职业`);
        await recordWord(tx, 'add', stored, actorOf(viewer), now);
        return toAddedWord(stored, thesaurus());
      });
    }),

    route(removeSearchWord, async ({ viewer, params, now }) => {
      await transact(db, async (tx) => {
        const stored = await deleteWord(tx, params.id);
        if (!stored) throw new Refusal('missing', 'word.missing', '没有这个词，可能刚被拿掉');
        await recordWord(tx, 'remove', stored, actorOf(viewer), now);
      });
      return {};
    }),

    route(proposeOccupations, ({ query }) =>
      occupationsFor(query.word, search.reader(), (id) => toKnown(id, thesaurus())),
    ),

    route(listMissedSearches, async () => ({
      searches: (await findMissed(db, missedShown)).map((missed) => ({
        ...missed,
        lastAt: missed.lastAt.toISOString(),
      })),
    })),

    route(setAsideMissedSearch, async ({ viewer, body, now }) => {
      await transact(db, async (tx) => {
        await setAside(tx, body.words, actorOf(viewer), now);
        await recordAudit(
          tx,
          {
            actor: actorOf(viewer),
            action: 'missed-search.set-aside',
            entity: 'missed_search',
            detail: body,
          },
          now,
        );
      });
      return {};
    }),
  ];
}

/** The audit line, and the openings whose titles are read by the word. */
async function recordWord(
  tx: Database,
  verb: 'add' | 'remove',
  { id, word, concept, kind }: StoredWord,
  actor: string,
  now: Date,
): Promise<void> {
  if (kind === 'name') await recordChanges(tx, 'opening', await findTitled(tx, word));
  const detail = { word, occupation: concept, kind };
  await recordAudit(
    tx,
    { actor, action: `thesaurus-word.${verb}`, entity: 'thesaurus_word', entityId: id, detail },
    now,
  );
}

function toKnown(id: string, thesaurus: Thesaurus): KnownOccupation {
  const concept = thesaurus.concepts.get(id);
  return { id, name: concept?.name ?? id, official: concept?.official ?? '' };
}

const toAddedWord = ({ id, word, kind, concept, by, at }: StoredWord, thesaurus: Thesaurus): AddedWord => ({
  id,
  word,
  kind,
  occupation: toKnown(concept, thesaurus),
  by,
  at: at.toISOString(),
});
