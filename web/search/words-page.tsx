import { useState } from 'react';
import type { AddedWord } from '../../api/search/contract.ts';
import { formatDayTime } from '../text/day-time.ts';
import { formatCount } from '../text/numbers.ts';
import { wordsDeskWords } from '../text/words-desk.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { toast } from '../ui/toast.tsx';
import { WordForm } from './word-form.tsx';
import { useAddedWords, useMissedSearches, useWordActs } from './words-data.ts';
import styles from './words-desk.module.css';

/** Where those who manage teach the search what people here call a job. */
export function WordsPage() {
  const words = wordsDeskWords();
  const [taken, setTaken] = useState({ word: '', times: 0 });
  const use = (word: string) => {
    setTaken(({ times }) => ({ word, times: times + 1 }));
    document.getElementById('word-form')?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      <div className={styles.columns}>
        <section id="word-form" className={styles.surface}>
          <WordForm key={taken.times} start={taken.word} />
        </section>
        <MissedList onUse={use} />
      </div>
      <AddedList />
    </>
  );
}

function MissedList({ onUse }: { onUse: (word: string) => void }) {
  const words = wordsDeskWords();
  const query = useMissedSearches();
  const { setAside } = useWordActs();
  const searches = query.data?.searches;
  const leave = (said: string) => setAside.mutate(said, { onSuccess: () => toast(words.setAside(said)) });
  return (
    <section className={styles.surface} aria-labelledby="missed">
      <h2 id="missed">{words.missed}</h2>
      {query.isError && !searches && (
        <Failed title={words.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!searches && !query.isError && <SkeletonRows rows={4} label={words.loading} />}
      {searches?.length === 0 && (
        <Empty title={words.missedNone}>
          <p>{words.missedNext}</p>
        </Empty>
      )}
      <ul className={styles.missed}>
        {searches?.map(({ words: said, times, days }) => (
          <li key={said}>
            <span>
              <b>{said}</b>
              <small>{words.times(formatCount(times), formatCount(days))}</small>
            </span>
            <Button dense aria-label={words.useFull(said)} onClick={() => onUse(said.replaceAll(' ', ''))}>
              {words.use}
            </Button>
            <Button dense kind="quiet" aria-label={words.asideFull(said)} onClick={() => leave(said)}>
              {words.aside}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddedList() {
  const words = wordsDeskWords();
  const query = useAddedWords();
  const { remove } = useWordActs();
  const added = query.data?.words;
  const take = ({ id, word }: AddedWord) =>
    remove.mutate(id, { onSuccess: () => toast(words.removed(word)) });
  return (
    <section className={styles.added} aria-labelledby="added">
      <h2 id="added">{words.added}</h2>
      {query.isError && !added && (
        <Failed title={words.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!added && !query.isError && <SkeletonRows rows={3} label={words.loading} />}
      {added?.length === 0 && <Empty title={words.addedNone} />}
      {added && added.length > 0 && (
        <Table
          caption={words.added}
          rows={added}
          keyOf={({ id }) => id}
          columns={[
            { id: 'word', head: words.heads.word, names: true, cell: ({ word }) => word },
            { id: 'occupation', head: words.heads.occupation, cell: ({ occupation }) => occupation.name },
            { id: 'kind', head: words.heads.kind, cell: ({ kind }) => words.kinds[kind].label },
            {
              id: 'at',
              head: words.heads.at,
              number: true,
              cell: ({ at }) => formatDayTime(at).slice(0, 10),
            },
            {
              id: 'act',
              head: words.heads.act,
              actions: true,
              cell: (row) => (
                <Button dense kind="quiet" aria-label={words.removeFull(row.word)} onClick={() => take(row)}>
                  {words.remove}
                </Button>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
