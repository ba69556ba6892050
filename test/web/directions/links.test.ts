import { expect, it } from 'vitest';
import { directionsLinks } from '../../../web/directions/links.ts';

const to = { lng: 119.4409, lat: 32.3952 };
const links = Object.fromEntries(
  directionsLinks(to, '东塘早面馆').map(({ app, url }) => [app, new URL(url)]),
);

it('高德 gets GCJ-02, longitude first', () => {
  const [lng, lat, name] = links.amap!.searchParams.get('to')!.split(',');
  // GCJ-02 lies some 500 m off WGS-84 in Yangzhou.
  expect(Number(lng) - to.lng).toBeGreaterThan(0.004);
  expect(Number(lat) - to.lat).toBeLessThan(-0.001);
  expect(name).toBe('东塘早面馆');
});

it('腾讯 gets GCJ-02, latitude first', () => {
  const [lat, lng] = links.tencent!.searchParams.get('tocoord')!.split(',').map(Number);
  expect(lat).toBeCloseTo(32.393, 2);
  expect(lng).toBeCloseTo(119.446, 2);
});

it('百度 gets BD-09 and is told so', () => {
  const [lat, lng] = links.baidu!.searchParams.get('location')!.split(',').map(Number);
  expect(links.baidu!.searchParams.get('coord_type')).toBe('bd09ll');
  expect(lng! - to.lng).toBeGreaterThan(0.01);
  expect(lat).toBeCloseTo(32.399, 2);
});

it('no link carries where the person is', () => {
  for (const url of Object.values(links)) expect(url.search).not.toMatch(/from|origin/);
});
