import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnyEndpoint } from '../../../api/endpoint.ts';
import { listDivisions } from '../../../api/divisions/contract.ts';
import { getOpening, listOpenings, mapOpenings } from '../../../api/openings/contract.ts';
import { suggest } from '../../../api/search/contract.ts';
import {
  getServicePoint,
  listServicePoints,
  servicePointsGeoJson,
} from '../../../api/service-points/contract.ts';
import { getStatistics } from '../../../api/statistics/contract.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

const endpoints: AnyEndpoint[] = [
  listOpenings,
  mapOpenings,
  getOpening,
  listServicePoints,
  getServicePoint,
  servicePointsGeoJson,
  listDivisions,
  suggest,
  getStatistics,
];

/** What a parameter might be given: near misses, other types, floods, injections, broken text. */
const anything = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1',
    '50',
    '51',
    '1.5',
    '1e9',
    'NaN',
    'Infinity',
    '0x10',
    '9007199254740993',
    'true',
    'null',
    '119.4,32.4',
    '32.4,119.4',
    '119,32,120,33',
    '120,33,119,32',
    '1,2,3',
    ',,,',
    '999,999',
    '321003',
    '321003103',
    '321003103001',
    'C',
    '不限',
    '焊工',
    '保结',
    'dianhangong',
    '江都 会计 包住',
    '包吃,包住',
    "' or 1=1 --",
    '";drop table openings;--',
    '{"$gt":""}',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    'title = "x" OR 1=1',
    '\\',
    '%',
    '(((',
    'a & b | !c',
    "''':*",
    '🈲👨‍🏭',
    '\ud800',
    '\u0000',
    '\u202e',
    'ａｂｃ',
    'relevance',
    'distance',
    'newest',
    'salary',
    '工'.repeat(200),
    'x'.repeat(10_000),
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double().map(String),
  fc.integer().map(String),
);

function urlOf(endpoint: AnyEndpoint, path: string, query: [string, string][]): string {
  const encode = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  const filled = endpoint.path.replace(/:\w+/, encode(path) || 'x');
  return `${filled}?${query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')}`;
}

describeWithDatabase('every endpoint', () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool);
    await addOpenings(
      database.pool,
      Array.from({ length: 30 }, (_, n) => makeOpening({ headcount: n + 1 })),
    );
    await running.settle();
  });
  afterAll(() => running.close());

  it('is described, and nothing that is not there', async () => {
    const { body } = await request(running.app).get('/api/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.1');
    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(
      endpoints.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).sort(),
    );
  });

  it.each(endpoints)('$id refuses a parameter it does not know', async (endpoint) => {
    const { body } = await request(running.app)
      .get(urlOf(endpoint, '1', [['nonsense', '1']]))
      .expect(400);
    expect(body.faults).toContainEqual({
      in: 'query',
      name: 'nonsense',
      code: 'unknown',
      detail: '没有这个参数',
    });
  });

  it.each(endpoints)(
    '$id answers whatever comes with a documented status and a reply of its shape',
    async (endpoint) => {
      const names = [...Object.keys(endpoint.query.shape), '__proto__', 'page'];
      const allowed = new Set([200, 400, ...(endpoint.refuses?.includes('missing') ? [404] : [])]);
      await fc.assert(
        fc.asyncProperty(
          anything,
          fc.array(fc.tuple(fc.constantFrom(...names), anything), { maxLength: 4 }),
          async (path, query) => {
            const reply = await request(running.app).get(urlOf(endpoint, path, query));
            expect(allowed).toContain(reply.status);
            if (reply.status === 200) endpoint.reply.parse(reply.body);
            else
              expect(reply.body).toMatchObject({
                status: reply.status,
                code: expect.any(String),
                detail: expect.any(String),
              });
          },
        ),
        { numRuns: 150, seed: 20261123 },
      );
    },
  );

  it.each([
    '/api/openings',
    '/api/openings?page=x',
    '/api/openings/nothing',
    '/api/service-points.geojson',
    '/api/none',
    '/healthz',
    '/readyz',
    '/api/openapi.json',
  ])('%s carries the security headers', async (path) => {
    const { headers } = await request(running.app).get(path);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('only GET and HEAD are answered', async () => {
    for (const method of ['post', 'put', 'patch', 'delete'] as const)
      await request(running.app)[method]('/api/openings').send({}).expect(404);
    await request(running.app).head('/api/openings').expect(200);
  });
});
