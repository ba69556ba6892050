import { IconArrowsSort, IconCheck } from '@tabler/icons-react';
import { words } from '../text/words.ts';
import { Popover } from '../ui/popover.tsx';
import type { Sort } from './filter.ts';
import styles from './list-head.module.css';

type SortMenuProps = { sort: Sort; withWords: boolean; onSort: (sort: Sort) => void };

/** The order of the list, said in words on its button. */
export function SortMenu({ sort, withWords, onSort }: SortMenuProps) {
  const sorts: Sort[] = [...(withWords ? (['relevance'] as const) : []), 'distance', 'newest', 'salary'];
  return (
    <Popover
      label={words.sortLabel}
      side="right"
      button={(props) => (
        <button type="button" {...props} className={styles.sort}>
          <IconArrowsSort size="1.25rem" stroke={1.75} aria-hidden="true" />
          <span className="visually-hidden">{words.sortLabel}：</span>
          {words.sorts[sort]}
        </button>
      )}
    >
      {(close) => (
        <ul className={styles.options}>
          {sorts.map((name) => (
            <li key={name}>
              <button
                type="button"
                className={`${styles.option} ${name === sort ? styles.chosen : ''}`}
                aria-pressed={name === sort}
                onClick={() => {
                  onSort(name);
                  close();
                }}
              >
                <span>{name === sort && <IconCheck size="1.25rem" stroke={2} aria-hidden="true" />}</span>
                {words.sorts[name]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
