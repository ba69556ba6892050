import {
  IconAdjustmentsHorizontal,
  IconCurrentLocation,
  IconMapOff,
  IconSearch,
  IconWifiOff,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { countConditions } from '../openings/filter.ts';
import { useSeen } from '../openings/seen.ts';
import { shortCounty } from '../openings/card.tsx';
import { useStatistics } from '../statistics/data.ts';
import { formatTime } from '../text/clock.ts';
import { formatRadius } from '../text/distance.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Banner } from '../ui/banner.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useElder } from '../ui/elder.ts';
import { useNow } from '../ui/use-now.ts';
import { useOnline } from '../ui/use-online.ts';
import { usePhone } from '../ui/use-media.ts';
import { DesktopFrame } from './desktop-frame.tsx';
import { FilterNear } from './filter-near.tsx';
import { FlowFrame } from './flow-frame.tsx';
import styles from './frame.module.css';
import { MapSlot } from './map-slot.tsx';
import { NearPanel } from './near-panel.tsx';
import { OpeningsPanel } from './openings-panel.tsx';
import { PhoneFrame } from './phone-frame.tsx';
import { PointsPanel } from './points-panel.tsx';
import { CardActions } from './card-actions.tsx';
import { shownPoints } from './shown-points.ts';
import { urls } from './urls.ts';
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
  const online = useOnline();
  const seen = useSeen();
  const [, navigate] = useLocation();
  const [filtering, setFiltering] = useState(false);

  const statistics = useStatistics().data;
  const first = list.data?.pages[0];
  const isBounded = Boolean(find.filter.bbox ?? find.filter.withinMetres ?? find.state.district);
  const isHome =
    countConditions(find.state) === 0 && !find.state.q && !find.origin && !find.area && !find.state.spot;
  useEffect(() => {
    if (!hidden) document.title = layer === 'points' ? words.titleOf(words.navPoints) : words.homeTitle;
  }, [hidden, layer]);

  const { camera } = model.cameraOf;
  const { flow, edges, initialViewport } = model;
  const { origin } = active;
  const { mode } = active.state;
  const reach = useMemo(
    () =>
      origin && active.withinMetres !== null
        ? {
            centre: origin.place,
            radiusMetres: active.withinMetres,
            label:
              mode && !active.state.withinMetres
                ? words.modeReach(words.modes[mode])
                : formatRadius(active.withinMetres),
            dotted: mode === 'walk',
          }
        : null,
    [origin, active.withinMetres, mode, active.state.withinMetres],
  );
  const me = useMemo(() => (origin ? { place: origin.place, kind: origin.kind } : null), [origin]);
  const shownPointIds = useMemo(
    () => shownPoints(model.features, points.state),
    [model.features, points.state],
  );

  const map: ReactNode = model.mapLost ? null : (
    <div className={styles.map}>
      {model.map.isFetching && <div className={styles.busy} aria-hidden="true" />}
      {model.wanted && (
        <MapSlot
          initialViewport={initialViewport}
          camera={camera}
          padding={edges}
          layer={layer}
          groups={layer === 'openings' ? model.groups : []}
          points={model.features}
          shownPointIds={layer === 'points' ? shownPointIds : null}
          me={me}
          reach={reach}
          hoveredId={hoveredId}
          selectedId={layer === 'points' ? pointId : model.selectedOpening}
          seenIds={seen}
          largeText={elder}
          onMove={model.onMove}
          onHover={setHoveredId}
          onSelectOpening={model.setSelectedOpening}
          onSelectGroup={(group) =>
            group.level === 'town'
              ? find.change({ district: group.code.slice(0, 6), town: group.code, area: null })
              : find.change({ district: group.code, town: null, area: null })
          }
          onSelectPlace={(group) => find.change({ spot: { lng: group.lng, lat: group.lat } })}
          onSelectPoint={model.selectPoint}
          onUnavailable={() => model.setMapLost(true)}
          onReady={() => {}}
        />
      )}
    </div>
  );

  const locateButton = map && (
    <button
      type="button"
      className={styles.tool}
      aria-label={elder ? undefined : words.locate}
      title={elder ? undefined : words.locate}
      aria-pressed={origin?.kind === 'me'}
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
  const banners = (
    <>
      {!online && (
        <Banner tone="amber" icon={<IconWifiOff size="1.25rem" stroke={1.75} aria-hidden="true" />}>
          {first
            ? words.offlineSaved(
                formatTime(list.dataUpdatedAt),
                list.data?.pages.flatMap((page) => page.items).length ?? 0,
              )
            : words.offline}
        </Banner>
      )}
      {model.mapLost && (
        <Banner tone="tile" icon={<IconMapOff size="1.25rem" stroke={1.75} aria-hidden="true" />}>
          {phone ? words.noMap : words.noMapHere}
        </Banner>
      )}
    </>
  );
  const counties =
    model.mapLost && all ? (
      <>
        {words.byCounty}
        {all.district.map(({ value, label, openings }) => (
          <a
            key={value}
            href={urls.find({ ...find.state, district: value, town: null })}
            onClick={(event) => {
              event.preventDefault();
              find.change({ district: value, town: null });
            }}
          >
            {shortCounty(label)} {openings}
          </a>
        ))}
      </>
    ) : null;

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
        counties={counties}
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
    banners,
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
      )}
      {model.choosing && !hidden && (!phone || flow) && (
        <Dialog title={words.chooseStart} onClose={() => model.setChoosing(false)}>
          {nearPanel}
        </Dialog>
      )}
    </div>
  );
}
