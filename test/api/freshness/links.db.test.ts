import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signLink } from '../../../api/accounts/signed-link.ts';
import { transact } from '../../../api/db/transact.ts';
import { askEmployer } from '../../../api/freshness/ask.ts';
import { testSecret } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { makeDesk, type MadeOpening } from '../applications/answering-people.ts';

describeWithDatabase('a link that asks whether an opening still stands', () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool);
  });
  afterAll(() => running.close());

  /** Asks as the weekly job does and gives the token of the message. */
  async function ask(opening: MadeOpening): Promise<string> {
    const subject = { id: opening.id, employerId: opening.employerId, title: '电焊工', contactPhone: null };
    const deps = { linkSecret: testSecret, origin: 'http://localhost:3000' };
    await transact(database.pool, (tx) => askEmployer(tx, deps, subject, 'weekly', running.clock.now));
    const { rows } = await database.pool.query(`select text from messages order by id desc limit 1`);
    const told = /http:\/\/localhost:3000\/f\/(\S+)/.exec(rows[0].text);
    return told![1]!;
  }
  const look = (token: string) => request(running.app).get(`/api/freshness/${token}`);
  const tap = (token: string, answer: string, headcount?: number) =>
    request(running.app).post(`/api/freshness/${token}`).send({ answer, headcount });
  const standing = async ({ id }: MadeOpening) =>
    (
      await database.pool.query(
        'select status, headcount, outcome, confirmed_at as "confirmedAt", expires_at as "expiresAt" from openings where id = $1::bigint',
        [id],
      )
    ).rows[0];

  it('tells what it asks about and changes nothing by being looked at', async () => {
    const { opening } = await makeDesk(database.pool, running, { title: '配菜工', headcount: 4 });
    const token = await ask(opening);
    const before = await standing(opening);
    const { body, headers } = await look(token).expect(200);
    expect(body).toMatchObject({
      opening: { id: opening.id, code: opening.code, title: '配菜工', headcount: 4, status: 'published' },
      answered: null,
    });
    expect(headers['cache-control']).toContain('no-store');
    expect(await standing(opening)).toEqual(before);
  });

  it('"still hiring, three" confirms in one tap; the second tap changes nothing', async () => {
    const { opening } = await makeDesk(database.pool, running);
    const token = await ask(opening);
    const { body } = await tap(token, 'hiring', 3).expect(200);
    expect(body).toMatchObject({ answered: { answer: 'hiring' }, opening: { headcount: 3 } });
    expect(await standing(opening)).toMatchObject({
      status: 'published',
      headcount: 3,
      confirmedAt: running.clock.now,
    });
    expect((await tap(token, 'full').expect(200)).body.answered.answer).toBe('hiring');
    expect(await standing(opening)).toMatchObject({ status: 'published' });
  });

  it('ten taps at once are one answer', async () => {
    const { opening } = await makeDesk(database.pool, running);
    const token = await ask(opening);
    const replies = await Promise.all(Array.from({ length: 10 }, () => tap(token, 'full')));
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const { rows } = await database.pool.query(
      `select count(*)::int as n from audit_log where action = 'freshness.answer' and entity_id = $1::bigint`,
      [opening.id],
    );
    expect(rows[0].n).toBe(1);
    expect(await standing(opening)).toMatchObject({ status: 'closed', outcome: 'filled-elsewhere' });
    await running.settle();
    await request(running.app).get(`/api/openings/${opening.id}`).expect(404);
  });

  it('near the end "still hiring" moves the end', async () => {
    const { opening } = await makeDesk(database.pool, running, { expiresAt: '2026-11-25T00:00:00.000Z' });
    await tap(await ask(opening), 'hiring').expect(200);
    expect((await standing(opening)).expiresAt.toISOString()).toBe('2026-12-23T02:00:00.000Z');
  });

  it('"pause" takes it out of sight; then "still hiring" of a later link says where to go', async () => {
    const { opening } = await makeDesk(database.pool, running);
    await tap(await ask(opening), 'pause').expect(200);
    expect(await standing(opening)).toMatchObject({ status: 'paused' });
    const later = await ask(opening);
    const { body } = await tap(later, 'hiring').expect(409);
    expect(body).toMatchObject({ code: 'freshness.paused' });
    expect((await look(later)).body.answered).toBeNull();
  });

  it('"still hiring" of an employer whose papers are over six months old says what to do; "full" still closes', async () => {
    const { opening } = await makeDesk(database.pool, running);
    const token = await ask(opening);
    const before = await standing(opening);
    await database.pool.query(
      `update employers set standing = 'verified', verified_at = $2, verified_until = $2 where id = $1::bigint`,
      [opening.employerId, running.clock.now],
    );
    const { body } = await tap(token, 'hiring').expect(409);
    expect(body).toMatchObject({
      code: 'employer.reverify',
      detail: '执照核验满六个月了。登录“我的单位”重新交一次执照，核验过再来',
    });
    expect(await standing(opening)).toEqual(before);
    expect((await look(token)).body.answered).toBeNull();
    await tap(token, 'full').expect(200);
    expect(await standing(opening)).toMatchObject({ status: 'closed' });
  });

  it('over after fourteen days, and says what to do; a link of another purpose or by another hand opens nothing', async () => {
    const { opening } = await makeDesk(database.pool, running);
    const token = await ask(opening);
    const later = new Date(running.clock.now.getTime() + 15 * 86_400_000);
    const sooner = running.clock.now;
    running.clock.now = later;
    const over = await tap(token, 'hiring').expect(404);
    expect([over.body.code, over.body.detail]).toEqual(['freshness.over', expect.stringContaining('登录')]);
    running.clock.now = sooner;
    const expiresAt = new Date(later);
    const others = [
      signLink(testSecret, { purpose: 'withdraw', id: '1', expiresAt }),
      signLink(Buffer.alloc(32, 9), { purpose: 'freshness', id: '1', expiresAt }),
      `${token.slice(0, -1)}x`,
      'x'.repeat(40),
    ];
    for (const other of others)
      expect((await tap(other, 'hiring').expect(404)).body.code).toBe('freshness.broken');
    const invented = signLink(testSecret, { purpose: 'freshness', id: '99999999', expiresAt });
    expect((await look(invented).expect(404)).body.code).toBe('freshness.gone');
  });
});
