import { colours } from './colours.ts';
import { drawn, type MapImage } from './canvas.ts';

/** What the door shows. `later`: opens later today; `closed`: not today; `unknown`: no hours on file. */
export const doors = ['open', 'later', 'closed', 'unknown'] as const;
export type Door = (typeof doors)[number];
export const screens = ['working', 'broken', 'none'] as const;
export type Screen = (typeof screens)[number];

/** CSS px of the whole image; the house itself is 26 wide and 27 high in the middle of it. */
const WIDTH = 40;
const HEIGHT = 36;
const LEFT = 7;
const TOP = 4;

function traceHouse(c: CanvasRenderingContext2D, inset: number) {
  const [w, h, eaves, r] = [26, 27, 10, 2.5];
  c.beginPath();
  c.moveTo(w / 2, inset);
  c.lineTo(w - inset, eaves + inset * 0.4);
  c.lineTo(w - inset, h - inset - r);
  c.arcTo(w - inset, h - inset, w / 2, h - inset, r);
  c.lineTo(inset + r, h - inset);
  c.arcTo(inset, h - inset, inset, eaves, r);
  c.lineTo(inset, eaves + inset * 0.4);
  c.closePath();
}

function openHouse(c: CanvasRenderingContext2D) {
  c.lineJoin = 'round';
  traceHouse(c, 1);
  c.lineWidth = 3.5;
  c.strokeStyle = colours.white;
  c.stroke();
  c.fillStyle = colours.tile;
  c.fill();
  c.fillStyle = colours.white;
  c.fillRect(8.5, 14.5, 9.5, 11.7);
  c.fillStyle = colours.willow4;
  c.beginPath();
  c.moveTo(8.5, 14.5);
  c.lineTo(14, 16);
  c.lineTo(14, 27.4);
  c.lineTo(8.5, 26.2);
  c.closePath();
  c.fill();
}

function outlineHouse(c: CanvasRenderingContext2D, colour: string, ground: string) {
  c.lineJoin = 'round';
  traceHouse(c, 1);
  c.lineWidth = 3.5;
  c.strokeStyle = colours.white;
  c.stroke();
  traceHouse(c, 1.2);
  c.fillStyle = ground;
  c.fill();
  c.lineWidth = 2.2;
  c.strokeStyle = colour;
  c.stroke();
}

function clock(c: CanvasRenderingContext2D) {
  c.lineWidth = 2;
  c.strokeStyle = colours.tile;
  c.lineCap = 'round';
  c.beginPath();
  c.arc(13, 16.4, 5.8, 0, Math.PI * 2);
  c.stroke();
  c.beginPath();
  c.moveTo(13, 13);
  c.lineTo(13, 16.8);
  c.lineTo(15.8, 18.2);
  c.stroke();
}

function bar(c: CanvasRenderingContext2D) {
  c.fillStyle = colours.ink3;
  c.fillRect(8, 15.4, 10, 2.4);
}

function terminal(c: CanvasRenderingContext2D, isWorking: boolean) {
  const colour = isWorking ? colours.willow7 : colours.red;
  c.beginPath();
  c.roundRect(16, 15.5, 15, 12, 3);
  c.lineWidth = 3.6;
  c.strokeStyle = colours.white;
  c.stroke();
  c.fillStyle = colours.white;
  c.fill();
  c.lineWidth = 1.8;
  c.strokeStyle = colour;
  c.stroke();
  c.lineCap = 'round';
  c.lineJoin = 'round';
  c.beginPath();
  if (isWorking) {
    c.moveTo(20.3, 21.6);
    c.lineTo(22.7, 23.9);
    c.lineTo(26.9, 19.3);
  } else {
    c.moveTo(21, 19);
    c.lineTo(26, 24);
    c.moveTo(26, 19);
    c.lineTo(21, 24);
  }
  c.stroke();
}

/**
 * A service point as a house, centred on its place. `size` 1 is the house of 26 px with its terminal's screen at the
 * lower right; the small one (0.62) drops the screen, which could not be read.
 */
export function drawHouse(door: Door, screen: Screen, size: number, pixelRatio: number): MapImage {
  return drawn(WIDTH * size, HEIGHT * size, pixelRatio, (c) => {
    c.scale(size, size);
    c.translate(LEFT, TOP);
    if (door === 'open') openHouse(c);
    else if (door === 'later') outlineHouse(c, colours.tile, colours.white);
    else outlineHouse(c, colours.houseClosed, '#F1EFE7');
    if (door === 'later') clock(c);
    if (door === 'closed') bar(c);
    if (screen !== 'none' && size >= 0.8) terminal(c, screen === 'working');
  });
}

/** Many points of one county or town: a house with room for two lines; half of its width is `radius`. */
export function drawHall(radius: number, isLit: boolean, pixelRatio: number): MapImage {
  const m = 5;
  const [w, h] = [radius * 2, radius * 2.16];
  const eaves = h * 0.28;
  const trace = (c: CanvasRenderingContext2D, grow: number) => {
    c.beginPath();
    c.moveTo(w / 2, -grow);
    c.lineTo(w + grow, eaves - grow * 0.4);
    c.lineTo(w + grow, h - 3 + grow);
    c.arcTo(w + grow, h + grow, w / 2, h + grow, 3);
    c.lineTo(3 - grow, h + grow);
    c.arcTo(-grow, h + grow, -grow, eaves, 3);
    c.lineTo(-grow, eaves - grow * 0.4);
    c.closePath();
  };
  return drawn(w + 2 * m, h + 2 * m, pixelRatio, (c) => {
    c.translate(m, m);
    c.lineJoin = 'round';
    if (isLit) {
      trace(c, 3);
      c.lineWidth = 2.5;
      c.strokeStyle = colours.ink;
      c.stroke();
    }
    trace(c, 0);
    c.shadowColor = 'rgba(26, 33, 28, 0.18)';
    c.shadowBlur = 3;
    c.lineWidth = 4;
    c.strokeStyle = colours.white;
    c.stroke();
    c.shadowColor = 'transparent';
    c.fillStyle = colours.tile;
    c.fill();
  });
}
