import request, { type Response } from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

/** An answer without what is another one for every request. */
function alike({ status, headers, body }: Response) {
  const { 'x-request-id': named, date: _date, ratelimit: _left, ...rest } = headers as Record<string, string>;
  const { requestId, ...said } = body as Record<string, unknown>;
  expect(named).toMatch(/^[0-9a-f-]{36}$/);
  if (requestId !== undefined) expect(requestId).toBe(named);
  // Express packs as it sends and does not know the length before; how a refusal is packed is nobody's concern.
  const { 'content-length': _length, 'transfer-encoding': _chunked, vary, ...others } = rest;
  return { status, headers: status === 200 ? { ...others, vary } : others, said };
}

describeWithDatabase('what is answered before Express', () => {
  const database = useDatabase();
  let running: TestApp;
  const ask = (path: string, query: string, address = '198.51.100.7') =>
    request(running.app).get(`${path}?${query}`).set('X-Forwarded-For', address);

  beforeAll(async () => {
    await addOpenings(database.pool, [makeOpening(), makeOpening({ title: '电焊工' })]);
    running = await startApp(database.pool, { config: { trustProxy: 1, rateLimitPerMinute: 30 } });
    // Both are asked when words have their index.
    await running.search.index();
  });
  afterAll(() => running.close());

  test.each([
    ['/api/openings', 'near=119.4,32.4&sort=distance&pageSize=10'],
    ['/api/openings', 'q=%E7%84%8A%E5%B7%A5'],
    ['/api/openings', 'pageSize=ten&near=1'],
    ['/api/openings', 'district=321012&district=321002'],
    ['/api/service-points', 'near=119.4,32.4&limit=10'],
    ['/api/service-points', 'withinMetres=5'],
  ])('%s?%s is answered as Express answers it', async (path, query) => {
    // Express takes a path with a slash at its end for the same; the door leaves it to Express.
    const [quick, slow] = [await ask(path, query), await ask(`${path}/`, query)];
    expect(alike(quick)).toEqual(alike(slow));
  });

  test('is packed for who takes it, and says the same', async () => {
    const path = '/api/openings';
    const as = (encodings: string) =>
      ask(path, 'near=119.4,32.4&sort=distance').set('Accept-Encoding', encodings);
    const plain = await as('identity').expect(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.vary).toBe('Accept-Encoding');
    for (const encodings of ['gzip', 'gzip, deflate, br, zstd', '*']) {
      const packed = await as(encodings).expect(200);
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(packed.body).toEqual(plain.body);
      expect(Number(packed.headers['content-length'])).toBeLessThan(plain.text.length / 2);
    }
    for (const encodings of ['gzip;q=0', 'br', 'gzip;q=0, *;q=0'])
      expect((await as(encodings).expect(200)).headers['content-encoding']).toBeUndefined();
  });

  test('a request for the headers alone is Express’s', async () => {
    const { status, text } = await request(running.app).head('/api/openings').expect(200);
    expect([status, text]).toEqual([200, undefined]);
  });

  test('the limit is one for both, and an address is what the proxy says', async () => {
    const one = '203.0.113.9';
    for (let calls = 0; calls < 30; calls++)
      await ask(calls % 2 ? '/api/openings' : '/api/openings/', 'pageSize=1', one).expect(200);
    const [quick, slow] = [await ask('/api/openings', '', one), await ask('/api/openings/', '', one)];
    expect(quick.status).toBe(429);
    expect(quick.headers['retry-after']).toBe(slow.headers['retry-after']);
    expect(alike(quick).said).toEqual(alike(slow).said);
    await ask('/api/openings', 'pageSize=1', '203.0.113.10').expect(200);
    // Open pages ask this every second: it is named and has its headers, and no limit counts it.
    const { headers } = await ask('/api/service-points.version', '', one).expect(200);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });
});
