import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { makeDesk, makeOne, type MadeOpening } from '../applications/answering-people.ts';

describeWithDatabase('what people say who rang', () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool, { config: { trustProxy: 1 } });
  });
  afterAll(() => running.close());
  beforeEach(() => database.pool.query('delete from limits'));

  const say = (opening: Pick<MadeOpening, 'id'>, outcome: string, from = '203.0.113.1') =>
    request(running.app)
      .post(`/api/openings/${opening.id}/calls`)
      .set('X-Forwarded-For', from)
      .send({ outcome });
  const asked = async ({ id }: MadeOpening): Promise<number> =>
    (
      await database.pool.query(
        `select count(*)::int as n from freshness_links where opening_id = $1::bigint and cause = 'callers'`,
        [id],
      )
    ).rows[0].n;
  const tasks = async ({ id }: MadeOpening) =>
    (
      await database.pool.query(
        'select kind, division, due_at as "dueAt" from tasks where opening_id = $1::bigint',
        [id],
      )
    ).rows;

  it('two who say "full", from two addresses, ask the employer once', async () => {
    const { opening } = await makeDesk(database.pool, running);
    await say(opening, 'full').expect(201);
    await say(opening, 'full').expect(201);
    expect(await asked(opening)).toBe(0);
    await say(opening, 'full', '203.0.113.2').expect(201);
    await say(opening, 'full', '203.0.113.3').expect(201);
    expect(await asked(opening)).toBe(1);
    const { rows } = await database.pool.query(
      `select text from messages where template = 'opening.callers-say-full'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].text).toContain('/f/');
  });

  it('the same caller on two days stays one, and what was said before a confirmation no longer counts', async () => {
    const { opening } = await makeDesk(database.pool, running);
    const today = running.clock.now;
    await say(opening, 'full');
    running.clock.now = new Date(today.getTime() + 86_400_000);
    await say(opening, 'full');
    expect(await asked(opening)).toBe(0);
    await database.pool.query('update openings set confirmed_at = $2 where id = $1::bigint', [
      opening.id,
      new Date(running.clock.now.getTime() + 1),
    ]);
    running.clock.now = new Date(running.clock.now.getTime() + 3_600_000);
    await say(opening, 'full', '203.0.113.9');
    expect(await asked(opening)).toBe(0);
    running.clock.now = today;
  });

  it('one who was asked for money calls a reviewer of the town, once', async () => {
    const { opening } = await makeDesk(database.pool, running, { town: '321012100' });
    await say(opening, 'asked-for-money').expect(201);
    await say(opening, 'asked-for-money', '203.0.113.4').expect(201);
    expect(await tasks(opening)).toEqual([
      {
        kind: 'asked-for-money',
        division: '321012100',
        dueAt: new Date(running.clock.now.getTime() + 86_400_000),
      },
    ]);
    const { rows } = await database.pool.query(
      `select cause, town from reviews where opening_id = $1 and state = 'waiting'`,
      [opening.id],
    );
    expect(rows).toEqual([{ cause: 'reported', town: '321012100' }]);
  });

  it('a caller who says it again leaves one event, one line and one note; one who had said something else is heard', async () => {
    const { opening } = await makeDesk(database.pool, running);
    const traces = async () =>
      (
        await database.pool.query(
          `select (select count(*)::int from audit_log where entity = 'opening' and entity_id = $1::bigint) as lines,
                  (select count(*)::int from opening_events where opening_id = $1::bigint) as events`,
          [opening.id],
        )
      ).rows[0];
    await say(opening, 'hiring', '203.0.113.5').expect(201);
    const before = await traces();
    await say(opening, 'asked-for-money', '203.0.113.5').expect(201);
    const once = await traces();
    expect(once.lines + once.events).toBeGreaterThan(before.lines + before.events);
    expect(await tasks(opening)).toHaveLength(1);
    for (let times = 0; times < 3; times++) await say(opening, 'asked-for-money', '203.0.113.5').expect(201);
    expect(await traces()).toEqual(once);
  });

  it('callers are counted apart on the page of the opening and in the answer rate', async () => {
    const { opening } = await makeDesk(database.pool, running);
    for (const [index, outcome] of ['hiring', 'hiring', 'no-answer', 'hiring', 'full'].entries())
      await say(opening, outcome, `203.0.113.${20 + index}`);
    await say(opening, 'no-answer', '203.0.113.20');
    const { body } = await request(running.app).get(`/api/openings/${opening.id}`).expect(200);
    expect(body.answering).toMatchObject({
      callers: { hiring: 2, full: 1, noAnswer: 2 },
      rate: { contacts: 5, answered: 3 },
    });
  });

  it('keeps no address, gives one address so much, and nothing about what nobody can see', async () => {
    const { opening } = await makeDesk(database.pool, running);
    await say(opening, 'no-answer', '198.51.100.7');
    const { rows } = await database.pool.query(
      `select (select string_agg(r::text, '') from call_reports r)
           || (select string_agg(l::text, '') from limits l) as text`,
    );
    expect(rows[0].text).not.toContain('198.51.100.7');
    const statuses: number[] = [];
    for (let told = 0; told < 21; told++)
      statuses.push((await say(opening, 'hiring', '198.51.100.7')).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    const draft = await makeOne(database.pool, { status: 'draft' });
    await say(draft, 'full', '198.51.100.8').expect(404);
    await say({ id: '99999999' }, 'full', '198.51.100.8').expect(404);
    await say(opening, 'nonsense', '198.51.100.8').expect(400);
  });
});
