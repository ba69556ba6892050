import type { ReactNode } from 'react';
import { Dots } from '../ui/dots.tsx';
import type { Sort } from './filter.ts';
import styles from './list-head.module.css';
import { SortMenu } from './sort-menu.tsx';

type ListHeadProps = {
  title: string;
  facts: readonly ReactNode[];
  below?: ReactNode;
  sort: Sort;
  withWords: boolean;
  onSort: (sort: Sort) => void;
  /** Stands in the place of the order. */
  side?: ReactNode;
};

/** What the list holds, in a sentence, and its order. */
export function ListHead({ title, facts, below, sort, withWords, onSort, side }: ListHeadProps) {
  return (
    <div className={styles.head}>
      <div className={styles.said}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        <Dots className={styles.sub} items={facts} />
      </div>
      {side ?? <SortMenu sort={sort} withWords={withWords} onSort={onSort} />}
      {below && <div className={styles.below}>{below}</div>}
    </div>
  );
}
