import type { Feature, FeatureCollection, Point } from 'geojson';
import type { MapGroup } from '../../api/openings/contract.ts';
import { distanceMetres } from '../../geodata/distance.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { counties, towns } from '../../geodata/towns.ts';
import { bubbleInks } from './colours.ts';
import { bubbleRadius, pushApart, shadeOf, shadeThresholds, type BubbleLevel } from './bubbles.ts';
import { imageId } from './images.ts';
import type { Reach } from './map-view-props.ts';
import { fromPixel, toPixel } from './mercator.ts';
import { payLabel, shortTitle } from './pay-label.ts';
import { pill, type PillState } from './pills.ts';
import { choosePins, emsOf, type Box, type PinBox } from './placement.ts';

export type Points<Properties> = FeatureCollection<Point, Properties>;

/** What decides the drawing besides the groups themselves. */
export type Drawing = {
  /** Zoom the layout is made for: the nearest quarter below the camera's. */
  zoom: number;
  isWide: boolean;
  /** 1, or more in the elders' version. */
  scale: number;
};

export const collection = <P>(features: Feature<Point, P>[]): Points<P> => ({
  type: 'FeatureCollection',
  features,
});
export const pointAt = <P>({ lng, lat }: LngLat, properties: P): Feature<Point, P> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lng, lat] },
});

const shortNames = new Map([...counties, ...towns].map(({ code, shortName }) => [code, shortName]));

/** A division's name inside or under a bubble: 扬州经济技术开发区 is 开发区 there. */
export function bubbleName(code: string, name: string): string {
  return [...name].length > 5 ? (shortNames.get(code) ?? name) : name;
}

/** A count with a comma from 1,000 on. */
export const counted = (count: number): string => count.toLocaleString('en');

export type BubbleProperties = {
  id: string;
  level: BubbleLevel;
  name: string;
  count: string;
  radius: number;
  shade: number;
  image: string;
  ink: string;
  textPx: number;
  namePx: number;
  openings: number;
};

/** County or town groups as bubbles that do not overlap at the drawing's zoom. */
export function bubbleFeatures(
  groups: readonly MapGroup[],
  level: BubbleLevel,
  { zoom, isWide, scale }: Drawing,
): Points<BubbleProperties> {
  const chosen = groups.filter((group) => group.level === level);
  const thresholds = shadeThresholds(
    level,
    chosen.map(({ openings }) => openings),
  );
  const wanted = chosen.map((group) => bubbleRadius(level, group.openings, isWide) * scale);
  const placed = pushApart(chosen.map((group, i) => ({ ...toPixel(group, zoom), r: wanted[i]! })));
  return collection(
    chosen.map((group, i) => {
      const radius = placed[i]!.r;
      const shrunk = radius / wanted[i]!;
      const shade = shadeOf(group.openings, thresholds);
      const textPx =
        level === 'county'
          ? 15 + Math.min(3, Math.max(0, (radius / scale - 26) / 4))
          : radius > 24
            ? 15
            : 13.5;
      return pointAt(fromPixel(placed[i]!, zoom), {
        id: group.code,
        level,
        name: bubbleName(group.code, group.name),
        count: counted(group.openings),
        radius,
        shade,
        image: imageId.bubble(radius, shade),
        ink: bubbleInks[shade],
        textPx: Math.max(10, textPx * (level === 'county' ? scale : Math.min(scale, scale * shrunk))),
        namePx: 13 * scale,
        openings: group.openings,
      });
    }),
  );
}

export type SingleProperties = {
  id: string;
  level: 'opening' | 'place';
  isPin: boolean;
  isInside: boolean;
  title: string;
  pay: string;
  state: PillState;
  /** Openings at a shared place; 0 for one opening. */
  count: number;
  image: string;
  order: number;
};

const UNCONFIRMED_DAYS = 21;
const DAY_MS = 86_400_000;

export function isUnconfirmed(confirmedAt: string, now: number): boolean {
  return now - Date.parse(confirmedAt) >= UNCONFIRMED_DAYS * DAY_MS;
}

/** Words of a pin: of one opening its short title and pay, of a shared place that they are there together. */
export function pinWords(group: MapGroup): { title: string; pay: string; count: number } {
  if (group.level === 'place' || !group.opening)
    return { title: '个岗位同址', pay: '', count: group.openings };
  return { title: shortTitle(group.opening.title), pay: payLabel(group.opening.salary), count: 0 };
}

export function pinBox(group: MapGroup, { zoom, scale }: Drawing): PinBox {
  const { title, pay, count } = pinWords(group);
  const before = count > 0 ? 5 + pill.discPx + 6 : pill.padding;
  const ems = emsOf(title) + (pay ? 0.5 + emsOf(pay) : 0);
  return {
    tip: toPixel(group, zoom),
    width: (before + ems * pill.textPx + pill.padding) * scale,
    height: (pill.height + pill.tail) * scale,
  };
}

export type SingleOptions = Drawing & {
  reach: Reach | null;
  seenIds: ReadonlySet<string>;
  now: number;
  /** Screen boxes (at the drawing's zoom) that pins leave free. */
  taken: readonly Box[];
};

/**
 * Single openings and shared places: pins where there is room, in the order given, dots elsewhere. What nobody has
 * confirmed for 21 days comes last; outside a drawn circle there are only dots.
 */
export function singleFeatures(
  groups: readonly MapGroup[],
  options: SingleOptions,
): Points<SingleProperties> {
  const { reach, seenIds, now, taken, scale } = options;
  const rows = groups
    .filter(({ level }) => level === 'opening' || level === 'place')
    .map((group) => ({
      group,
      dashed: group.opening !== undefined && isUnconfirmed(group.opening.confirmedAt, now),
      isInside: reach === null || distanceMetres(reach.centre, group) <= reach.radiusMetres,
    }));
  const ranked = [...rows.filter(({ dashed }) => !dashed), ...rows.filter(({ dashed }) => dashed)];
  const candidates = ranked.filter(({ isInside }) => isInside);
  // The elders' version shows few pins, with air around them.
  const marginPx = scale > 1 ? 44 : 12;
  const chosen = choosePins(
    candidates.map(({ group }) => pinBox(group, options)),
    marginPx,
    taken,
  );
  const pins = new Set(candidates.filter((_, i) => chosen[i]).map(({ group }) => group.code));
  return collection(
    ranked.map(({ group, dashed, isInside }, order) => {
      const words = pinWords(group);
      const isSeen = seenIds.has(group.opening?.id ?? group.code);
      const state: PillState = isSeen ? (dashed ? 'seen-dashed' : 'seen') : dashed ? 'dashed' : 'rest';
      return pointAt(group, {
        id: group.code,
        level: group.level as 'opening' | 'place',
        isPin: pins.has(group.code),
        isInside,
        ...words,
        state,
        image: imageId.pill(state, words.count, scale),
        order,
      });
    }),
  );
}
