import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { listOpenings, mostIds, type ListedOpening } from '../../api/openings/contract.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { call } from '../call.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';
import { Dots } from '../ui/dots.tsx';
import { Empty } from '../ui/empty.tsx';
import { OpeningCard, placeOf } from './card.tsx';
import styles from './saved-list.module.css';
import { SaveButton } from './save-button.tsx';
import { renew, useSaved } from './saved.ts';

type SavedListProps = { now: Date; me: LngLat | null; hrefOf: (id: string) => string; findHref: string };

/**
 * What this device has saved, first as it was, then as it is. One that is taken out stays in its row until one leaves, so
 * that it can be put back.
 */
export function SavedList({ now, me, hrefOf, findHref }: SavedListProps) {
  const saved = useSaved();
  const [rows] = useState(saved);
  const ids = rows.map(({ opening }) => opening.id);
  const query = useQuery({
    queryKey: ['saved-openings', ids, me],
    queryFn: ({ signal }) =>
      call(listOpenings, {
        query: { ids, pageSize: mostIds, ...(me && { near: [me.lng, me.lat] }) },
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  });
  const listed = query.data?.items;
  useEffect(() => {
    if (listed) renew(listed);
  }, [listed]);
  const isSaved = (id: string) => saved.some((one) => one.opening.id === id);
  return (
    <section className={styles.saved}>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{words.savedTitle}</h1>
        {rows.length > 0 && <p>{words.savedLead}</p>}
        {query.isError && <p className={styles.old}>{words.savedOld}</p>}
      </header>
      {rows.length === 0 && (
        <Empty title={words.savedEmpty}>
          <Link href={findHref}>{words.navFind}</Link>
        </Empty>
      )}
      <ul className={styles.list} hidden={rows.length === 0}>
        {rows.map(({ opening }) => {
          const current = listed?.find(({ id }) => id === opening.id);
          return (
            <li key={opening.id} className={isSaved(opening.id) ? undefined : styles.out}>
              {listed && !current ? (
                <Ended opening={opening} />
              ) : (
                <OpeningCard opening={current ?? opening} href={hrefOf(opening.code)} now={now} />
              )}
              <SaveButton opening={current ?? opening} ofSeveral />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** One that is not listed any more: what it was, and that it is over. */
function Ended({ opening }: { opening: ListedOpening }) {
  return (
    <article className={styles.ended}>
      <h2>{spaced(opening.title)}</h2>
      <Dots items={[opening.employer.name, placeOf(opening)]} />
      <p>{words.savedEnded}</p>
    </article>
  );
}
