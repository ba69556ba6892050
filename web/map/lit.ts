import type { Feature, Point } from 'geojson';
import type { BubbleProperties, Points, SingleProperties } from './features.ts';
import { collection } from './features.ts';
import { imageId } from './images.ts';
import type { HallProperties, HouseProperties } from './point-features.ts';

/** Everything drawn now, by id, as it was drawn: what lights up must lie exactly over it. */
export type Figures = {
  bubbles: ReadonlyMap<string, Feature<Point, BubbleProperties>>;
  singles: ReadonlyMap<string, Feature<Point, SingleProperties>>;
  halls: ReadonlyMap<string, Feature<Point, HallProperties>>;
  houses: ReadonlyMap<string, Feature<Point, HouseProperties>>;
};

export const byId = <P extends { id: string }>(points: Points<P>): [string, Feature<Point, P>][] =>
  points.features.map((feature) => [feature.properties.id, feature]);

type Lit = Feature<Point, Record<string, unknown>>;
const relit = (feature: Feature<Point, object>, properties: Record<string, unknown>): Lit => ({
  ...feature,
  properties: { ...feature.properties, ...properties },
});

function litOpening(figures: Figures, id: string, isSelected: boolean, scale: number): Lit[] {
  const bubble = figures.bubbles.get(id);
  if (bubble) {
    const { radius, shade } = bubble.properties;
    return [relit(bubble, { figure: 'bubble', image: imageId.bubble(radius, shade, true) })];
  }
  const single = figures.singles.get(id);
  if (!single) return [];
  const state = isSelected ? 'selected' : 'hover';
  return [
    relit(single, {
      figure: isSelected ? 'large-pin' : 'pin',
      state,
      image: imageId.pill(state, single.properties.count, scale),
    }),
  ];
}

function litPoint(figures: Figures, id: string, isSelected: boolean, scale: number): Lit[] {
  const hall = figures.halls.get(id);
  if (hall) return [relit(hall, { figure: 'hall', image: imageId.hall(hall.properties.radius, true) })];
  const house = figures.houses.get(id);
  if (!house) return [];
  const { door, screen, name } = house.properties;
  if (isSelected)
    return [
      relit(house, {
        figure: 'large-pin',
        level: 'point',
        state: 'point',
        title: name,
        pay: '',
        image: imageId.pill('point', 0, scale),
      }),
    ];
  return [relit(house, { figure: 'house', image: imageId.house(door, screen, 1.25 * scale) })];
}

/** The few figures drawn above all others: the hovered one, and the selected one over it. */
export function litFeatures(
  figures: Figures,
  layer: 'openings' | 'points',
  ids: { hovered: string | null; selected: string | null; hoveredPoint: string | null },
  scale: number,
): Points<Record<string, unknown>> {
  const light = layer === 'openings' ? litOpening : litPoint;
  const { hovered, selected, hoveredPoint } = ids;
  return collection([
    ...(hoveredPoint !== null ? litPoint(figures, hoveredPoint, false, scale) : []),
    ...(hovered !== null && hovered !== selected ? light(figures, hovered, false, scale) : []),
    ...(selected !== null ? light(figures, selected, true, scale) : []),
  ]);
}
