import { describe, expect, it } from 'vitest';
import { distanceMetres } from '../../../geodata/distance.ts';
import { crossesIn, crossSpacingMetres } from '../../../web/map/crosses.ts';
import { fromPixel, metresPerPixel, toPixel } from '../../../web/map/mercator.ts';
import { nudge } from '../../../web/map/nudge.ts';
import { reachArea, reachLabel } from '../../../web/map/reach.ts';
import { scaleBar } from '../../../web/map/scale-bar.ts';

const yangzhou = { lng: 119.44, lat: 32.39 };
const place = ([lng, lat]: number[]) => ({ lng: lng!, lat: lat! });

describe('screen and ground', () => {
  it('a place comes back from its pixel', () => {
    const there = fromPixel(toPixel(yangzhou, 13.4), 13.4);
    expect(distanceMetres(there, yangzhou)).toBeLessThan(0.01);
  });
  it('a pixel is as long as the scale says', () => {
    const { x, y } = toPixel(yangzhou, 14);
    const metres = distanceMetres(yangzhou, fromPixel({ x: x + 100, y }, 14));
    expect(metres / 100 / metresPerPixel(yangzhou.lat, 14)).toBeCloseTo(1, 2);
  });
});

describe('the scale', () => {
  it.each([
    [282, 90, '20 公里', 71],
    [2.1, 90, '100 米', 48],
    [25, 60, '1 公里', 40],
  ])('at %d metres a pixel within %d px reads %s', (metresPerPx, mostPx, label, width) => {
    const bar = scaleBar(metresPerPx, mostPx);
    expect(bar.label).toBe(label);
    expect(bar.widthPx).toBeCloseTo(width, 0);
    expect(bar.widthPx).toBeLessThanOrEqual(mostPx);
  });
});

describe('survey crosses', () => {
  const bounds = { minLng: 119.4, maxLng: 119.5, minLat: 32.35, maxLat: 32.45 };
  it('get closer with the zoom', () => {
    expect([9, 9.6, 11, 12.5, 14].map(crossSpacingMetres)).toEqual([null, 10_000, 2_000, 1_000, 500]);
  });
  it('are a kilometre apart, east and north, within 1 %', () => {
    const { features } = crossesIn(bounds, 1000);
    const [first, second] = features.map(({ geometry }) => place(geometry.coordinates));
    expect(Math.abs(distanceMetres(first!, second!) / 1000 - 1)).toBeLessThan(0.01);
    const above = features
      .map(({ geometry }) => place(geometry.coordinates))
      .find(({ lng, lat }) => lng === first!.lng && lat > first!.lat);
    expect(Math.abs(distanceMetres(first!, above!) / 1000 - 1)).toBeLessThan(0.01);
  });
  it('stand on the same ground whatever is seen', () => {
    const shifted = { ...bounds, minLng: 119.413, minLat: 32.361 };
    const all = new Set(crossesIn(bounds, 1000).features.map(({ geometry }) => String(geometry.coordinates)));
    for (const { geometry } of crossesIn(shifted, 1000).features)
      expect(all).toContain(String(geometry.coordinates));
  });
});

describe('the circle', () => {
  const reach = { centre: yangzhou, radiusMetres: 3500, label: '电动车 15 分钟', dotted: false };
  it('is everywhere as far as it says', () => {
    for (const position of reachArea(reach).geometry.coordinates[0]!)
      expect(Math.abs(distanceMetres(yangzhou, place(position)) / 3500 - 1)).toBeLessThan(0.002);
  });
  it('carries its label on the lower edge', () => {
    const [label] = reachLabel(reach).features;
    const { lng, lat } = place(label!.geometry.coordinates);
    expect(lng).toBe(yangzhou.lng);
    expect(lat).toBeLessThan(yangzhou.lat);
    expect(distanceMetres(yangzhou, { lng, lat })).toBeCloseTo(3500, 0);
  });
});

describe('a selected pin', () => {
  const reach = { top: 60, right: 80, bottom: 10, left: 80 };
  const screen = { width: 390, height: 844 };
  const sheet = { top: 116, right: 0, bottom: 422, left: 0 };
  it('under the sheet is brought into sight', () => {
    expect(nudge({ x: 200, y: 700 }, reach, screen, sheet)).toEqual({ x: 0, y: 288 });
  });
  it('at the edge is brought in whole', () => {
    expect(nudge({ x: 10, y: 300 }, reach, screen, sheet)).toEqual({ x: -70, y: 0 });
  });
  it('in sight stays', () => {
    expect(nudge({ x: 200, y: 300 }, reach, screen, sheet)).toEqual({ x: 0, y: 0 });
  });
  it('goes to the middle where the room is too small', () => {
    const full = { ...sheet, bottom: 700 };
    expect(nudge({ x: 200, y: 300 }, reach, screen, full).y).toBe(300 - (116 + 60 + 844 - 700 - 10) / 2);
  });
});
