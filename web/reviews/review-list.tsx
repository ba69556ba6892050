import { useRef, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { formatWhen } from '../text/accounts.ts';
import { reviewsWords } from '../text/reviews.ts';
import { spaced } from '../text/spacing.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { useNow } from '../ui/use-now.ts';
import type { ReviewItem } from './data.ts';
import styles from './review-list.module.css';

type ReviewListProps = {
  items: readonly ReviewItem[];
  total: number;
  chosen: string | null;
  decided: boolean;
  hrefOf: (id: string) => string;
  onMore: () => void;
};

/** The queue, longest waiting first. Arrow keys move through it, Enter opens. */
export function ReviewList({ items, total, chosen, decided, hrefOf, onMore }: ReviewListProps) {
  const words = reviewsWords();
  const now = useNow();
  const ref = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...(ref.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (!step || at < 0) return;
    event.preventDefault();
    links[at + step]?.focus();
  };
  if (items.length === 0)
    return (
      <div className={styles.empty}>
        <Empty title={decided ? words.noneDecided : words.done}>{!decided && <p>{words.doneNext}</p>}</Empty>
      </div>
    );
  return (
    <>
      <ul ref={ref} className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            <Link
              href={hrefOf(item.id)}
              aria-current={item.id === chosen ? 'true' : undefined}
              className={styles.item}
              onKeyDown={move}
            >
              <span className={styles.top}>
                <span className={item.cause === 'reported' ? styles.red : undefined}>
                  {decided ? words.states[item.state] : words.causes[item.cause]}
                </span>
                <time dateTime={item.askedAt}>{formatWhen(item.decidedAt ?? item.askedAt, now)}</time>
              </span>
              <b>{spaced(item.title)}</b>
              {item.kind !== 'employer' && <span className={styles.employer}>{item.employer.name}</span>}
              <span className={styles.marks}>
                {item.findings > 0 && (
                  <span className={styles.amber}>{words.findingsCount(item.findings)}</span>
                )}
                {item.hasAnswer && <span>{words.hasAnswer}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {items.length < total && (
        <p className={styles.more}>
          <Button onClick={onMore}>{words.more}</Button>
        </p>
      )}
      <p className={styles.keys}>{words.keys}</p>
    </>
  );
}
