import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { toPixel, type Pixel } from '../../../web/map/mercator.ts';
import type { Bounds } from '../../../geodata/bounds.ts';
import type { LngLat } from '../../../geodata/lng-lat.ts';
import type { Visit } from './journey.ts';
import { mapOf } from './screen.ts';

/** Where a place stands on the screen, when the map shows these bounds and nothing covers it. */
export async function pixelOf(page: Page, place: LngLat, bounds: Bounds): Promise<Pixel> {
  const box = (await mapOf(page).boundingBox())!;
  const at = toPixel(place, 0);
  const west = toPixel({ lng: bounds.minLng, lat: bounds.maxLat }, 0);
  const east = toPixel({ lng: bounds.maxLng, lat: bounds.minLat }, 0);
  return {
    x: box.x + ((at.x - west.x) / (east.x - west.x)) * box.width,
    y: box.y + ((at.y - west.y) / (east.y - west.y)) * box.height,
  };
}

/** The page asks for a quarter more on every side than it shows. */
const ASKED_BEYOND = 0.25;

/** What the map shows, taken from the box that the page asks openings for. */
export function shownBounds(asked: URL): Bounds {
  const [minLng, minLat, maxLng, maxLat] = asked.searchParams.get('bbox')!.split(',').map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const share = ASKED_BEYOND / (1 + 2 * ASKED_BEYOND);
  const [lng, lat] = [(maxLng - minLng) * share, (maxLat - minLat) * share];
  return { minLng: minLng + lng, minLat: minLat + lat, maxLng: maxLng - lng, maxLat: maxLat - lat };
}

/**
 * Moves the pointer round and round a spot, as somebody aiming does, until what is under it can be pressed and, where
 * a name is given, the words beside it say that name. Gives the spot.
 */
export async function aim(page: Page, at: Pixel, { name = null, stepPx = 12, withinPx = 96 } = {} as Aim) {
  const tip = page.locator('[aria-hidden="true"] > strong');
  for (const { x, y } of spiral(at, stepPx, withinPx)) {
    await page.mouse.move(x, y);
    const cursor = await mapOf(page).evaluate(
      (element) =>
        new Promise<string>((resolve) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => setTimeout(() => resolve((element as HTMLElement).style.cursor))),
          ),
        ),
    );
    if (cursor !== 'pointer') continue;
    if (name === null || (await tip.allTextContents()).includes(name)) return { x, y };
  }
  throw new Error(`nothing to press within ${withinPx} px of ${Math.round(at.x)},${Math.round(at.y)}`);
}

type Aim = { name?: string | null; stepPx?: number; withinPx?: number };

function* spiral({ x, y }: Pixel, stepPx: number, withinPx: number): Generator<Pixel> {
  yield { x, y };
  for (let radius = stepPx; radius <= withinPx; radius += stepPx) {
    const count = Math.max(6, Math.round((2 * Math.PI * radius) / stepPx));
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * 2 * Math.PI;
      yield { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    }
  }
}

/** The newest question for the map's groups that fits, waiting for it where it was not asked yet. */
export async function askedOfMap({ asked }: Visit, fits: (asked: URLSearchParams) => boolean): Promise<URL> {
  const found = () =>
    asked.findLast(({ pathname, searchParams }) => pathname === '/api/openings/map' && fits(searchParams));
  await expect.poll(found).toBeTruthy();
  return found()!;
}

/** The one farthest from its next neighbour: nothing covers it. */
export function loneliest<T extends LngLat>(places: readonly T[]): T {
  const room = (one: T) =>
    Math.min(
      ...places
        .filter((other) => other !== one)
        .map((other) => Math.hypot(other.lng - one.lng, other.lat - one.lat)),
    );
  return places.reduce((best, one) => (room(one) > room(best) ? one : best));
}

const widthAsked = (asked: URLSearchParams): number => {
  const [minLng = 0, , maxLng = 0] = (asked.get('bbox') ?? '0,0,360,0').split(',').map(Number);
  return maxLng - minLng;
};

/** Whether the map is looked at from nearer in one question than in another. */
export const isCloser = (asked: URLSearchParams, before: URLSearchParams): boolean =>
  widthAsked(asked) < widthAsked(before) * 0.8;
