import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOperations, type Operation } from '../../fuzz/operations.ts';
import { admittedTo, createRoles, type Roles } from '../../fuzz/roles.ts';
import { sameOrigin } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

const webDirectory = fileURLToPath(new URL('../../../dist/web', import.meta.url));

function expectHeaders({ headers }: Response, what: string) {
  const seen = {
    what,
    scripts: /script-src 'self'(;|$)/.test(headers['content-security-policy'] ?? ''),
    frames: (headers['content-security-policy'] ?? '').includes("frame-ancestors 'none'"),
    nosniff: headers['x-content-type-options'],
    referrer: headers['referrer-policy'],
    permissions: (headers['permissions-policy'] ?? '').includes('camera=()'),
    named: /^[0-9a-f-]{36}$/.test(headers['x-request-id'] ?? ''),
    server: headers['x-powered-by'],
  };
  expect(seen).toEqual({
    what,
    scripts: true,
    frames: true,
    nosniff: 'nosniff',
    referrer: 'strict-origin-when-cross-origin',
    permissions: true,
    named: true,
    server: undefined,
  });
}

/** What a refusal says, without the name of its request. */
const saying = ({ status, body }: Response) => {
  const { requestId: _id, ...rest } = body as Record<string, unknown>;
  return JSON.stringify({ status, ...rest });
};

describeWithDatabase('every endpoint', () => {
  const database = useDatabase();
  let running: TestApp;
  let operations: Operation[];
  let roles: Roles;
  beforeAll(async () => {
    await addOpenings(database.pool, [makeOpening(), makeOpening()]);
    roles = await createRoles(database.pool);
    running = await startApp(database.pool);
    const { body } = await request(running.app).get('/api/openapi.json').expect(200);
    operations = readOperations(body);
  });
  afterAll(() => running.close());

  function call({ method, path }: Operation, role: string, id: string) {
    const url = path.replace(/\{\w+\}/g, id);
    const asked = request(running.app)[method.toLowerCase() as 'get'](url).set(sameOrigin);
    const cookie = roles.cookieOf(role);
    return cookie ? asked.set('Cookie', cookie) : asked;
  }

  it('refuses everybody its audience does not name, with the same words whatever the id is', async () => {
    for (const operation of operations) {
      for (const role of roles.names) {
        if (admittedTo(operation.audience, roles.names).includes(role)) continue;
        const [first, second] = [await call(operation, role, '1'), await call(operation, role, '987654321')];
        const what = `${operation.method} ${operation.path} by ${role}`;
        // A terminal is a device, not an account: to its endpoints everybody else is nobody.
        const status = role === 'nobody' || operation.audience === 'terminal' ? 401 : 403;
        expect({ what, status: first.status }).toEqual({ what, status });
        expect(saying(first), what).toBe(saying(second));
        expectHeaders(first, what);
      }
    }
  }, 120_000);

  it('does not turn away those it is for, and carries the headers whatever it answers', async () => {
    for (const operation of operations) {
      const [role] = admittedTo(operation.audience, roles.names);
      if (role === undefined) continue;
      await roles.renew();
      const answer = await call(operation, role, '1');
      const what = `${operation.method} ${operation.path} by ${role}`;
      expect({ what, code: (answer.body as { code?: string }).code }).not.toMatchObject({
        code: 'audience.other',
      });
      expectHeaders(answer, what);
      if (operation.audience !== 'anyone')
        expect(answer.headers['cache-control'], what).toContain('no-store');
    }
  }, 120_000);

  it('refuses a change that comes from another site, with a session and without', async () => {
    for (const operation of operations.filter(({ method }) => method !== 'GET')) {
      const [role] = admittedTo(operation.audience, roles.names);
      await roles.renew();
      const answer = await call(operation, role ?? 'nobody', '1')
        .unset('Sec-Fetch-Site')
        .set('Origin', 'https://evil.example');
      expect({ path: operation.path, status: answer.status }).toEqual({ path: operation.path, status: 403 });
    }
  }, 60_000);

  it('refuses a parameter it does not know', async () => {
    for (const operation of operations.filter(
      ({ method, audience }) => method === 'GET' && audience === 'anyone',
    )) {
      const url = operation.path.replace(/\{\w+\}/g, '1');
      const { status, body } = await request(running.app).get(`${url}?nonsense=1`);
      expect({ url, status, faults: body.faults }).toMatchObject({
        status: 400,
        faults: expect.arrayContaining([
          { in: 'query', name: 'nonsense', code: 'unknown', detail: '没有这个参数' },
        ]),
      });
    }
  });

  it.each([
    ['an unknown path', '/api/none', 404],
    ['a path that does not decode', '/api/openings/%ff', 400],
    ['another method', '/healthz', 200],
    ['readiness', '/readyz', null],
    ['the document', '/api/openapi.json', 200],
    ['a page', '/', null],
    ['a file that is gone', '/assets/gone-12345678.js', 404],
    ['a way out of the folder', '/..%2f..%2fpackage.json', null],
  ])('%s carries the security headers', async (what, path, status) => {
    const answer = await request(running.app).get(path);
    if (status !== null) expect(answer.status).toBe(status);
    expectHeaders(answer, what);
  });

  it('every file of the page, whole, compressed and unchanged, carries the security headers', async () => {
    // Built by `pretest`; without it there is nothing to serve and nothing to look at.
    expect(existsSync(webDirectory)).toBe(true);
    const paths = readdirSync(webDirectory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
      .map((entry) => `${entry.parentPath.slice(webDirectory.length)}/${entry.name}`);
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const whole = await request(running.app).get(encodeURI(path)).set('Accept-Encoding', 'br');
      expectHeaders(whole, path);
      if (!whole.headers.etag) continue;
      const again = await request(running.app)
        .get(encodeURI(path))
        .set({ 'Accept-Encoding': 'br', 'If-None-Match': whole.headers.etag });
      expect({ path, status: again.status }).toEqual({ path, status: 304 });
      expectHeaders(again, `${path} unchanged`);
    }
  });
});
