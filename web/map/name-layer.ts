import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { byZoom } from './expression.ts';

type Symbols = Omit<SymbolLayerSpecification, 'type' | 'layout' | 'paint'> & {
  font: string[];
  /** Size by zoom at ordinary text size. */
  sizes: [number, number][];
  colour: string;
  halo: string;
  haloPx: number;
  layout?: SymbolLayerSpecification['layout'];
};

/** A layer of names; `scale` multiplies its sizes. */
export function names(
  scale: number,
  { font, sizes, colour, halo, haloPx, layout, ...rest }: Symbols,
): LayerSpecification {
  return {
    ...rest,
    type: 'symbol',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': font,
      'text-size': byZoom(...sizes.map(([zoom, px]): [number, number] => [zoom, px * scale])),
      'text-padding': 4,
      ...layout,
    },
    paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': haloPx },
  };
}
