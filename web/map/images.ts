import type { MapImage } from './canvas.ts';
import { drawBubble, drawCross, drawMe, drawRing, drawTag } from './discs.ts';
import { doors, drawHall, drawHouse, screens, type Door, type Screen } from './houses.ts';
import { drawPill, pillStates, type PillState } from './pills.ts';

/**
 * Names of images say how to draw them, so that a layer may ask for any and each is drawn once, when first needed:
 * `bubble/38/4`, `pill/rest/0/1`, `house/open/working/1`.
 */
export const imageId = {
  bubble: (radius: number, shade: number, isLit = false) =>
    `bubble/${Math.round(radius * 2) / 2}/${shade}/${isLit ? 1 : 0}`,
  hall: (radius: number, isLit = false) => `hall/${Math.round(radius * 2) / 2}/${isLit ? 1 : 0}`,
  pill: (state: PillState, count: number, scale: number) => `pill/${state}/${count}/${scale}`,
  house: (door: Door, screen: Screen, size: number) => `house/${door}/${screen}/${size}`,
  me: (kind: 'me' | 'start', scale: number) => `me/${kind}/${scale}`,
  tag: (scale: number) => `tag/${scale}`,
  cross: 'cross',
  ring: 'ring',
};

const isOneOf = <T extends string>(list: readonly T[], value: string | undefined): value is T =>
  (list as readonly (string | undefined)[]).includes(value);

/** Draws the image of that name, or null when it is not one of ours (a foreign base style's own icon). */
export function drawImage(id: string, pixelRatio: number): MapImage | null {
  const [kind, a, b, c] = id.split('/');
  if (kind === 'bubble') return drawBubble(Number(a), Number(b), c === '1', pixelRatio);
  if (kind === 'hall') return drawHall(Number(a), b === '1', pixelRatio);
  if (kind === 'pill' && isOneOf(pillStates, a)) return drawPill(a, Number(b), Number(c), pixelRatio);
  if (kind === 'house' && isOneOf(doors, a) && isOneOf(screens, b))
    return drawHouse(a, b, Number(c), pixelRatio);
  if (kind === 'me') return drawMe(a === 'start' ? 'start' : 'me', Number(b), pixelRatio);
  if (kind === 'tag') return drawTag(Number(a), pixelRatio);
  if (id === imageId.cross) return drawCross(pixelRatio);
  if (id === imageId.ring) return drawRing(pixelRatio);
  return null;
}
