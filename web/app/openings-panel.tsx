import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { ListedOpening, OpeningDetail } from '../../api/openings/contract.ts';
import { boundsOfArea } from '../../geodata/area.ts';
import { TellMe } from '../alerts/tell-me.tsx';
import { DirectionsButton } from '../directions/directions-button.tsx';
import { OpeningCard } from '../openings/card.tsx';
import { conditionsOf, type Names } from '../openings/conditions.ts';
import { useOpening, type useOpenings } from '../openings/data.ts';
import { ListHead } from '../openings/list-head.tsx';
import headStyles from '../openings/list-head.module.css';
import { OpeningList } from '../openings/list.tsx';
import listStyles from '../openings/list.module.css';
import { offersFor } from '../openings/offers.ts';
import { useSeen } from '../openings/seen.ts';
import { DegradedNote, insistOn, UnderstoodRow, UnmetRow, unmeant } from '../openings/understood.tsx';
import { Zero } from '../openings/zero.tsx';
import { useServicePoints } from '../service-points/data.ts';
import { NearestPoints } from '../service-points/nearest.tsx';
import { words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { AreaRow } from './area-row.tsx';
import { saidConditions, scopeTitle, zeroTitle } from './scope.ts';
import { urls } from './urls.ts';
import type { Find } from './use-find.ts';

type OpeningsPanelProps = {
  find: Find;
  list: ReturnType<typeof useOpenings>;
  names: Names;
  now: Date;
  employers: number | null;
  pointsInside: { total: number } | null;
  pointsHref: string;
  /** Where the map cannot be drawn, counties are links. */
  counties: ReactNode;
  /** Left out where tabs already say the totals. */
  withHead: boolean;
  under?: ReactNode;
  /** In the head, in the place of the order. */
  side?: ReactNode;
  hoveredId: string | null;
  selectedId: string | null;
  onHover: (id: string | null) => void;
  onNeedPlace: () => void;
  actionsOf?: (opening: ListedOpening) => ReactNode;
};

/** The list of openings with everything that is said about it. */
export function OpeningsPanel(props: OpeningsPanelProps) {
  const { find, list, names, now, withHead, hoveredId, selectedId, onHover, onNeedPlace } = props;
  const { state, change, go } = find;
  const seen = useSeen();
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const listRef = useRef<HTMLDivElement>(null);
  const isListed = items.some(({ id }) => id === selectedId);
  // While the old list still stands, so does what was said of it: old figures never go with new words.
  const said = useRef<Find>(find);
  if (!list.isPlaceholderData) said.current = find;

  useEffect(() => {
    if (!selectedId) return;
    listRef.current
      ?.querySelector(`[data-opening="${CSS.escape(selectedId)}"]`)
      ?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [selectedId, isListed]);

  if (!first) {
    if (list.isError)
      return <Failed title={words.failedTitle} error={list.error} onRetry={() => void list.refetch()} />;
    return <SkeletonRows label={words.loadingOpenings} />;
  }
  const { total, positions, understood, unmet, degraded } = first;
  const conditions = conditionsOf(state, names);
  const hrefOf = (opening: ListedOpening) => urls.opening(opening.id);
  const notes = (
    <>
      {state.area && <AreaRow onRemove={() => change({ area: null })} />}
      {degraded && state.q && <DegradedNote />}
      <UnderstoodRow
        understood={understood}
        literal={state.literal && state.q !== null}
        onRemove={(part) => change(unmeant(state.q ?? '', part))}
        onLiteral={(literal) => change({ literal })}
      />
      <UnmetRow unmet={unmet} onInsist={(part) => go(insistOn(state, part))} />
    </>
  );
  const tellMe = <TellMe state={state} names={names} isNone={total === 0} mineHref={urls.alerts()} />;
  const announcement = <Announcer text={words.spokenResult(total, positions)} />;

  if (total === 0)
    return (
      <>
        {announcement}
        {notes}
        <Zero
          title={zeroTitle(said.current, names)}
          said={saidConditions(said.current, names)}
          offers={offersFor({ ...state, view: find.view }, conditions, find.withinMetres)}
          queryOf={find.queryOf}
          onTake={(next) => {
            if (!next.view) find.forgetView();
            go(next);
          }}
          ask={<AskNearest find={find} now={now} />}
          tell={tellMe}
        />
      </>
    );
  return (
    <div ref={listRef}>
      {announcement}
      {withHead && (
        <ListHead
          title={scopeTitle(said.current, names, total, props.side !== undefined)}
          facts={[
            words.positions(positions),
            props.employers !== null && words.employers(props.employers),
            props.pointsInside && (
              <Link key="points" href={props.pointsHref}>
                {words.pointsCount(props.pointsInside.total)}
              </Link>
            ),
          ]}
          below={
            state.spot ? (
              <Button kind="quiet" dense onClick={() => change({ spot: null })}>
                {words.scopeSpotBack}
              </Button>
            ) : (
              props.counties && <p className={headStyles.counties}>{props.counties}</p>
            )
          }
          side={props.side}
          sort={find.sortOf(state)}
          withWords={state.q !== null}
          onSort={(sort) => {
            change({ sort });
            if (sort === 'distance' && !find.origin) onNeedPlace();
          }}
        />
      )}
      {props.under}
      {notes}
      {list.isError && (
        <Failed title={words.failedTitle} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {selectedId && !isListed && <SelectedCard id={selectedId} now={now} find={find} />}
      <OpeningList
        items={items}
        total={total}
        hrefOf={hrefOf}
        now={now}
        hoveredId={hoveredId}
        selectedId={selectedId}
        seenIds={seen}
        actionsOf={props.actionsOf}
        after={tellMe}
        onHover={onHover}
        loadMore={list.hasNextPage ? () => void list.fetchNextPage() : null}
        loadingMore={list.isFetchingNextPage}
      />
    </div>
  );
}

/** An opening chosen on the map that stands further down the list than is loaded. */
function SelectedCard({ id, now, find }: { id: string; now: Date; find: Find }) {
  const { data } = useOpening(id, find.origin?.place ?? null);
  if (!data) return null;
  return (
    <>
      <p className={listStyles.label}>{words.selectedOnMap}</p>
      <OpeningCard opening={listed(data)} href={urls.opening(id)} now={now} selected />
    </>
  );
}

/** A whole opening as its card wants it. */
function listed(opening: OpeningDetail): ListedOpening {
  const point = opening.nearestPoints[0];
  return {
    ...opening,
    nearestPoint:
      point?.distanceMetres === undefined
        ? null
        : {
            id: point.id,
            name: point.name,
            distanceMetres: point.distanceMetres,
            open: point.open,
            terminalsWorking: point.terminals.working,
          },
  };
}

/** The nearest point to ask: from the start, else from the middle of what was searched. */
function AskNearest({ find, now }: { find: Find; now: Date }) {
  const { origin, view, state } = find;
  const searched = state.area ? boundsOfArea(state.area) : view;
  const centre =
    origin?.place ??
    (searched && {
      lng: (searched.minLng + searched.maxLng) / 2,
      lat: (searched.minLat + searched.maxLat) / 2,
    });
  const { data } = useServicePoints(
    centre ? { near: [centre.lng, centre.lat] } : { openNow: true, district: state.district ?? undefined },
    1,
  );
  if (!data || data.items.length === 0) return null;
  return (
    <NearestPoints
      points={data.items}
      now={now}
      hrefOf={(point) => urls.point(point.id)}
      directionsTo={(point) => <DirectionsButton to={point.place} name={point.name} />}
      primaryCall
    />
  );
}
