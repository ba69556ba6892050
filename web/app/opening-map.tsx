import { useEffect, useMemo, useRef, useState } from 'react';
import type { OpeningDetail } from '../../api/openings/contract.ts';
import { usePointFeatures } from '../service-points/data.ts';
import { canDrawMap, MapSlot } from './map-slot.tsx';

const ZOOM = 13.6;
const NONE: ReadonlySet<string> = new Set();
const NO_EDGES = { top: 0, right: 0, bottom: 0, left: 0 };
const ignore = () => {};

/** Where the opening is, among the three points that help. Drawn only when it scrolls into sight. */
export function OpeningMap({ opening }: { opening: OpeningDetail }) {
  const ref = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [lost, setLost] = useState(() => !canDrawMap());
  const points = usePointFeatures(near).data ?? null;
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '200px' },
    );
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  const { id, title, place, salary, confirmedAt, headcount, nearestPoints } = opening;
  const groups = useMemo(
    () => [
      {
        level: 'opening' as const,
        code: id,
        name: title,
        lng: place.lng,
        lat: place.lat,
        openings: 1,
        positions: headcount,
        opening: { id, title, salary, confirmedAt },
      },
    ],
    [id, title, place, salary, confirmedAt, headcount],
  );
  const shown = useMemo(() => new Set(nearestPoints.map((point) => point.id)), [nearestPoints]);
  if (lost) return null;
  return (
    <div ref={ref} style={{ height: '100%' }} inert>
      {near && (
        <MapSlot
          initialViewport={{ lng: place.lng, lat: place.lat, zoom: ZOOM }}
          camera={null}
          padding={NO_EDGES}
          layer="openings"
          groups={groups}
          points={points}
          shownPointIds={shown}
          me={null}
          reach={null}
          area={null}
          draw={null}
          hoveredId={null}
          selectedId={id}
          seenIds={NONE}
          largeText={false}
          onMove={ignore}
          onHover={ignore}
          onSelectOpening={ignore}
          onSelectGroup={ignore}
          onSelectPlace={ignore}
          onSelectPoint={ignore}
          onUnavailable={() => setLost(true)}
          onReady={ignore}
        />
      )}
    </div>
  );
}
