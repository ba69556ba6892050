import { colours } from './colours.ts';
import { drawn, type MapImage } from './canvas.ts';

/** How a pin looks; `dashed` means nobody has confirmed the opening for 21 days. */
export const pillStates = ['rest', 'seen', 'dashed', 'seen-dashed', 'hover', 'selected', 'point'] as const;
export type PillState = (typeof pillStates)[number];

/** CSS px of a pin at ordinary text size; the elders' version multiplies all of it. */
export const pill = {
  height: 32,
  selectedHeight: 38,
  padding: 12,
  selectedPadding: 15,
  tail: 8,
  textPx: 14,
  selectedTextPx: 15,
  discPx: 22,
  /** Room in the image around the pill for ring and shade. */
  margin: 6,
} as const;

/** Width of the part that stretches, near that of a usual text so that dashes keep their length. */
const STRETCHING_PX = 100;
const HALF_TAIL = 8;

type Paint = { ground: string; ring: string; ringPx: number; dash?: number[]; shade: number };

const paints: Record<PillState, Paint> = {
  rest: { ground: colours.white, ring: colours.control, ringPx: 1, shade: 0.12 },
  seen: { ground: colours.page, ring: '#B4B3A8', ringPx: 1, shade: 0.06 },
  dashed: { ground: colours.white, ring: colours.control, ringPx: 1.2, dash: [4, 3], shade: 0 },
  'seen-dashed': { ground: colours.page, ring: '#B4B3A8', ringPx: 1.2, dash: [4, 3], shade: 0 },
  hover: { ground: colours.willow1, ring: colours.willow7, ringPx: 2, shade: 0.14 },
  selected: { ground: colours.willow7, ring: colours.white, ringPx: 2.5, shade: 0.26 },
  point: { ground: colours.tile, ring: colours.white, ringPx: 2.5, shade: 0.26 },
};

function trace(c: CanvasRenderingContext2D, x: number, y: number, w: number, h: number, r: number) {
  const middle = x + w / 2;
  const bottom = y + h;
  c.beginPath();
  c.moveTo(x + r, y);
  c.arcTo(x + w, y, x + w, bottom, r);
  c.arcTo(x + w, bottom, middle, bottom, r);
  c.lineTo(middle + HALF_TAIL, bottom);
  c.lineTo(middle + 1.4, bottom + pill.tail - 1);
  c.quadraticCurveTo(middle, bottom + pill.tail + 0.4, middle - 1.4, bottom + pill.tail - 1);
  c.lineTo(middle - HALF_TAIL, bottom);
  c.arcTo(x, bottom, x, y, r);
  c.arcTo(x, y, x + w, y, r);
  c.closePath();
}

function shade(c: CanvasRenderingContext2D, strength: number) {
  c.shadowColor = `rgba(26, 33, 28, ${strength})`;
  c.shadowBlur = 6;
  c.shadowOffsetY = 2;
}

function withoutShade(c: CanvasRenderingContext2D) {
  c.shadowColor = 'transparent';
}

function paintPill(c: CanvasRenderingContext2D, state: PillState, x: number, w: number, h: number) {
  const { ground, ring, ringPx, dash, shade: strength } = paints[state];
  const isLit = state === 'selected' || state === 'point';
  const radius = state === 'point' ? 10 : h / 2;
  const y = pill.margin;
  c.lineJoin = 'round';
  trace(c, x, y, w, h, radius);
  shade(c, strength);
  c.fillStyle = isLit ? ring : ground;
  if (isLit) {
    c.lineWidth = ringPx * 2;
    c.strokeStyle = ring;
    c.stroke();
  }
  c.fill();
  withoutShade(c);
  c.fillStyle = ground;
  trace(c, x, y, w, h, radius);
  c.fill();
  if (isLit) return;
  c.setLineDash(dash ?? []);
  c.lineWidth = ringPx;
  c.strokeStyle = ring;
  c.stroke();
  c.setLineDash([]);
}

function secondEdge(c: CanvasRenderingContext2D, x: number, w: number, h: number) {
  c.beginPath();
  c.roundRect(x + 4, pill.margin - 4, w, h, h / 2);
  c.fillStyle = colours.white;
  c.fill();
  c.lineWidth = 1;
  c.strokeStyle = colours.control;
  c.stroke();
}

function countDisc(c: CanvasRenderingContext2D, x: number, h: number, count: number) {
  const middleX = x + 5 + pill.discPx / 2;
  const middleY = pill.margin + h / 2;
  c.beginPath();
  c.arc(middleX, middleY, pill.discPx / 2, 0, Math.PI * 2);
  c.fillStyle = colours.willow7;
  c.fill();
  c.fillStyle = colours.white;
  c.font = `600 ${count > 99 ? 10 : 13}px sans-serif`;
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillText(count > 999 ? '999' : String(count), middleX, middleY + 0.5);
}

function whiteHouse(c: CanvasRenderingContext2D, x: number, h: number) {
  c.save();
  c.translate(x + 11, pill.margin + h / 2 - 9);
  c.fillStyle = colours.white;
  c.beginPath();
  c.moveTo(9, 0);
  c.lineTo(17.5, 7);
  c.lineTo(17.5, 18);
  c.lineTo(0.5, 18);
  c.lineTo(0.5, 7);
  c.closePath();
  c.fill();
  c.fillStyle = colours.tile;
  c.fillRect(6, 10, 6, 8);
  c.fillStyle = colours.willow4;
  c.fillRect(6, 10, 3.4, 8);
  c.restore();
}

/**
 * A pin's ground as a stretchable image. With `count` it is a place with so many openings: a second edge behind, the
 * number in a disc before the text.
 */
export function drawPill(state: PillState, count: number, scale: number, pixelRatio: number): MapImage {
  const isLarge = state === 'selected' || state === 'point';
  const h = isLarge ? pill.selectedHeight : pill.height;
  const padding = isLarge ? pill.selectedPadding : pill.padding;
  const before = count > 0 ? 5 + pill.discPx + 6 : state === 'point' ? 38 : padding;
  const w = before + STRETCHING_PX + padding;
  const m = pill.margin;
  const textPx = isLarge ? pill.selectedTextPx : pill.textPx;
  const textTop = m + (h - textPx * 1.2) / 2;
  const middle = m + w / 2;
  const left = m + Math.max(before, h / 2);
  const right = m + w - Math.max(padding, h / 2);
  const half = Math.min(middle - HALF_TAIL - left, right - middle - HALF_TAIL);
  const by = (value: number) => value * scale;
  return drawn(
    (w + 2 * m) * scale,
    (h + pill.tail + 2 * m) * scale,
    pixelRatio,
    (c) => {
      c.scale(scale, scale);
      if (count > 0) secondEdge(c, m, w, h);
      paintPill(c, state, m, w, h);
      if (count > 0) countDisc(c, m, h, count);
      if (state === 'point') whiteHouse(c, m, h);
    },
    {
      x: [
        [by(middle - HALF_TAIL - half), by(middle - HALF_TAIL)],
        [by(middle + HALF_TAIL), by(middle + HALF_TAIL + half)],
      ],
      content: [by(m + before), by(textTop), by(m + w - padding), by(textTop + textPx * 1.2)],
    },
  );
}

/** Ems from a pin's tip up to the lower edge of its text: `text-offset` with the text anchored at its bottom. */
export function textLiftEms(isLarge: boolean): number {
  const h = isLarge ? pill.selectedHeight : pill.height;
  const textPx = isLarge ? pill.selectedTextPx : pill.textPx;
  return (pill.tail + (h - textPx * 1.2) / 2) / textPx;
}
