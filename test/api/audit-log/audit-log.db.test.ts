import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { recordAudit } from '../../../api/db/audit.ts';
import { claimJob, endJob, putJob } from '../../../api/jobs/store.ts';
import { insertMessage } from '../../../api/messages/store.ts';
import { addPerson, addStaff, sameOrigin, type SignedIn, testNow } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

describeWithDatabase('the desks apart from the work', () => {
  const database = useDatabase();
  let running: TestApp;
  let auditor: SignedIn;
  let system: SignedIn;
  let others: SignedIn[];
  const log = (query = '', who = auditor) =>
    request(running.app).get(`/api/audit-log${query}`).set(who.headers);
  const status = (who = system) => request(running.app).get('/api/system-status').set(who.headers);
  const actions = (body: { items: { action: string }[] }) => body.items.map(({ action }) => action);
  const write = (at: string, actor: string, action: string, entity: string, entityId: string | null = null) =>
    recordAudit(database.pool, { actor, action, entity, entityId, detail: { note: action } }, new Date(at));

  beforeAll(async () => {
    running = await startApp(database.pool);
    auditor = await addStaff(database.pool, { roles: ['auditor'], name: '卞如海' });
    system = await addStaff(database.pool, { roles: ['system-administrator'] });
    others = [
      await addStaff(database.pool, { roles: ['city-administrator'] }),
      await addStaff(database.pool, { roles: ['county-manager'], divisions: ['321003'] }),
      await addStaff(database.pool, { roles: ['reviewer'], divisions: ['321003'] }),
      await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'] }),
      await addPerson(database.pool, '13800000001'),
    ];
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    running.clock.now = testNow;
    await database.pool.query('truncate audit_log, jobs, messages restart identity');
  });

  async function writeThree() {
    // 00:30 and 23:30 of the 22nd in Shanghai, and half an hour into the 23rd.
    await write('2026-11-21T16:30:00Z', `staff:${system.accountId}`, 'opening.publish', 'opening', '7');
    await write('2026-11-22T15:30:00Z', 'person:12', 'opening.pause', 'opening', '8');
    await write('2026-11-22T16:30:00Z', 'command:import', 'employer.ban', 'employer', '7');
  }

  it('shows the newest first and notes that it was read, once an hour a reader', async () => {
    await writeThree();
    const first = (await log().expect(200)).body;
    expect(actions(first)).toEqual(['audit-log.read', 'employer.ban', 'opening.pause', 'opening.publish']);
    expect(first.items[0]).toMatchObject({ actor: `staff:${auditor.accountId}`, actorName: '卞如海' });
    expect(first.items[2]).toEqual({
      id: '2',
      at: '2026-11-22T15:30:00.000Z',
      actor: 'person:12',
      actorName: null,
      action: 'opening.pause',
      entity: 'opening',
      entityId: '8',
      detail: { note: 'opening.pause' },
    });
    expect(first.next).toBeNull();
    expect((await log().expect(200)).body.items).toHaveLength(4);
    running.clock.now = new Date(testNow.getTime() + 3_600_000);
    expect(actions((await log().expect(200)).body).slice(0, 2)).toEqual(['audit-log.read', 'audit-log.read']);
  });

  it('gives page after page without a gap while new lines come', async () => {
    await writeThree();
    const first = (await log('?limit=2').expect(200)).body;
    expect(actions(first)).toEqual(['audit-log.read', 'employer.ban']);
    await write('2026-11-23T02:00:00Z', 'person:12', 'opening.resume', 'opening', '8');
    const second = (await log(`?limit=2&before=${first.next}`).expect(200)).body;
    expect(actions(second)).toEqual(['opening.pause', 'opening.publish']);
    expect(second.next).toBeNull();
  });

  it.each([
    ['actor=person:12', ['opening.pause']],
    ['action=opening.', ['opening.pause', 'opening.publish']],
    ['action=opening.pu', ['opening.publish']],
    ['entity=opening&entityId=7', ['opening.publish']],
    ['entity=employer', ['employer.ban']],
    ['from=2026-11-22&to=2026-11-22', ['opening.pause', 'opening.publish']],
    ['from=2026-11-23&action=employer', ['employer.ban']],
    ['to=2026-11-21', []],
  ])('finds by %s', async (query, expected) => {
    await writeThree();
    expect(actions((await log(`?${query}`).expect(200)).body)).toEqual(expected);
  });

  it.each([
    'limit=101',
    'limit=0',
    'before=x',
    'actor=%00',
    'action=%25',
    'entityId=1%27',
    'from=0000-01-01',
    'from=2026-02-30',
    'from=2026-11-23&to=2026-11-22',
    'secret=1',
  ])('refuses %s', async (query) => {
    await log(`?${query}`).expect(400);
  });

  it('is closed to every other role, and the refused leave nothing in the log', async () => {
    for (const who of [...others, system]) await log('', who).expect(403);
    for (const who of [...others, auditor]) await status(who).expect(403);
    await request(running.app).get('/api/audit-log').set(sameOrigin).expect(401);
    await request(running.app).get('/api/system-status').set(sameOrigin).expect(401);
    const { rows } = await database.pool.query('select count(*)::int as lines from audit_log');
    expect(rows[0].lines).toBe(0);
  });

  it('says how search, jobs, messages and the database are, and nothing about anybody', async () => {
    const holder = '0a1b2c3d-0000-4000-8000-000000000000';
    for (const name of ['fails', 'runs']) {
      await putJob(database.pool, name, testNow);
      await claimJob(database.pool, { name, holder, leaseSeconds: 600, now: testNow });
    }
    const error = 'no way to 13912345678';
    await endJob(database.pool, { name: 'fails', holder, everySeconds: 60, error, now: testNow });
    const message = {
      channel: 'sms',
      recipient: '13912345678',
      template: 'x',
      text: 'y',
      now: testNow,
    } as const;
    for (let sent = 0; sent < 3; sent++) await insertMessage(database.pool, message);
    await database.pool.query('update messages set tries = 8 where id = 1');
    await database.pool.query('update messages set sent_at = now() where id = 2');

    const { body, text } = await status().expect(200);
    expect(body).toMatchObject({
      asOf: testNow.toISOString(),
      search: { engine: 'postgres', lastError: null, breaker: null },
      jobs: [
        { name: 'fails', lastRunAt: testNow.toISOString(), lastError: 'no way to ***78', heldBy: null },
        { name: 'runs', lastRunAt: null, lastError: null, heldBy: '0a1b2c3d' },
      ],
      messages: { waiting: 1, failed: 1 },
      sessions: 7,
      database: { kind: process.env.TEST_DATABASE === 'pglite' ? 'embedded' : 'external' },
      process: { version: packageJson.version },
    });
    expect(body.database.bytes).toBeGreaterThan(1_000_000);
    expect(text).not.toMatch(/1[3-9]\d{9}/);

    running.clock.now = new Date(testNow.getTime() + 601_000);
    expect((await status().expect(200)).body.jobs[1].heldBy).toBeNull();
  });

  it('no longer counts a session that has ended', async () => {
    await database.pool.query('update sessions set ends_at = $2 where account_id = $1::bigint', [
      others[4]!.accountId,
      testNow,
    ]);
    expect((await status().expect(200)).body.sessions).toBe(6);
  });
});
