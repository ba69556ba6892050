import { IconLink, IconX } from '@tabler/icons-react';
import { Link } from 'wouter';
import { DirectionsButton } from '../directions/directions-button.tsx';
import { ReachCard } from '../near/reach-card.tsx';
import { countConditions, clearConditions } from '../openings/filter.ts';
import { FilterBar } from '../openings/filter-bar.tsx';
import { SearchField } from '../search/search-field.tsx';
import { useServicePoint } from '../service-points/data.ts';
import { PointDetail } from '../service-points/detail.tsx';
import { PointFilters } from '../service-points/point-filters.tsx';
import { formatCount } from '../text/numbers.ts';
import { formatTime, localTime } from '../text/clock.ts';
import { formatRadius } from '../text/distance.ts';
import { words } from '../text/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { House } from '../ui/icons.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { copyLink } from './copy-link.ts';
import { FindSearch } from './find-search.tsx';
import type { FrameProps } from './frame-props.ts';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { countiesOf } from './phone-frame.tsx';
import { tabFigures } from './tabs.tsx';
import { urls } from './urls.ts';

type DesktopFrameProps = FrameProps & { pointId: string | null; onClosePoint: () => void };

/** Wide: filters across, the list beside the map, a chosen point at the right. */
export function DesktopFrame(props: DesktopFrameProps) {
  const { model, layer, map, banners, panel, searchHere, locateButton, pointId, now } = props;
  const { find, points } = model;
  const search =
    layer === 'openings' ? (
      <FindSearch bordered state={find.state} onChange={find.change} />
    ) : (
      <SearchField
        bordered
        value={points.state.q ?? ''}
        label={words.searchPointsLabel}
        placeholder={words.searchPointsLabel}
        only="place"
        onSearch={(text) => points.change({ q: text || null })}
        onPick={({ text, place }) => place && model.startFrom({ place, name: text })}
      />
    );
  const looks = [styles.desktop, layer === 'points' && styles.points, !map && styles.noMap];
  return (
    <div className={looks.filter(Boolean).join(' ')}>
      <Header
        section={layer === 'openings' ? 'find' : 'points'}
        findHref={model.findHref}
        pointsHref={model.pointsHref}
        search={search}
      />
      <section className={styles.bar} aria-label={words.filterTitle}>
        {layer === 'openings' ? <FindBar {...props} /> : <PointsBar {...props} />}
      </section>
      <main id="main" className={styles.list}>
        {banners}
        {panel(true)}
      </main>
      {map && (
        <section className={styles.mapCell} aria-label={words.mapArea}>
          {map}
          <div className={styles.panels}>
            {layer === 'openings' && find.origin ? (
              <ReachPanel {...props} />
            ) : (
              layer === 'openings' && <LayerSwitch model={model} layer={layer} />
            )}
            {layer === 'points' && <PointsLegend />}
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={model.active.state.follow}
                onChange={(event) => model.setFollow(event.target.checked)}
              />
              {words.searchAsMoves}
            </label>
            {searchHere}
          </div>
          <div className={styles.locate}>{locateButton}</div>
        </section>
      )}
      {layer === 'points' && pointId && (
        <aside className={styles.aside} aria-label={words.pointTitle}>
          <PointAside key={pointId} id={pointId} now={now} points={points} onClose={props.onClosePoint} />
        </aside>
      )}
    </div>
  );
}

function LayerSwitch({ model, layer }: Pick<FrameProps, 'model' | 'layer'>) {
  const { points } = tabFigures(model, layer);
  return (
    <nav className={styles.layers} aria-label={words.mapLabel}>
      <Link href={model.findHref} aria-current="page">
        {words.tabOpenings}
      </Link>
      <Link href={model.pointsHref}>
        {words.tabPoints} {points && formatCount(points.total)}
      </Link>
    </nav>
  );
}

