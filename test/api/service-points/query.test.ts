import { describe, expect, test } from 'vitest';
import { parseHours } from '../../../api/service-points/hours.ts';
import { findServicePoints, type ServicePointQuery } from '../../../api/service-points/query.ts';
import { servicePoint } from './points.ts';

const monday = new Date('2026-11-23T10:00:00+08:00');
const noon = new Date('2026-11-23T12:30:00+08:00');
const at = (lng: number, lat: number) => ({ lng, lat, source: 'list', quality: 'imported' as const });

const points = [
  servicePoint({
    id: '1',
    name: '广陵区',
    level: 'county',
    division: '321002',
    district: { code: '321002', name: '广陵区' },
    town: null,
    place: at(119.43, 32.39),
    terminals: { installed: 2, working: 0, fault: 'broken', faultSince: null },
    hours: parseHours('每天 08:00-20:00'),
  }),
  servicePoint({ id: '2', name: '瓜洲镇', place: at(119.4, 32.25), services: ['社保经办'] }),
  servicePoint({ id: '3', name: '没写时间的村', level: 'village', place: at(119.38, 32.26), hours: [] }),
];
const find = (query: Partial<ServicePointQuery>, now = monday) =>
  findServicePoints(points, { limit: 20, ...query }, now);
const ids = (query: Partial<ServicePointQuery>, now = monday) =>
  find(query, now).points.map(({ point }) => point.id);

describe('the list of service points', () => {
  test('without a question: all, in the order of the divisions, with the figures', () => {
    expect(ids({})).toEqual(['1', '2', '3']);
    expect(find({})).toMatchObject({ total: 3, openNow: 2, withTerminal: 2 });
  });

  test('near a place: nearest first, with the distance', () => {
    const { points: found } = find({ near: [119.4, 32.25] });
    expect(found.map(({ point }) => point.id)).toEqual(['2', '3', '1']);
    expect(found[0]!.distanceMetres).toBe(0);
    expect(found[1]!.distanceMetres).toBeGreaterThan(2000);
    expect(find({}).points[0]!.distanceMetres).toBeUndefined();
  });

  test('within so many metres of a place', () => {
    expect(ids({ near: [119.4, 32.25], withinMetres: 3000 })).toEqual(['2', '3']);
  });

  test('by box, county, town and service', () => {
    expect(ids({ bbox: [119.39, 32.2, 119.45, 32.3] })).toEqual(['2']);
    expect(ids({ district: '321002' })).toEqual(['1']);
    expect(ids({ town: '321003103' })).toEqual(['2', '3']);
    expect(ids({ service: '社保经办' })).toEqual(['2']);
    expect(ids({ service: '社保' })).toEqual([]);
    expect(
      ids({ level: 'county' }).length + ids({ level: 'town' }).length + ids({ level: 'village' }).length,
    ).toBe(ids({}).length);
    expect(ids({ level: 'county' })).not.toEqual(ids({ level: 'town' }));
  });

  test('in an area that somebody drew, whatever was asked of another before', () => {
    const area = [119.39, 32.24, 119.42, 32.24, 119.39, 32.28];
    const elsewhere = [119.3, 32.9, 119.4, 32.9, 119.4, 33];
    expect(ids({ area })).toEqual(['2']);
    expect(find({ area })).toMatchObject({ total: 1 });
    expect(ids({ area: elsewhere })).toEqual([]);
    expect(ids({ area, near: [119.38, 32.26] })).toEqual(['2']);
    expect(ids({})).toEqual(['1', '2', '3']);
  });

  test('by words in its name, its address or its town', () => {
    expect(ids({ q: '瓜洲' })).toEqual(['2', '3']);
    expect(ids({ q: '瓜洲 没写' })).toEqual(['3']);
    expect(ids({ q: '瓜洲', level: 'village' })).toEqual(['3']);
    expect(ids({ q: '没有这个' })).toEqual([]);
    expect(find({ q: '瓜洲', near: [119.4, 32.25], limit: 1 })).toMatchObject({ total: 2 });
  });

  test('a terminal that is out of order does not count as a terminal', () => {
    expect(ids({ terminal: true })).toEqual(['2', '3']);
    expect(ids({ terminal: false })).toEqual(['1']);
  });

  test('open now changes with the clock; hours that are unknown are never open', () => {
    expect(ids({ openNow: true })).toEqual(['1', '2']);
    expect(ids({ openNow: true }, noon)).toEqual(['1']);
    expect(ids({ openNow: false }, noon)).toEqual(['2', '3']);
  });

  test('the nearest open point with a working terminal', () => {
    expect(ids({ near: [119.38, 32.26], openNow: true, terminal: true, limit: 1 })).toEqual(['2']);
  });

  test('the figures are of all that is found, not of what fits the limit', () => {
    const found = find({ limit: 1, near: [119.4, 32.25] });
    expect(found.points).toHaveLength(1);
    expect(found).toMatchObject({ total: 3, openNow: 2, withTerminal: 2 });
  });
});
