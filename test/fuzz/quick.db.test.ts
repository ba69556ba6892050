import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithDatabase, useDatabase } from '../support/database.ts';
import { judge } from './judge.ts';
import { type Found, runFuzz } from './run-fuzz.ts';
import { runRules } from './rules.ts';
import { curlOf } from './send.ts';
import { startTarget, type Target } from './target.ts';

const quickCalls = 3000;
const foundDirectory = new URL('./found/', import.meta.url);

describeWithDatabase('every operation of the document', () => {
  const database = useDatabase();
  let target: Target;
  beforeAll(async () => {
    target = await startTarget(database.pool);
  });
  afterAll(() => target.close());

  it('answers whatever comes, from whomever, as the document says', async () => {
    const { found } = await runFuzz(target, { calls: quickCalls, seed: 20261123 });
    expect(found.map(({ what, role, request }) => `${what}\n${curlOf(request, role)}`)).toEqual([]);
  }, 120_000);

  it("keeps what is deleted gone, what is refused unwritten, what is somebody else's away", async () => {
    const { faults } = await runRules(target);
    expect(faults.map(({ rule, what }) => `${rule}: ${what}`)).toEqual([]);
  });

  it('answers as the document says where it once did not', async () => {
    const files = (await readdir(foundDirectory)).filter((name) => name.endsWith('.json'));
    for (const file of files) {
      const { role, request } = JSON.parse(await readFile(new URL(file, foundDirectory), 'utf8')) as Found;
      const operation = target.operations.find(({ id }) => id === request.operation);
      if (!operation) continue; // The operation is gone, and its fault with it.
      const answer = await target.send(request, target.roles.cookieOf(role), '10.9.9.9');
      expect({ file, wrong: judge(operation, request, answer) }).toEqual({ file, wrong: null });
    }
  });

  it('a reply outside its schema, an unknown status and an accepted fault are noticed', () => {
    const operation = target.operations.find(({ id }) => id === 'listOpenings')!;
    const request = {
      operation: operation.id,
      kind: 'valid',
      method: 'GET',
      url: '/api/openings',
      headers: {},
      bodyBase64: null,
    } as const;
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-security-policy': 'x',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'x',
      'x-request-id': 'x',
    };
    const body = Buffer.from('{"total":"many"}');
    expect(judge(operation, request, { status: 200, headers, body })).toContain('not of its schema');
    expect(judge(operation, request, { status: 418, headers, body })).toContain('not documented');
    expect(judge(operation, request, { status: 500, headers, body })).toContain('500');
    expect(judge(operation, request, { status: 200, headers: {}, body })).toContain('header');
  });
});
