import type { ReactNode } from 'react';
import type { ListedOpening } from '../../api/openings/contract.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { OpeningCard } from './card.tsx';
import styles from './list.module.css';

type OpeningListProps = {
  items: readonly ListedOpening[];
  total: number;
  hrefOf: (opening: ListedOpening) => string;
  now: Date;
  hoveredId: string | null;
  selectedId: string | null;
  seenIds: ReadonlySet<string>;
  actionsOf?: (opening: ListedOpening) => ReactNode;
  /** Under the openings, before more of them. */
  after?: ReactNode;
  onHover: (id: string | null) => void;
  loadMore: (() => void) | null;
  loadingMore: boolean;
};

const PAGE_SIZE = 20;

/** The list: the map's equal. */
export function OpeningList(props: OpeningListProps) {
  const { items, total, hrefOf, now, hoveredId, selectedId, seenIds, actionsOf, onHover } = props;
  return (
    <>
      <ol aria-label={words.listLabel}>
        {items.map((opening) => (
          <li key={opening.id}>
            <OpeningCard
              opening={opening}
              href={hrefOf(opening)}
              now={now}
              lit={hoveredId === opening.id}
              selected={selectedId === opening.id}
              seen={seenIds.has(opening.id)}
              actions={actionsOf?.(opening)}
              onHover={onHover}
            />
          </li>
        ))}
      </ol>
      {props.after}
      {props.loadMore ? (
        <div className={styles.more}>
          <Button wide working={props.loadingMore} onClick={props.loadMore}>
            {words.moreItems(Math.min(PAGE_SIZE, total - items.length))}
          </Button>
        </div>
      ) : (
        items.length > 0 && <p className={styles.end}>{words.allShown(total)}</p>
      )}
    </>
  );
}
