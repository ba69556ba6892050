import type { ServicePointItem } from '../../api/service-points/contract.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import listStyles from './point-list.module.css';
import { PointRow } from './row.tsx';

type PointListProps = {
  points: readonly ServicePointItem[];
  total: number;
  now: Date;
  hrefOf: (point: ServicePointItem) => string;
  hoveredId: string | null;
  selectedId: string | null;
  onHover: (id: string | null) => void;
  more: { count: number; load: () => void; loading: boolean } | null;
};

export function PointList(props: PointListProps) {
  const { points, total, now, hrefOf, hoveredId, selectedId, onHover, more } = props;
  return (
    <>
      <ol aria-label={words.pointListLabel}>
        {points.map((point) => (
          <li key={point.id}>
            <PointRow
              point={point}
              href={hrefOf(point)}
              now={now}
              lit={hoveredId === point.id}
              selected={selectedId === point.id}
              onHover={onHover}
            />
          </li>
        ))}
      </ol>
      {more ? (
        <div className={listStyles.more}>
          <Button wide working={more.loading} onClick={more.load}>
            {words.moreItems(more.count)}
          </Button>
        </div>
      ) : (
        <p className={listStyles.end}>{words.allShown(total)}</p>
      )}
    </>
  );
}
