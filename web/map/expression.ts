/** Style expressions are checked by MapLibre (and by a test); TypeScript cannot follow their nesting. */
export type Expression = any;

/** A property of the feature. */
export const get = (name: string): Expression => ['get', name];

/** Straight between the given zooms. */
export const byZoom = (...stops: [zoom: number, value: number][]): Expression => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...stops.flat(),
];

/** A symbol that stands whatever it covers. */
export const always = { 'icon-overlap': 'always', 'text-overlap': 'always' } as const;
