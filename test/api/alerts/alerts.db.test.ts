import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { signLink } from '../../../api/accounts/signed-link.ts';
import type { Alert, Wanted } from '../../../api/alerts/contract.ts';
import { alertJobs } from '../../../api/alerts/jobs.ts';
import { createMatching } from '../../../api/openings/matching.ts';
import { createOpeningsModel } from '../../../api/openings/model.ts';
import { addPerson, type SignedIn, testSecret } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { makeOne, newPhone } from '../applications/answering-people.ts';

const dayMs = 86_400_000;
const monday = new Date('2026-11-23T02:00:00Z');
const at = (days: number, minutes = 0) => new Date(monday.getTime() + days * dayMs + minutes * 60_000);

describeWithDatabase('what people want to be told of', () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool);
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    running.clock.now = monday;
    for (const table of ['alerts', 'messages', 'limits']) await database.pool.query(`delete from ${table}`);
    await database.pool.query(`update openings set status = 'closed'`);
  });

  async function person(): Promise<SignedIn & { phone: string }> {
    const phone = newPhone();
    return { ...(await addPerson(database.pool, phone)), phone };
  }
  const put = (who: SignedIn, filter: object, rhythm = 'daily') =>
    request(running.app).put('/api/me/alerts').set(who.headers).send({ filter, rhythm });
  const change = (who: SignedIn, id: string, rhythm: string) =>
    request(running.app).patch(`/api/me/alerts/${id}`).set(who.headers).send({ rhythm });
  const list = async (who: SignedIn): Promise<Alert[]> =>
    (await request(running.app).get('/api/me/alerts').set(who.headers).expect(200)).body.items;
  const messages = async (): Promise<{ recipient: string; template: string; text: string }[]> =>
    (await database.pool.query('select recipient, template, text from messages order by id')).rows;

  /** An opening that came at an instant. */
  async function come(change: Parameters<typeof makeOne>[1], cameAt: Date) {
    const opening = await makeOne(database.pool, { ...change, publishedAt: cameAt.toISOString() });
    await database.pool.query('update openings set created_at = $2 where id = $1::bigint', [
      opening.id,
      cameAt,
    ]);
    return opening;
  }
  /** The job as the server runs it, on what is committed. */
  async function tell(now: Date) {
    await running.settle();
    await running.search.index();
    const openings = createOpeningsModel();
    await openings.load(database.pool);
    const matching = createMatching({ openings, search: running.search });
    const deps = { linkSecret: testSecret, origin: 'https://jobs.example', matching, isFilled: () => true };
    await alertJobs(deps)
      .find(({ name }) => name === 'alerts-tell')!
      .run(database.pool, now);
  }

  it('the same words and conditions are one, whatever their order, and stand newest first', async () => {
    const welder = await person();
    await put(welder, { q: ' 电焊工  江都 ' }).expect(200);
    await put(welder, { q: '电焊工 江都' }, 'weekly').expect(200);
    await put(welder, { benefits: ['班车', '包吃'] }).expect(200);
    await put(welder, { benefits: ['包吃', '班车'] }).expect(200);
    expect((await list(welder)).map(({ filter, rhythm, isOn }) => ({ filter, rhythm, isOn }))).toEqual([
      { filter: { benefits: ['包吃', '班车'] }, rhythm: 'daily', isOn: true },
      { filter: { q: '电焊工 江都' }, rhythm: 'weekly', isOn: true },
    ]);
  });

  it('five at a time, also when they are asked for at once; one that is off makes room', async () => {
    const busy = await person();
    const towns = ['焊工', '保洁', '厨师', '司机', '保安', '会计', '文员'];
    const statuses = await Promise.all(towns.map(async (q) => (await put(busy, { q })).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 409)).toHaveLength(2);
    const [first] = await list(busy);
    await change(busy, first!.id, 'off').expect(200);
    await put(busy, { q: '月嫂' }).expect(200);
    const again = await change(busy, first!.id, 'daily').expect(409);
    expect(again.body.code).toBe('alerts.full');
    expect((await list(busy)).find(({ id }) => id === first!.id)).toMatchObject({ isOn: false });
  });

  it.each([
    [{ filter: {}, rhythm: 'daily' }],
    [{ filter: { q: '   ' }, rhythm: 'daily' }],
    [{ filter: { q: '焊工', near: [119.4, 32.4] }, rhythm: 'daily' }],
    [{ filter: { q: '焊工', bbox: [119, 32, 120, 33] }, rhythm: 'daily' }],
    [{ filter: { q: '焊工', area: [119.4, 32.4, 119.5, 32.4, 119.5, 32.5] }, rhythm: 'daily' }],
    [{ filter: { q: '焊工' }, rhythm: 'hourly' }],
    [{ filter: { q: '焊工' }, rhythm: 'off' }],
    [{ filter: { district: '321' }, rhythm: 'daily' }],
  ])('%j is refused and leaves nothing', async (body) => {
    const who = await person();
    await request(running.app).put('/api/me/alerts').set(who.headers).send(body).expect(400);
    expect(await list(who)).toEqual([]);
  });

  it('one message a day for all that came, with the link that opens and stops them', async () => {
    const welder = await person();
    await put(welder, { q: '电焊工', district: '321012' });
    await put(welder, { occupation: '月嫂' });
    await come({ title: '电焊工', town: '321012100' }, at(-1));
    await come({ title: '电焊工', town: '321012100' }, at(0, 60));
    await come({ title: '氩弧焊电焊工', town: '321012101' }, at(0, 90));
    await come({ title: '电焊工', town: '321003103' }, at(0, 90));
    await come({ title: '月嫂', occupation: '月嫂' }, at(0, 90));
    await tell(at(0, 300));
    expect(await messages()).toEqual([]);
    await tell(at(1));
    const [told, ...others] = await messages();
    expect(others).toEqual([]);
    expect(told).toMatchObject({ recipient: welder.phone, template: 'alerts.came' });
    expect(told!.text).toContain('“电焊工 江都”等 2 处新来 3 个岗位');
    await tell(at(1, 30));
    await tell(at(2));
    expect(await messages()).toHaveLength(1);

    const token = /jobs\.example\/a\/(\S+)$/.exec(told!.text)![1]!;
    const { body } = await request(running.app).get(`/api/alerts/${token}`).expect(200);
    expect(body.items).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain(welder.phone);
    const stopped = await request(running.app)
      .patch(`/api/alerts/${token}/${body.items[0].id}`)
      .send({ rhythm: 'off' })
      .expect(200);
    expect(stopped.body.items[0]).toMatchObject({ isOn: false });
  });

  it('what is only near the words, what was there before and what has just come are not told', async () => {
    const welder = await person();
    await put(welder, { q: '电焊工' });
    await come({ title: '电焊工' }, at(-3));
    await come({ title: '冷作钣金工', occupation: '钣金工', duties: '下料、折弯。' }, at(0, 60));
    await come({ title: '电焊工' }, at(1, -3));
    await tell(at(1));
    expect(await messages()).toEqual([]);
    await tell(at(2));
    expect((await messages()).map(({ text }) => text)).toEqual([
      expect.stringContaining('“电焊工”新来 1 个岗位'),
    ]);
  });

  it('an opening that was published elsewhere long ago is new on the day it comes here', async () => {
    await put(await person(), { q: '电焊工' });
    const { id } = await come({ title: '电焊工' }, at(-10));
    await database.pool.query('update openings set created_at = $2 where id = $1::bigint', [id, at(0, 60)]);
    await tell(at(1));
    expect(await messages()).toHaveLength(1);
  });

  it('weekly is a week later, nobody is told at night, and nothing while words cannot be found yet', async () => {
    const slow = await person();
    await put(slow, { occupation: '月嫂' }, 'weekly');
    await come({ title: '月嫂', occupation: '月嫂' }, at(1));
    await tell(at(6));
    expect(await messages()).toEqual([]);
    await tell(new Date('2026-11-30T13:00:00Z'));
    const unready = { linkSecret: testSecret, origin: '', matching: async () => new Set<number>() };
    await alertJobs({ ...unready, isFilled: () => false })[0]!.run(database.pool, at(7));
    expect(await messages()).toEqual([]);
    await tell(at(7));
    expect(await messages()).toHaveLength(1);
  });

  it('ends after 90 days, says so before, goes on with one tap and is forgotten a week after its end', async () => {
    const found = await person();
    await put(found, { q: '叉车工' });
    await tell(at(86));
    expect(await messages()).toEqual([]);
    await tell(at(88));
    await tell(at(89));
    const [warned, ...others] = await messages();
    expect(others).toEqual([]);
    expect(warned).toMatchObject({ recipient: found.phone, template: 'alerts.ends-soon' });
    const [alert] = await list(found);
    running.clock.now = at(89);
    const token = /\/a\/(\S+)$/.exec(warned!.text)![1]!;
    const { body } = await request(running.app)
      .patch(`/api/alerts/${token}/${alert!.id}`)
      .send({ rhythm: 'weekly' })
      .expect(200);
    expect(body.items[0]).toMatchObject({ rhythm: 'weekly', isOn: true, endsAt: at(179).toISOString() });
    const forget = alertJobs({} as never).find(({ name }) => name === 'alerts-forget')!;
    const kept = async () => (await database.pool.query('select 1 from alerts')).rows.length;
    await forget.run(database.pool, at(185));
    expect(await kept()).toBe(1);
    await forget.run(database.pool, at(187));
    expect(await kept()).toBe(0);
  });

  it('what came while it was off is not told when it goes on', async () => {
    const away = await person();
    await put(away, { q: '电焊工' });
    const [alert] = await list(away);
    await change(away, alert!.id, 'off').expect(200);
    await come({ title: '电焊工' }, at(0, 60));
    running.clock.now = at(1);
    await change(away, alert!.id, 'daily').expect(200);
    await tell(at(2));
    expect(await messages()).toEqual([]);
  });

  it('a link opens the alerts of its person alone, and no other link does', async () => {
    const [one, other] = [await person(), await person()];
    await put(other, { q: '厨师' });
    const [foreign] = await list(other);
    const linkOf = (id: string, purpose: 'alerts' | 'freshness', days: number) =>
      signLink(testSecret, { purpose, id, expiresAt: at(days) });
    const mine = linkOf(one.accountId, 'alerts', 30);
    const asked = await request(running.app).get(`/api/alerts/${mine}`).expect(200);
    expect(asked.body.items).toEqual([]);
    const answers = [];
    for (const id of [foreign!.id, '987654321'])
      answers.push(await request(running.app).patch(`/api/alerts/${mine}/${id}`).send({ rhythm: 'off' }));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'alert.missing'],
      [404, 'alert.missing'],
    ]);
    for (const bad of [
      linkOf(other.accountId, 'freshness', 30),
      linkOf(other.accountId, 'alerts', -1),
      `${mine}x`,
    ])
      await request(running.app).get(`/api/alerts/${bad}`).expect(404);
    expect((await list(other))[0]).toMatchObject({ isOn: true });
  });

  it('every change leaves a line without the words, and closing the account leaves nothing', async () => {
    const leaver = await person();
    await put(leaver, { q: '电焊工' });
    const [alert] = await list(leaver);
    await change(leaver, alert!.id, 'weekly');
    const { rows } = await database.pool.query(
      `select action, actor, detail from audit_log where entity = 'alert' and entity_id = $1::bigint order by id`,
      [alert!.id],
    );
    const actor = `person:${leaver.accountId}`;
    expect(rows).toEqual([
      { action: 'alert.put', actor, detail: { rhythm: 'daily' } },
      { action: 'alert.change', actor, detail: { rhythm: 'weekly' } },
    ]);
    await request(running.app).delete('/api/me').set(leaver.headers).expect(200);
    const left = await database.pool.query('select 1 from alerts where account_id = $1::bigint', [
      leaver.accountId,
    ]);
    expect(left.rows).toEqual([]);
  });

  it('somebody who is not signed in as a person has none', async () => {
    await request(running.app).get('/api/me/alerts').expect(401);
    const wanted: Wanted = { q: '焊工' };
    await request(running.app)
      .put('/api/me/alerts')
      .set({ 'Sec-Fetch-Site': 'same-origin' })
      .send({ filter: wanted, rhythm: 'daily' })
      .expect(401);
  });
});
