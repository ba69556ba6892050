import type { LngLat } from '../../geodata/lng-lat.ts';
import type { Area } from '../../geodata/area.ts';
import { distanceMetres } from '../../geodata/distance.ts';
import { insideOf, middlemost } from '../../geodata/inside-area.ts';
import { counties, towns, type Division } from '../../geodata/towns.ts';
import { pushApart, type BubbleLevel } from './bubbles.ts';
import { bubbleName, collection, counted, pointAt, type Drawing, type Points } from './features.ts';
import type { Door, Screen } from './houses.ts';
import { imageId } from './images.ts';
import type { Reach, ServicePointFeatures } from './map-view-props.ts';
import { fromPixel, toPixel } from './mercator.ts';

export type ServicePoint = ServicePointFeatures['features'][number];

export const placeOf = (point: ServicePoint): LngLat => ({
  lng: point.geometry.coordinates[0],
  lat: point.geometry.coordinates[1],
});

/** The part of a point's name that tells it from its neighbours: 东关街道人社服务中心 is 东关街道 on the map. */
export function shortPointName(name: string): string {
  const short = name.replace(
    /(人力资源|人社|公共就业|就业|社会保障|劳动|基层|便民|党群|为民|综合|政务|服务)[^]*$/u,
    '',
  );
  return [...short].length >= 2 ? short : name;
}

export type HouseProperties = {
  id: string;
  name: string;
  short: string;
  door: Door;
  screen: Screen;
  /** Shut or elsewhere today: the name says so, in amber. */
  isAway: boolean;
  isShown: boolean;
  isInside: boolean;
  order: number;
};

const awayWords = { moved: '暂时搬走', closed: '暂时停办' } as const;
const levelOrder = { county: 0, town: 1, village: 2 } as const;

/** Ids of the points that a page shows and an area holds. */
export function shownInArea(
  points: ServicePointFeatures | null,
  shownIds: ReadonlySet<string> | null,
  area: Area,
): ReadonlySet<string> {
  const isInside = insideOf(area);
  const held = (points?.features ?? []).filter(
    ({ properties: { id }, geometry: { coordinates } }) =>
      (shownIds === null || shownIds.has(id)) && isInside(coordinates[0], coordinates[1]),
  );
  return new Set(held.map(({ properties: { id } }) => id));
}

/** Every point as a house; those the page filtered out stay as faint ones, so that the map does not lie about them. */
export function houseFeatures(
  points: ServicePointFeatures | null,
  shownIds: ReadonlySet<string> | null,
  reach: Reach | null,
  area: Area | null = null,
): Points<HouseProperties> {
  const isInArea = area ? insideOf(area) : () => true;
  return collection(
    (points?.features ?? []).map((point) => {
      const { id, name, level, state, terminal, closure } = point.properties;
      const isShown = shownIds === null || shownIds.has(id);
      const place = placeOf(point);
      return pointAt(place, {
        id,
        name,
        short: closure ? `${shortPointName(name)}\n${awayWords[closure]}` : shortPointName(name),
        isAway: closure !== null,
        door: state,
        screen: terminal === 'silent' ? 'broken' : terminal,
        isShown,
        isInside:
          isInArea(place.lng, place.lat) &&
          (reach === null || distanceMetres(reach.centre, place) <= reach.radiusMetres),
        order: levelOrder[level] + (state === 'open' ? 0 : 3) + (isShown ? 0 : 10),
      });
    }),
  );
}

export type HallProperties = {
  id: string;
  level: BubbleLevel;
  name: string;
  total: string;
  open: string;
  radius: number;
  image: string;
  textPx: number;
  namePx: number;
  points: number;
};

const divisionsOf: Record<BubbleLevel, readonly Division[]> = { county: counties, town: towns };
const HALL_RADIUS: Record<BubbleLevel, number> = { county: 25, town: 19 };

/** How many points a division has and how many are open now, of those the page shows. */
export function countPoints(
  points: ServicePointFeatures | null,
  shownIds: ReadonlySet<string> | null,
  level: BubbleLevel,
): Map<string, { total: number; open: number }> {
  const counts = new Map<string, { total: number; open: number }>();
  for (const { properties } of points?.features ?? []) {
    const code = level === 'county' ? properties.district : properties.town;
    if (code === null || (shownIds !== null && !shownIds.has(properties.id))) continue;
    const count = counts.get(code) ?? { total: 0, open: 0 };
    count.total += 1;
    if (properties.state === 'open') count.open += 1;
    counts.set(code, count);
  }
  return counts;
}

/**
 * Points of counties or towns as house-shaped bubbles. In an area each stands at the middlemost of its points: a seat may
 * lie outside of the area.
 */
export function hallFeatures(
  points: ServicePointFeatures | null,
  shownIds: ReadonlySet<string> | null,
  level: BubbleLevel,
  { zoom, scale }: Drawing,
  isInArea = false,
): Points<HallProperties> {
  const counts = countPoints(points, shownIds, level);
  const rows = divisionsOf[level].filter(({ code }) => counts.has(code));
  const radius = HALL_RADIUS[level] * scale;
  const codeOf = ({ properties: { district, town } }: ServicePoint) => (level === 'county' ? district : town);
  const anchors = rows.map(({ code, seat }) => {
    if (!isInArea) return seat;
    const shown = (points?.features ?? []).filter(
      (point) => codeOf(point) === code && (shownIds === null || shownIds.has(point.properties.id)),
    );
    return middlemost(shown.map(placeOf)) ?? seat;
  });
  const placed = pushApart(anchors.map((anchor) => ({ ...toPixel(anchor, zoom), r: radius * 1.08 })));
  return collection(
    rows.map(({ code, name }, i) => {
      const { total, open } = counts.get(code)!;
      const fitted = Math.min(radius, placed[i]!.r / 1.08);
      return pointAt(fromPixel(placed[i]!, zoom), {
        id: code,
        level,
        name: bubbleName(code, name),
        total: counted(total),
        open: `开 ${counted(open)}`,
        radius: fitted,
        image: imageId.hall(fitted),
        textPx: Math.max(10, (level === 'county' ? 15 : 13) * scale * (fitted / radius)),
        namePx: 13 * scale,
        points: total,
      });
    }),
  );
}
