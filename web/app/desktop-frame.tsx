import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { ReachCard } from '../near/reach-card.tsx';
import { SearchField } from '../search/search-field.tsx';
import { formatCount } from '../text/numbers.ts';
import { words } from '../text/words.ts';
import { Guard } from '../ui/guard.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { FindBar, PointsBar } from './desktop-bars.tsx';
import { FindSearch } from './find-search.tsx';
import type { FrameProps } from './frame-props.ts';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { PointsLegend } from './points-legend.tsx';
import { tabFigures } from './tabs.tsx';

const PointAside = lazy(() => import('./point-aside.tsx').then((m) => ({ default: m.PointAside })));

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
            {!model.active.state.area && (
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={model.active.state.follow}
                  onChange={(event) => model.setFollow(event.target.checked)}
                />
                {words.searchAsMoves}
              </label>
            )}
            {searchHere}
          </div>
          <div className={styles.locate}>{locateButton}</div>
        </section>
      )}
      {layer === 'points' && pointId && (
        <aside className={styles.aside} aria-label={words.pointTitle}>
          <Guard instead={null} onFail={props.onClosePoint}>
            <Suspense fallback={<SkeletonRows rows={3} label={words.loadingPage} />}>
              <PointAside key={pointId} id={pointId} now={now} points={points} onClose={props.onClosePoint} />
            </Suspense>
          </Guard>
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