function ReachPanel({ model, layer }: FrameProps) {
  const { find } = model;
  const { openings, points } = tabFigures(model, layer);
  if (!find.origin) return null;
  return (
    <ReachCard
      origin={find.origin}
      mode={find.state.withinMetres ? null : find.state.mode}
      withinMetres={find.withinMetres}
      openings={openings}
      points={points}
      onMode={(mode) => find.change({ mode, withinMetres: null })}
      onChangeStart={() => model.setChoosing(true)}
    />
  );
}

function FindBar({ model, nearPanel, onFilter }: FrameProps) {
  const { find } = model;
  const { origin, state, withinMetres } = find;
  const name = origin && (origin.kind === 'me' ? words.chipNear : origin.name);
  const nearLabel = !name
    ? null
    : state.mode && !state.withinMetres
      ? words.startAndMode(name, words.modes[state.mode])
      : withinMetres !== null
        ? words.startAndRadius(name, formatRadius(withinMetres))
        : name;
  return (
    <>
      <FilterBar
        state={state}
        change={find.change}
        filter={find.filter}
        near={{ label: nearLabel, panel: () => <div className={styles.nearPanel}>{nearPanel}</div> }}
        onMore={onFilter}
      />
      <div className={styles.barSide}>
        {(countConditions(state) > 0 || origin) && (
          <Button
            kind="quiet"
            dense
            onClick={() => {
              if (origin) model.startFrom(null);
              find.go(clearConditions({ ...state, start: null }));
            }}
          >
            {words.clearAll}
          </Button>
        )}
        <Button
          kind="quiet"
          dense
          className={styles.sideButton}
          icon={<IconLink size="1.125rem" stroke={1.75} aria-hidden="true" />}
          onClick={() => void copyLink(urls.find(state))}
        >
          {words.copySearch}
        </Button>
      </div>
    </>
  );
}

function PointsBar({ model, now }: FrameProps) {
  const { points } = model;
  const { month, day, weekday } = localTime(now);
  return (
    <>
      <div className={styles.wrapBar} role="group" aria-label={words.filterTitle}>
        <Chip on={points.origin !== null} onClick={model.toggleNear}>
          {points.origin?.kind === 'start' ? points.origin.name : words.chipNear}
        </Chip>
        <PointFilters state={points.state} counties={countiesOf(model)} change={points.change} />
      </div>
      <span className={styles.barSide}>
        {words.nowLine(words.monthDay(month, day), words.weekdays[weekday - 1] ?? '', formatTime(now))}
      </span>
    </>
  );
}

function PointsLegend() {
  const states = [
    ['open', words.legendOpen],
    ['later', words.legendLater],
    ['closed', words.legendClosed],
  ] as const;
  const terminals = [
    ['working', words.legendWorking],
    ['broken', words.legendBroken],
  ] as const;
  return (
    <ul className={styles.legend} aria-hidden="true">
      {states.map(([state, word]) => (
        <li key={state}>
          <House state={state} />
          {word}
        </li>
      ))}
      {terminals.map(([terminal, word]) => (
        <li key={terminal}>
          <House state="open" terminal={terminal} size="1.375rem" />
          {word}
        </li>
      ))}
      <li className={styles.legendNone}>{words.legendNone}</li>
    </ul>
  );
}

type PointAsideProps = Pick<FrameProps, 'now'> & {
  id: string;
  points: FrameProps['model']['points'];
  onClose: () => void;
};

function PointAside({ id, now, points, onClose }: PointAsideProps) {
  const query = useServicePoint(id, points.origin?.place ?? null);
  const close = (
    <IconButton label={words.close} onClick={onClose}>
      <IconX size="1.375rem" stroke={1.75} aria-hidden="true" />
    </IconButton>
  );
  if (query.isError)
    return (
      <>
        {close}
        <Failed title={words.pointGone} error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  if (!query.data) return <SkeletonRows rows={3} label={words.loadingPage} />;
  const point = query.data;
  return (
    <PointDetail
      point={point}
      now={now}
      close={close}
      directions={<DirectionsButton to={point.place} name={point.name} />}
      openingsHref={urls.find({
        start: { place: point.place, name: point.name },
        withinMetres: point.openingsNearby.withinMetres,
      })}
    />
  );
}
