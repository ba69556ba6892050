import { describe, expect, it } from 'vitest';
import type { MapGroup } from '../../../api/openings/contract.ts';
import { bubbleFeatures, bubbleName, singleFeatures } from '../../../web/map/features.ts';
import { toPixel } from '../../../web/map/mercator.ts';

const now = Date.parse('2026-11-23T02:00:00Z');
const drawing = { zoom: 13, isWide: false, scale: 1 };
const singles = { ...drawing, reach: null, seenIds: new Set<string>(), now, taken: [] };

const opening = (id: string, lng: number, confirmedAt = '2026-11-22T02:00:00Z'): MapGroup => ({
  level: 'opening',
  code: id,
  name: '电焊工',
  lng,
  lat: 32.4,
  openings: 1,
  positions: 2,
  opening: {
    id,
    title: '电焊工',
    salary: { min: 6500, max: 8500, unit: '月', monthlyMin: 6500, monthlyMax: 8500 },
    confirmedAt,
  },
});
const group = (
  level: 'county' | 'town',
  code: string,
  name: string,
  lng: number,
  openings: number,
): MapGroup => ({
  level,
  code,
  name,
  lng,
  lat: 32.4,
  openings,
  positions: openings * 3,
});

describe('single openings', () => {
  it('carry title and pay', () => {
    const [first] = singleFeatures([opening('1', 119.4)], singles).features;
    expect(first!.properties).toMatchObject({
      id: '1',
      isPin: true,
      title: '电焊工',
      pay: '6500 起',
      state: 'rest',
    });
    expect(first!.geometry.coordinates).toEqual([119.4, 32.4]);
  });
  it('fall to dots where a better ranked pin stands', () => {
    const { features } = singleFeatures([opening('1', 119.4), opening('2', 119.4005)], singles);
    expect(features.map(({ properties }) => properties.isPin)).toEqual([true, false]);
  });
  it('that nobody confirmed for 21 days are dashed and come after the others', () => {
    const stale = opening('1', 119.4, '2026-11-02T01:00:00Z');
    const { features } = singleFeatures([stale, opening('2', 119.4005)], singles);
    expect(features.map(({ properties: { id, state, isPin } }) => [id, state, isPin])).toEqual([
      ['2', 'rest', true],
      ['1', 'dashed', false],
    ]);
    const fresh = opening('3', 119.4, '2026-11-02T03:00:00Z');
    expect(singleFeatures([fresh], singles).features[0]!.properties.state).toBe('rest');
  });
  it('that were seen speak softly', () => {
    const options = { ...singles, seenIds: new Set(['1']) };
    expect(singleFeatures([opening('1', 119.4)], options).features[0]!.properties.state).toBe('seen');
  });
  it('outside a drawn circle are dots, whatever their rank', () => {
    const reach = { centre: { lng: 119.5, lat: 32.4 }, radiusMetres: 1000, label: '', dotted: false };
    const { features } = singleFeatures([opening('1', 119.4), opening('2', 119.5)], { ...singles, reach });
    expect(features.map(({ properties: { id, isPin, isInside } }) => [id, isPin, isInside])).toEqual([
      ['1', false, false],
      ['2', true, true],
    ]);
  });
  it('leave the disc of the person free', () => {
    const { x, y } = toPixel({ lng: 119.4, lat: 32.4 }, 13);
    const taken = [{ minX: x - 18, maxX: x + 18, minY: y - 38, maxY: y - 2 }];
    expect(singleFeatures([opening('1', 119.4)], { ...singles, taken }).features[0]!.properties.isPin).toBe(
      false,
    );
  });
  it('at one address are one pin with their number', () => {
    const place: MapGroup = {
      ...opening('x', 119.4),
      level: 'place',
      code: '119.4,32.4',
      openings: 4,
      opening: undefined,
    };
    expect(singleFeatures([place], singles).features[0]!.properties).toMatchObject({
      level: 'place',
      title: '个岗位同址',
      count: 4,
      pay: '',
    });
  });
});

describe('bubbles', () => {
  const groups = [
    group('county', '321003', '邗江区', 119.38, 1812),
    group('county', '321071', '扬州经济技术开发区', 119.41, 398),
    group('town', '321003001', '双桥街道', 119.42, 60),
  ];
  it('are drawn for one level at a time', () => {
    expect(bubbleFeatures(groups, 'county', drawing).features).toHaveLength(2);
    expect(bubbleFeatures(groups, 'town', drawing).features).toHaveLength(1);
  });
  it('say a number with a comma and a long name as people say it', () => {
    const { features } = bubbleFeatures(groups, 'county', drawing);
    expect(features.map(({ properties: { name, count } }) => [name, count])).toEqual([
      ['邗江区', '1,812'],
      ['开发区', '398'],
    ]);
    expect(bubbleName('321084', '高邮市')).toBe('高邮市');
  });
  it('do not overlap on the screen of their zoom', () => {
    const [a, b] = bubbleFeatures(groups, 'county', { ...drawing, zoom: 8.5 }).features;
    const at = (feature: typeof a) => {
      const [lng, lat] = feature!.geometry.coordinates as [number, number];
      return toPixel({ lng, lat }, 8.5);
    };
    const [p, q] = [at(a), at(b)];
    expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThanOrEqual(
      a!.properties.radius + b!.properties.radius,
    );
  });
});
