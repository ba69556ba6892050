import type { LayerSpecification } from 'maplibre-gl';

const FADE_MS = 160;

/** Which layers belong together: they appear, take the pointer and go as one. */
export const layerGroups = {
  counties: ['counties'],
  towns: ['towns', 'towns-names'],
  singles: ['dots', 'pins'],
  sideHouses: ['side-houses'],
  halls: ['county-halls', 'county-halls-names', 'town-halls', 'town-halls-names'],
  houses: ['house-dots', 'houses'],
} as const;
export type LayerGroup = keyof typeof layerGroups;

const opacities: Partial<Record<LayerSpecification['type'], readonly string[]>> = {
  symbol: ['icon-opacity', 'text-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
};

/** The paint that shows or hides a layer by cross-fading: what to set, and to which value. */
export function opacityPaint(
  layer: LayerSpecification,
  isShown: boolean,
): [property: string, value: unknown][] {
  const paint = (layer as { paint?: Record<string, unknown> }).paint ?? {};
  return (opacities[layer.type] ?? []).map((property) => [property, isShown ? (paint[property] ?? 1) : 0]);
}

/** The layer hidden, with a transition on its opacities for when it comes. */
export function fadedOut(layer: LayerSpecification, isReducedMotion: boolean): LayerSpecification {
  const duration = isReducedMotion ? 0 : FADE_MS;
  const paint = Object.fromEntries(
    (opacities[layer.type] ?? []).flatMap((property) => [
      [property, 0],
      [`${property}-transition`, { duration, delay: 0 }],
    ]),
  );
  const { paint: existing, layout } = layer as { paint?: object; layout?: object };
  return {
    ...layer,
    layout: { ...layout, visibility: 'none' },
    paint: { ...existing, ...paint },
  } as LayerSpecification;
}
