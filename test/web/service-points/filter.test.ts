import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { emptyPoints, pointsQuery, readPoints, writePoints } from '../../../web/service-points/filter.ts';

test.prop([fc.string({ unit: 'binary' })])('a broken address of service points heals', (search) => {
  const healed = readPoints(search);
  expect(readPoints(writePoints(healed))).toEqual(healed);
});

it('reads back what it wrote', () => {
  const state = {
    ...emptyPoints,
    q: '东关',
    openNow: true,
    terminal: true,
    service: '社保卡服务',
    level: 'village' as const,
    district: '321002',
    start: { place: { lng: 119.44, lat: 32.395 }, name: '东关街道' },
    mode: 'walk' as const,
    follow: false,
  };
  expect(readPoints(writePoints(state))).toEqual(state);
});

it('asks for nothing that was not asked', () => {
  expect(Object.values(pointsQuery(emptyPoints, null, null)).filter((value) => value !== undefined)).toEqual(
    [],
  );
});
