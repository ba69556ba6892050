import { IconAdjustmentsHorizontal, IconCurrentLocation, IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { countConditions } from '../openings/filter.ts';
import { useFollowPoints } from '../service-points/follow-points.ts';
import { useStatistics } from '../statistics/data.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useElder } from '../ui/elder.ts';
import { Guard } from '../ui/guard.tsx';
import { toast } from '../ui/toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { usePhone } from '../ui/use-media.ts';
import { DesktopFrame } from './desktop-frame.tsx';
import { FilterNear } from './filter-near.tsx';
import { FlowFrame } from './flow-frame.tsx';
import styles from './frame.module.css';
import { NearPanel } from './near-panel.tsx';
import { OpeningsPanel } from './openings-panel.tsx';
import { PhoneFrame } from './phone-frame.tsx';
import { PointsPanel } from './points-panel.tsx';
import { Banners } from './banners.tsx';
import { CardActions } from './card-actions.tsx';
import { CountyLinks } from './county-links.tsx';
import { MapOfPage } from './map-of-page.tsx';
import { useMapPage, type MapRoute } from './use-map-page.ts';

const FilterDialog = lazy(() =>
  import('../openings/filter-dialog.tsx').then((module) => ({ default: module.FilterDialog })),
);

/** The page with the map: openings or service points, list and map as two views of one filter. */
export function MapPage({ route, hidden }: { route: MapRoute; hidden: boolean }) {
  const { layer, pointId } = route;
  const phone = usePhone();
  const elder = useElder() > 0;
  const [covered, setCovered] = useState(0);
  const model = useMapPage(route, { phone, elder, covered });
  const { find, points, active, list, names, all, hoveredId, setHoveredId } = model;
  const now = useNow();
  useFollowPoints(!hidden);
  const [, navigate] = useLocation();
  const [filtering, setFiltering] = useState(false);

  const statistics = useStatistics().data;
  const isBounded = Boolean(
    find.filter.area ?? find.filter.bbox ?? find.filter.withinMetres ?? find.state.district,
  );
  const isHome =
    countConditions(find.state) === 0 && !find.state.q && !find.origin && !find.view && !find.state.spot;
  useEffect(() => {
    if (!hidden) document.title = layer === 'points' ? words.titleOf(words.navPoints) : words.homeTitle;
  }, [hidden, layer]);

  const { flow } = model;
  const map = model.mapLost ? null : (
    <MapOfPage model={model} layer={layer} pointId={pointId} elder={elder} />
  );
  const locateButton = map && (
    <button
      type="button"
      className={styles.tool}
      aria-label={elder ? undefined : words.locate}
      title={elder ? undefined : words.locate}
      aria-pressed={active.origin?.kind === 'me'}
      onClick={() => void model.locate()}
    >
      <IconCurrentLocation size="1.375rem" stroke={1.75} aria-hidden="true" />
      {elder && words.elderWhere}
    </button>
  );
  const searchHere = model.moved && map && (
    <button type="button" className={styles.pill} onClick={model.searchHere}>
      <IconSearch size="1.125rem" stroke={1.75} aria-hidden="true" />
      {words.searchHere}
    </button>
  );
  const nearPanel = <NearPanel onStart={model.startFrom} onLocated={model.located15} />;
  const conditionsButton = (
    <Button
      kind="quiet"
      icon={<IconAdjustmentsHorizontal size="1.25rem" stroke={1.75} aria-hidden="true" />}
      onClick={() => setFiltering(true)}
    >
      {words.elderConditions}
    </Button>
  );
  const panel = (withHead: boolean, under?: ReactNode) =>
    layer === 'openings' ? (
      <OpeningsPanel
        find={find}
        list={list}
        names={names}
        now={now}
        employers={isHome && !phone ? (statistics?.employers ?? null) : null}
        pointsInside={isBounded || (flow && !elder) ? (model.pointCounts.data ?? null) : null}
        pointsHref={model.pointsHref}
        counties={model.mapLost && all ? <CountyLinks find={find} counties={all.district} /> : null}
        withHead={withHead}
        under={under}
        side={flow && elder ? conditionsButton : undefined}
        hoveredId={hoveredId}
        selectedId={model.selectedOpening}
        onHover={setHoveredId}
        onNeedPlace={() => void model.locate()}
        actionsOf={flow && elder ? (opening) => <CardActions id={opening.id} /> : undefined}
      />
    ) : (
      <PointsPanel
        points={points}
        now={now}
        withHead={withHead}
        hoveredId={hoveredId}
        selectedId={pointId}
        city={model.cityPoints}
        onHover={setHoveredId}
      />
    );
  const frame = {
    model,
    layer,
    isHome,
    map,
    banners: <Banners list={list} mapLost={model.mapLost} phone={phone} />,
    panel,
    nearPanel,
    locateButton,
    searchHere,
    now,
    onFilter: () => setFiltering(true),
  };
  return (
    <div style={hidden ? { visibility: 'hidden', position: 'fixed', inset: 0 } : undefined} inert={hidden}>
      {flow ? (
        <FlowFrame {...frame} />
      ) : phone ? (
        <PhoneFrame {...frame} onCovered={setCovered} />
      ) : (
        <DesktopFrame {...frame} pointId={pointId} onClosePoint={() => navigate(model.pointsHref)} />
      )}
      {filtering && (
        <Guard
          instead={null}
          onFail={() => {
            setFiltering(false);
            toast(navigator.onLine ? words.failed.refused : words.failed.offline);
          }}
        >
          <Suspense fallback={null}>
            <FilterDialog
              state={find.state}
              sortOf={find.sortOf}
              queryOf={find.queryOf}
              near={(draft, change) => (
                <FilterNear
                  find={find}
                  draft={draft}
                  change={change}
                  onChoosePlace={() => {
                    setFiltering(false);
                    model.setChoosing(true);
                  }}
                />
              )}
              onApply={(next) => {
                setFiltering(false);
                find.go(next);
              }}
              onNeedPlace={() => {
                setFiltering(false);
                model.setChoosing(true);
              }}
              onClose={() => setFiltering(false)}
            />
          </Suspense>
        </Guard>
      )}
      {model.choosing && !hidden && (!phone || flow) && (
        <Dialog title={words.chooseStart} onClose={() => model.setChoosing(false)}>
          {nearPanel}
        </Dialog>
      )}
    </div>
  );
}
