import { IconChevronRight, IconCircleDashed, IconSearch, IconX } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OpeningFilter } from '../../api/openings/contract.ts';
import { words } from '../text/words.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { countQuery } from './data.ts';
import type { FindState } from './filter.ts';
import type { Offer } from './offers.ts';
import styles from './zero.module.css';

type ZeroProps = {
  title: string;
  /** The conditions in words, or null when there are none. */
  said: string | null;
  offers: readonly Offer[];
  queryOf: (state: FindState) => OpeningFilter;
  onTake: (state: FindState) => void;
  /** The nearest point to ask. */
  ask: ReactNode;
  /** To be told when it comes. */
  tell: ReactNode;
};

const MOST_SHOWN = 5;
const signs = { wider: IconCircleDashed, fewer: IconX, words: IconSearch };

/** Nothing found is an answer too: what one step of change would give, and whom to ask. */
export function Zero({ title, said, offers, queryOf, onTake, ask, tell }: ZeroProps) {
  const counts = useQueries({ queries: offers.map((offer) => countQuery(queryOf(offer.state))) });
  const pending = counts.some(({ isPending }) => isPending);
  const shown = offers
    .map((offer, index) => ({ offer, count: counts[index]?.data?.total ?? 0 }))
    .filter(({ count }) => count > 0)
    .slice(0, MOST_SHOWN);
  const next = shown.length > 0 || pending ? words.zeroChange : words.zeroNothing;
  return (
    <div>
      <div className={styles.lead}>
        <h1 tabIndex={-1}>{title}</h1>
        <p>
          {said && `${said}。`}
          {next}
        </p>
      </div>
      {pending && shown.length === 0 && <SkeletonRows rows={2} label={words.loadingOpenings} />}
      {shown.map(({ offer, count }) => {
        const Sign = signs[offer.kind];
        return (
          <button key={offer.key} type="button" className={styles.offer} onClick={() => onTake(offer.state)}>
            <Sign size="1.375rem" stroke={1.75} aria-hidden="true" />
            <span className={styles.label}>{offer.label}</span>
            <span className={styles.count}>{words.countOf(count)}</span>
            <IconChevronRight size="1.25rem" stroke={1.75} aria-hidden="true" />
          </button>
        );
      })}
      {tell}
      {ask && (
        <section className={styles.ask}>
          <h2>{words.zeroAsk}</h2>
          {ask}
        </section>
      )}
    </div>
  );
}
