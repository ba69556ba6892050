import { useMemo } from 'react';
import { useSeen } from '../openings/seen.ts';
import { formatRadius } from '../text/distance.ts';
import { words } from '../text/words.ts';
import styles from './frame.module.css';
import { MapSlot } from './map-slot.tsx';
import { shownPoints } from './shown-points.ts';
import type { MapPageModel } from './use-map-page.ts';

type MapOfPageProps = {
  model: MapPageModel;
  layer: 'openings' | 'points';
  pointId: string | null;
  elder: boolean;
};

/** The map as this page tells it: the same set as the list. */
export function MapOfPage({ model, layer, pointId, elder }: MapOfPageProps) {
  const { camera } = model.cameraOf;
  const { edges, initialViewport, find, points, active, hoveredId, setHoveredId } = model;
  const seen = useSeen();
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
    () => shownPoints(model.features, points.state, model.namedPoints),
    [model.features, points.state, model.namedPoints],
  );

  const { drawing, setDrawing, setArea } = model;
  const draw = { isOn: drawing, onTurn: setDrawing, onArea: setArea };

  return (
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
          area={active.state.area}
          draw={model.flow ? null : draw}
          hoveredId={hoveredId}
          selectedId={layer === 'points' ? pointId : model.selectedOpening}
          seenIds={seen}
          largeText={elder}
          onMove={model.onMove}
          onHover={setHoveredId}
          onSelectOpening={model.setSelectedOpening}
          onSelectGroup={(group) =>
            group.level === 'town'
              ? find.change({ district: group.code.slice(0, 6), town: group.code, view: null })
              : find.change({ district: group.code, town: null, view: null })
          }
          onSelectPlace={(group) => find.change({ spot: { lng: group.lng, lat: group.lat } })}
          onSelectPoint={model.selectPoint}
          onUnavailable={() => model.setMapLost(true)}
          onReady={() => {}}
        />
      )}
    </div>
  );
}
