import type { MapGroup } from '../../api/openings/contract.ts';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { servicePointsGeoJson } from '../../api/service-points/contract.ts';
import type { Area } from '../../geodata/area.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import type { Bounds } from '../../geodata/bounds.ts';

export type ServicePointFeatures = ReplyOf<typeof servicePointsGeoJson>;
export type Viewport = { lng: number; lat: number; zoom: number };

/** A circle around a chosen start, drawn with its label on the lower edge. */
export type Reach = { centre: LngLat; radiusMetres: number; label: string; dotted: boolean };

/**
 * Everything the map is told and everything it says. The map keeps no state of its own that a page needs:
 * give it the same props and it shows the same picture.
 */
export type MapViewProps = {
  /** Where to start; later moves of the camera come from the person or from `camera`. */
  initialViewport: Viewport;
  /** A request to move the camera; a new object moves it once (350 ms, jumps with reduced motion). */
  camera: { bounds: Bounds } | { centre: LngLat; zoom?: number } | null;
  /** What covers the map's edges (sheet, panels), CSS px: the camera keeps what matters outside of it. */
  padding: { top: number; right: number; bottom: number; left: number };
  layer: 'openings' | 'points';
  groups: readonly MapGroup[];
  points: ServicePointFeatures | null;
  /** Points dimmed by the page's filter are not in here; null shows all. */
  shownPointIds: ReadonlySet<string> | null;
  me: { place: LngLat; kind: 'me' | 'start' } | null;
  reach: Reach | null;
  /** What somebody drew; the openings given lie in it. */
  area: Area | null;
  /** Whether an area is being drawn, and what is told of it; null where none can be drawn. */
  draw: { isOn: boolean; onTurn: (isOn: boolean) => void; onArea: (area: Area | null) => void } | null;
  hoveredId: string | null;
  selectedId: string | null;
  seenIds: ReadonlySet<string>;
  largeText: boolean;
  onMove: (viewport: Viewport, bounds: Bounds, byPerson: boolean) => void;
  onHover: (id: string | null) => void;
  onSelectOpening: (id: string) => void;
  /** County or town bubble: the page fits it or filters by it. */
  onSelectGroup: (group: MapGroup) => void;
  /** Several openings at one place: the page opens them as a list. */
  onSelectPlace: (group: MapGroup) => void;
  onSelectPoint: (id: string) => void;
  /** The map cannot be drawn here (no WebGL2): the page shows the list alone. */
  onUnavailable: () => void;
  onReady: () => void;
};
