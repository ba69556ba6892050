import type { StyleImageMetadata } from 'maplibre-gl';

/** A drawn image as MapLibre takes it; stretch and content are in image px, not CSS px. */
export type MapImage = { data: ImageData; options: Partial<StyleImageMetadata> };

export type Draw = (context: CanvasRenderingContext2D) => void;

/** Runs a drawing of CSS px on a canvas of so many image px per CSS px. */
export function drawn(
  width: number,
  height: number,
  pixelRatio: number,
  draw: Draw,
  stretch?: { x: [number, number][]; content: [number, number, number, number] },
): MapImage {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * pixelRatio);
  canvas.height = Math.ceil(height * pixelRatio);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.scale(pixelRatio, pixelRatio);
  draw(context);
  const toImage = (value: number) => Math.round(value * pixelRatio);
  return {
    data: context.getImageData(0, 0, canvas.width, canvas.height),
    options: {
      pixelRatio,
      ...(stretch && {
        stretchX: stretch.x.map(([from, to]): [number, number] => [toImage(from), toImage(to)]),
        content: stretch.content.map(toImage) as [number, number, number, number],
      }),
    },
  };
}
