import type { Pixel } from './mercator.ts';

export type Edges = { top: number; right: number; bottom: number; left: number };

/**
 * How far the camera must pan (CSS px) so that a figure reaching `reach` px around its point lies inside what is not
 * covered by sheet and panels. Zero when it already does; the middle where the room is too small for it.
 */
export function nudge(
  point: Pixel,
  reach: Edges,
  screen: { width: number; height: number },
  padding: Edges,
): Pixel {
  const into = (value: number, low: number, high: number) => {
    if (low > high) return value - (low + high) / 2;
    return value < low ? value - low : value > high ? value - high : 0;
  };
  return {
    x: into(point.x, padding.left + reach.left, screen.width - padding.right - reach.right),
    y: into(point.y, padding.top + reach.top, screen.height - padding.bottom - reach.bottom),
  };
}
