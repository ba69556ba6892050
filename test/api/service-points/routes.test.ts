import express from 'express';
import supertest from 'supertest';
import { beforeEach, describe, expect, test } from 'vitest';
import { serve } from '../../../api/http/serve.ts';
import { Refusal } from '../../../api/refusals.ts';
import { servicePointsGeoJson } from '../../../api/service-points/contract.ts';
import { geoJson } from '../../../api/service-points/geo-json.ts';
import { createServicePointsModel } from '../../../api/service-points/model.ts';
import { servicePointRoutes } from '../../../api/service-points/routes.ts';
import type { StoredServicePoint } from '../../../api/service-points/store.ts';
import { newServicePoint, unkept } from './points.ts';

/** Answers the store's statements, as a database with these points and no templates would. */
function holding(...rows: StoredServicePoint[]) {
  return { query: async (sql: string) => ({ rows: sql.includes('service_templates') ? [] : rows }) } as never;
}

function stored(id: string, said: Partial<StoredServicePoint> = {}): StoredServicePoint {
  const { place, terminalsWorking, ...rest } = newServicePoint();
  return {
    id,
    ...unkept,
    ...rest,
    ...place,
    terminalsWorking: terminalsWorking ?? 0,
    terminalFault: 'broken',
    ...said,
  };
}

let now = new Date();
const model = createServicePointsModel();
const app = express().set('etag', false);
const routes = servicePointRoutes({
  servicePoints: model,
  openingsWithin: (_place, metres) => ({ openings: metres, positions: 2 * metres }),
});
const serving = {
  db: holding(),
  clock: () => now,
  publicUrl: null,
  addressSecret: Buffer.alloc(32),
  findTerminal: async () => null,
};
for (const route of routes) serve(app, route, serving);
app.use(((error, _request, response, _next) => {
  response.status(error instanceof Refusal && error.kind === 'missing' ? 404 : 400).json(error.faults);
}) as express.ErrorRequestHandler);
const api = supertest(app);

beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00+08:00');
  await model.load(holding(stored('1'), stored('2', { lng: 119.5, terminalsWorking: 0, hours: [] })));
});

describe('one service point', () => {
  test('tells its state, its week, the next seven days and the openings within 3 km', async () => {
    const { body } = await api.get('/api/service-points/1?near=119.4,32.26').expect(200);
    expect(body).toMatchObject({
      id: '1',
      district: { code: '321003', name: '邗江区' },
      town: { code: '321003103', name: '瓜洲镇' },
      open: { state: 'open', until: '2026-11-23T04:00:00.000Z', opensAt: null },
      distanceMetres: 1112,
      openingsNearby: { withinMetres: 3000, openings: 3000, positions: 6000 },
    });
    expect(body.hours).toHaveLength(10);
    expect(body.days).toHaveLength(7);
    expect(body.days[5]).toEqual({ on: '2026-11-28', spans: [], note: null });
  });

  test('that is not there is missing', async () => {
    await api.get('/api/service-points/99').expect(404);
  });

  test('is asked for by digits', async () => {
    await api.get('/api/service-points/abc').expect(400);
  });
});

describe('the list', () => {
  test('finds the nearest open point with a working terminal', async () => {
    const { body } = await api
      .get('/api/service-points?near=119.5,32.25&openNow=true&terminal=true&limit=1')
      .expect(200);
    expect(body).toMatchObject({ total: 1, openNow: 1, withTerminal: 1, items: [{ id: '1' }] });
  });

  test('refuses a distance from nowhere and a parameter it does not know', async () => {
    const { body } = await api.get('/api/service-points?withinMetres=500&open=1').expect(400);
    expect(body.map(({ name }: { name: string }) => name)).toContain('open');
    await api.get('/api/service-points?withinMetres=500').expect(400);
  });
});

describe('all points as GeoJSON', () => {
  const states = async () =>
    JSON.parse(geoJson(model, now).body).features.map(
      ({ properties }: { properties: { state: string } }) => properties.state,
    );

  test('fit the contract, with state and terminal', async () => {
    const { body: collection, headers } = await api.get('/api/service-points.geojson').expect(200);
    expect(headers['content-type']).toContain('application/geo+json');
    expect(servicePointsGeoJson.reply.parse(collection)).toEqual(collection);
    expect(collection.features[1]).toMatchObject({
      id: 2,
      geometry: { coordinates: [119.5, 32.25] },
      properties: { state: 'unknown', terminal: 'broken', district: '321003', town: '321003103' },
    });
  });

  test('tell apart what opens again today from what is closed until another day', async () => {
    now = new Date('2026-11-23T12:30:00+08:00');
    expect(await states()).toEqual(['later', 'unknown']);
    now = new Date('2026-11-23T18:30:00+08:00');
    expect(await states()).toEqual(['closed', 'unknown']);
  });

  test('a copy stays good until a point opens, closes or changes', async () => {
    const { headers } = await api.get('/api/service-points.geojson').expect(200);
    const again = () => api.get('/api/service-points.geojson').set('If-None-Match', headers.etag!);
    now = new Date('2026-11-23T11:59:30+08:00');
    await again().expect(304);
    now = new Date('2026-11-23T12:00:00+08:00');
    await again().expect(200);
    now = new Date('2026-11-23T10:00:00+08:00');
    await again().expect(304);
    await model.refresh(holding(stored('1', { name: '新名字' })), [1]);
    await again().expect(200);
  });
});

describe('whether any point changed', () => {
  test('is told by one word, the same for all who have read the same points', async () => {
    const version = async () => (await api.get('/api/service-points.version').expect(200)).body.version;
    await model.load(holding(stored('1'), stored('2')));
    const before = await version();
    const other = createServicePointsModel();
    await other.load(holding(stored('2'), stored('1')));
    expect(other.digest).toBe(before);
    await model.refresh(holding(stored('1', { telephones: [] })), [1]);
    expect(await version()).not.toBe(before);
    await model.refresh(holding(stored('1')), [1]);
    expect(await version()).toBe(before);
    await model.refresh(holding(), [2]);
    expect(await version()).not.toBe(before);
  });
});
