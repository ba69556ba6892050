import { useState } from 'react';
import { formatCount } from '../text/numbers.ts';
import { words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dots } from '../ui/dots.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useServicePoints } from '../service-points/data.ts';
import { emptyPoints, countPointConditions, writePoints } from '../service-points/filter.ts';
import { openFirst } from '../service-points/order.ts';
import { PointList } from '../service-points/point-list.tsx';
import headStyles from '../service-points/points-head.module.css';
import zeroStyles from '../openings/zero.module.css';
import { urls } from './urls.ts';
import { AreaRow } from './area-row.tsx';
import type { Points } from './use-points.ts';

type PointsPanelProps = {
  points: Points;
  now: Date;
  withHead: boolean;
  hoveredId: string | null;
  selectedId: string | null;
  city: { total: number; openNow: number } | null;
  onHover: (id: string | null) => void;
};

const PAGE_SIZE = 40;

/** Service points, those with an open door first. */
export function PointsPanel(props: PointsPanelProps) {
  const { points, now, withHead, hoveredId, selectedId, city, onHover } = props;
  const { state, query } = points;
  const [shown, setShown] = useState(PAGE_SIZE);
  const list = useServicePoints(query, shown);
  const data = list.data;
  if (!data) {
    if (list.isError)
      return <Failed title={words.failedTitle} error={list.error} onRetry={() => void list.refetch()} />;
    return <SkeletonRows label={words.loadingPoints} />;
  }
  const { total, openNow } = data;
  const ordered = openFirst(data.items, now);
  const isBounded =
    state.area !== null ||
    points.view !== null ||
    points.withinMetres !== null ||
    countPointConditions(state) > 0;
  const search = writePoints(state);
  const announcement = <Announcer text={words.spokenPoints(total, openNow)} />;
  const areaRow = state.area && <AreaRow onRemove={() => points.change({ area: null })} />;
  if (total === 0)
    return (
      <>
        {areaRow}
        <div className={zeroStyles.lead}>
          {announcement}
          <h1 tabIndex={-1}>{words.zeroPoints}</h1>
          <p>
            <Button kind="quiet" onClick={() => points.go({ ...emptyPoints, start: state.start })}>
              {words.zeroPointsNext}
              {city && ` ${formatCount(city.total)}`}
            </Button>
          </p>
        </div>
      </>
    );
  return (
    <>
      {announcement}
      {withHead && (
        <div className={headStyles.head}>
          <div className={headStyles.top}>
            <h1 tabIndex={-1}>
              {state.area
                ? words.pointsScopeArea(total, openNow)
                : isBounded || state.q
                  ? words.pointsScopeBounded(total, openNow)
                  : words.pointsScopeCity(total, openNow)}
            </h1>
          </div>
          <Dots
            className={headStyles.sub}
            items={[
              isBounded && city && words.pointsScopeCity(city.total, city.openNow),
              words.pointsScopeTerminals(data.withTerminal),
              points.origin ? words.pointsSortedNear : words.pointsSorted,
            ]}
          />
        </div>
      )}
      {areaRow}
      <PointList
        points={ordered}
        total={total}
        now={now}
        hrefOf={(point) => urls.point(point.id, search)}
        hoveredId={hoveredId}
        selectedId={selectedId}
        onHover={onHover}
        more={
          shown < total
            ? {
                count: Math.min(PAGE_SIZE, total - shown),
                load: () => setShown(shown + PAGE_SIZE),
                loading: list.isFetching,
              }
            : null
        }
      />
    </>
  );
}
