import { describe, expect, it } from 'vitest';
import type { ServicePointFeatures } from '../../../web/map/map-view-props.ts';
import {
  countPoints,
  hallFeatures,
  houseFeatures,
  shortPointName,
  shownInArea,
} from '../../../web/map/point-features.ts';

type Properties = ServicePointFeatures['features'][number]['properties'];
const point = (
  id: string,
  properties: Partial<Properties> = {},
): ServicePointFeatures['features'][number] => ({
  type: 'Feature',
  id: Number(id),
  geometry: { type: 'Point', coordinates: [119.44, 32.39] },
  properties: {
    id,
    name: '东关街道人社服务中心',
    level: 'town',
    district: '321002',
    town: '321002001',
    state: 'open',
    terminal: 'working',
    services: [],
    closure: null,
    ...properties,
  },
});
const points: ServicePointFeatures = {
  type: 'FeatureCollection',
  features: [
    point('1'),
    point('2', { state: 'closed', terminal: 'broken' }),
    point('3', { town: null, level: 'county' }),
  ],
};

describe('service points from afar', () => {
  it('are counted by county and town, with those open now', () => {
    expect(countPoints(points, null, 'county').get('321002')).toEqual({ total: 3, open: 2 });
    expect(countPoints(points, null, 'town').get('321002001')).toEqual({ total: 2, open: 1 });
  });
  it('count only what the page shows', () => {
    const [hall] = hallFeatures(points, new Set(['2']), 'county', {
      zoom: 8,
      isWide: true,
      scale: 1,
    }).features;
    expect(hall!.properties).toMatchObject({ id: '321002', name: '广陵区', total: '1', open: '开 0' });
  });
  it('in an area count those in it, and stand at one of them', () => {
    const [, second] = points.features;
    const area = [119.43, 32.38, 119.45, 32.38, 119.45, 32.4];
    const away = {
      ...second!,
      geometry: { type: 'Point' as const, coordinates: [119.6, 32.6] as [number, number] },
    };
    const some = { ...points, features: [points.features[0]!, away] };
    const shown = shownInArea(some, null, area);
    expect([...shown]).toEqual(['1']);
    expect([...shownInArea(some, new Set(['2']), area)]).toEqual([]);
    const [hall] = hallFeatures(some, shown, 'county', { zoom: 12, isWide: true, scale: 1 }, true).features;
    expect(hall!.properties.total).toBe('1');
    const [lng, lat] = hall!.geometry.coordinates;
    expect([lng!.toFixed(6), lat!.toFixed(6)]).toEqual(['119.440000', '32.390000']);
    const houses = houseFeatures(some, null, null, area).features;
    expect(houses.map(({ properties: { isInside } }) => isInside)).toEqual([true, false]);
  });
  it('are nothing before they arrive', () => {
    expect(hallFeatures(null, null, 'county', { zoom: 8, isWide: true, scale: 1 }).features).toEqual([]);
  });
});

describe('service points from near', () => {
  it('show door and screen', () => {
    const { features } = houseFeatures(points, null, null);
    expect(features.map(({ properties: { door, screen } }) => [door, screen])).toEqual([
      ['open', 'working'],
      ['closed', 'broken'],
      ['open', 'working'],
    ]);
  });
  it('that the page filtered out stay, but faint and behind the others', () => {
    const { features } = houseFeatures(points, new Set(['2']), null);
    expect(features.map(({ properties }) => properties.isShown)).toEqual([false, true, false]);
    expect(features[0]!.properties.order).toBeGreaterThan(features[1]!.properties.order);
  });
  it('know whether they lie in the circle', () => {
    const reach = { centre: { lng: 119.6, lat: 32.39 }, radiusMetres: 500, label: '', dotted: true };
    expect(houseFeatures(points, null, reach).features[0]!.properties.isInside).toBe(false);
  });
  it.each([
    ['东关街道人社服务中心', '东关街道'],
    ['琼花观社区就业服务站', '琼花观社区'],
    ['瓜洲镇公共就业服务所', '瓜洲镇'],
    ['服务点', '服务点'],
  ])('%s is called %s on the map', (name, short) => {
    expect(shortPointName(name)).toBe(short);
  });
});

it('a point that is shut or elsewhere for a while says so under its name', () => {
  const away = { ...points, features: [point('1', { closure: 'moved' }), point('2', { closure: 'closed' })] };
  expect(
    houseFeatures(away, null, null).features.map(({ properties }) => [properties.short, properties.isAway]),
  ).toEqual([
    ['东关街道\n暂时搬走', true],
    ['东关街道\n暂时停办', true],
  ]);
  expect(houseFeatures(points, null, null).features[0]!.properties.isAway).toBe(false);
});
