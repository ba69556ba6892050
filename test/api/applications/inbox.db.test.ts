import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicationJobs } from '../../../api/applications/jobs.ts';
import { closeOpening } from '../../../api/opening-desk/lifecycle.ts';
import { transact } from '../../../api/db/transact.ts';
import { addPerson, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { apply, makeDesk, type MadeOpening, newPhone } from './answering-people.ts';

describeWithDatabase("an employer's inbox", () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool);
  });
  afterAll(() => running.close());

  const seekerFor = async (opening: MadeOpening) => {
    const phone = newPhone();
    const seeker = await addPerson(database.pool, phone);
    const { body } = await apply(running, seeker, opening).expect(201);
    return { seeker, phone, id: body.application.id as string };
  };
  const move = (boss: SignedIn, id: string, body: object) =>
    request(running.app).post(`/api/desk/applications/${id}/state`).set(boss.headers).send(body);
  const inbox = async (boss: SignedIn, opening: MadeOpening, query = '') =>
    (
      await request(running.app)
        .get(`/api/desk/employers/${opening.employerId}/applications?${query}`)
        .set(boss.headers)
        .expect(200)
    ).body;
  const messagesTo = async (phone: string): Promise<string[]> =>
    (
      await database.pool.query('select text from messages where recipient = $1 order by id', [phone])
    ).rows.map(({ text }) => text);
  const statusOf = async ({ id }: MadeOpening) =>
    (await database.pool.query('select status, headcount, outcome from openings where id = $1::bigint', [id]))
      .rows[0];
  const runJob = (name: string, now = running.clock.now) =>
    applicationJobs()
      .find((job) => job.name === name)!
      .run(database.pool, now);

  it('counts by state and filters by opening and state', async () => {
    const { opening, boss } = await makeDesk(database.pool, running);
    const [first] = [await seekerFor(opening), await seekerFor(opening)];
    await move(boss, first!.id, { state: 'contacted', version: 1 }).expect(200);
    const all = await inbox(boss, opening);
    expect(all).toMatchObject({ total: 2, counts: { new: 1, contacted: 1, hired: 0 } });
    expect(all.openings).toEqual([
      expect.objectContaining({ id: opening.id, open: 2, limit: null, status: 'published', headcount: 2 }),
    ]);
    const some = await inbox(boss, opening, `state=contacted&openingId=${opening.id}`);
    expect([some.total, some.items.map(({ id }: { id: string }) => id)]).toEqual([1, [first!.id]]);
  });

  it('each step is told to the person and shows in what they follow', async () => {
    const { opening, boss } = await makeDesk(database.pool, running, { title: '裁剪工' });
    const { seeker, phone, id } = await seekerFor(opening);
    await move(boss, id, { state: 'contacted', version: 1 }).expect(200);
    await move(boss, id, { state: 'interview', version: 2 }).expect(200);
    await move(boss, id, { state: 'unsuitable', version: 3 }).expect(400);
    const { body } = await move(boss, id, { state: 'unsuitable', reason: '离得太远', version: 3 }).expect(
      200,
    );
    expect(body.application).toMatchObject({ state: 'unsuitable', reason: '离得太远', version: 4 });
    const texts = await messagesTo(phone);
    expect(texts).toHaveLength(3);
    expect(texts.at(-1)).toContain('离得太远');
    expect(texts.every((text) => text.includes('裁剪工'))).toBe(true);
    const { body: mine } = await request(running.app).get('/api/me/applications').set(seeker.headers);
    expect(mine.items[0]).toMatchObject({ state: 'unsuitable', reason: '离得太远' });
    expect(mine.items[0].history.map(({ state }: { state: string }) => state)).toEqual([
      'new',
      'contacted',
      'interview',
      'unsuitable',
    ]);
  });

  it('the same step twice is once, and an old page is told that somebody was first', async () => {
    const { opening, boss } = await makeDesk(database.pool, running);
    const { phone, id } = await seekerFor(opening);
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => move(boss, id, { state: 'contacted', version: 1 })),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(await messagesTo(phone)).toHaveLength(1);
    const { body } = await move(boss, id, { state: 'interview', version: 1 }).expect(409);
    expect(body.code).toBe('application.changed');
  });

  it('who is hired fills a place; with the last one the opening closes, leaves the list, and the others are told', async () => {
    const { opening, boss } = await makeDesk(database.pool, running, { headcount: 2, title: '缝纫工' });
    const [first, second, third] = [
      await seekerFor(opening),
      await seekerFor(opening),
      await seekerFor(opening),
    ];
    const { body: one } = await move(boss, first!.id, { state: 'hired', version: 1 }).expect(200);
    expect(one.opening).toEqual({ id: opening.id, status: 'published', headcount: 1 });
    const { body: two } = await move(boss, second!.id, { state: 'hired', version: 1 }).expect(200);
    expect(two.opening).toEqual({ id: opening.id, status: 'closed', headcount: 0 });
    expect(await statusOf(opening)).toMatchObject({ outcome: 'filled-here' });
    await running.settle();
    await request(running.app).get(`/api/openings/${opening.id}`).expect(404);
    await runJob('applications-end');
    await runJob('applications-end');
    expect((await messagesTo(third!.phone)).filter((text) => text.includes('不招了'))).toHaveLength(1);
    expect((await messagesTo(first!.phone)).filter((text) => text.includes('不招了'))).toEqual([]);
    const { body: mine } = await request(running.app).get('/api/me/applications').set(third!.seeker.headers);
    expect(mine.items[0]).toMatchObject({ state: 'ended', opening: { isPublished: false } });
  });

  it('two hired at once for one place are both hired, and places never go under none', async () => {
    const { opening, boss } = await makeDesk(database.pool, running, { headcount: 1 });
    const people = [await seekerFor(opening), await seekerFor(opening)];
    const replies = await Promise.all(people.map(({ id }) => move(boss, id, { state: 'hired', version: 1 })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200]);
    expect(await statusOf(opening)).toMatchObject({ status: 'closed', headcount: 0 });
  });

  it('pauses by itself when there are enough, and a limit set late counts too', async () => {
    const { opening, boss } = await makeDesk(database.pool, running);
    const limit = (body: object, who = boss) =>
      request(running.app)
        .put(`/api/desk/openings/${opening.id}/application-limit`)
        .set(who.headers)
        .send(body);
    await limit({ limit: 2 }).expect(200);
    await seekerFor(opening);
    expect(await statusOf(opening)).toMatchObject({ status: 'published' });
    await seekerFor(opening);
    expect(await statusOf(opening)).toMatchObject({ status: 'paused' });
    const late = await addPerson(database.pool, newPhone());
    await apply(running, late, opening).expect(404);
    const { boss: stranger } = await makeDesk(database.pool, running);
    await limit({ limit: 1 }, stranger).expect(404);
    expect((await limit({ limit: null }).expect(200)).body).toEqual({
      openingId: opening.id,
      limit: null,
      open: 2,
      status: 'paused',
    });
    const { opening: other, boss: otherBoss } = await makeDesk(database.pool, running);
    await seekerFor(other);
    const { body } = await request(running.app)
      .put(`/api/desk/openings/${other.id}/application-limit`)
      .set(otherBoss.headers)
      .send({ limit: 1 })
      .expect(200);
    expect(body.status).toBe('paused');
  });

  it('ninety days after the end nothing of the person is left', async () => {
    const { opening, boss } = await makeDesk(database.pool, running);
    const { id } = await seekerFor(opening);
    await transact(database.pool, (tx) =>
      closeOpening(tx, opening.id, { outcome: 'withdrawn', by: 'system' }, running.clock.now),
    );
    await runJob('applications-end');
    const after = (days: number) => new Date(running.clock.now.getTime() + days * 86_400_000);
    await runJob('applications-wipe', after(89));
    expect((await inbox(boss, opening)).items[0]).toMatchObject({ id, name: '杨小川' });
    await runJob('applications-wipe', after(91));
    expect((await inbox(boss, opening)).items[0]).toMatchObject({
      id,
      state: 'ended',
      name: null,
      phone: null,
      message: null,
    });
  });

  it('the answer rate shows on the page of the opening from five contacts on, with its base', async () => {
    const { opening, boss } = await makeDesk(database.pool, running);
    const rate = async () =>
      (await request(running.app).get(`/api/openings/${opening.id}`).expect(200)).body.answering;
    const people = [];
    for (let count = 0; count < 5; count++) people.push(await seekerFor(opening));
    for (const { id } of people.slice(0, 3)) await move(boss, id, { state: 'contacted', version: 1 });
    // Two were sent just now: they may still be answered.
    expect(await rate()).toMatchObject({ rate: null, isOnline: true });
    await database.pool.query(
      `update applications set sent_at = sent_at - interval '4 days' where opening_id = $1::bigint`,
      [opening.id],
    );
    expect(await rate()).toMatchObject({ rate: { contacts: 5, answered: 3 } });
  });
});
