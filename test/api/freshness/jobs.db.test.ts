import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { freshnessJobs } from '../../../api/freshness/jobs.ts';
import { addPerson, testSecret } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { join, makeOne, newPhone } from '../applications/answering-people.ts';
import { makeCreditCode } from '../../support/lists.ts';

const dayMs = 86_400_000;

describeWithDatabase('openings that grow old', () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool);
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    await database.pool.query(`update openings set status = 'closed' where status <> 'closed'`);
    await database.pool.query('delete from messages');
  });
  const now = new Date('2026-11-23T02:00:00Z');
  const at = (days: number) => new Date(now.getTime() + days * dayMs);
  const iso = (days: number) => at(days).toISOString();
  const run = (name: string, when = now) =>
    freshnessJobs({ linkSecret: testSecret, origin: 'https://jobs.example' })
      .find((job) => job.name === name)!
      .run(database.pool, when);
  const statusOf = async (id: string): Promise<string> =>
    (await database.pool.query('select status from openings where id = $1::bigint', [id])).rows[0].status;
  const messages = async (): Promise<{ recipient: string; template: string; text: string }[]> =>
    (await database.pool.query('select recipient, template, text from messages order by id')).rows;

  let employers = 4000;
  /** An opening of an employer with one member; gives the member's telephone. */
  async function make(change: Parameters<typeof makeOne>[1], creditCode = makeCreditCode(++employers)) {
    const opening = await makeOne(database.pool, { creditCode, ...change });
    const phone = newPhone();
    await join(database.pool, opening.employerId, await addPerson(database.pool, phone));
    return { ...opening, phone };
  }

  it('are reminded of seven days and one day before, once each, and not at night', async () => {
    const { phone } = await make({ title: '洗碗工', expiresAt: iso(6.5) });
    await run('openings-remind', new Date('2026-11-22T19:00:00Z'));
    expect(await messages()).toEqual([]);
    await run('openings-remind');
    await run('openings-remind', at(1));
    expect((await messages()).map(({ recipient, template }) => [recipient, template])).toEqual([
      [phone, 'opening.expires-soon'],
    ]);
    await run('openings-remind', at(6));
    await run('openings-remind', at(6));
    const [, last] = await messages();
    expect(last).toMatchObject({ template: 'opening.expires-tomorrow' });
    expect(last!.text).toContain('洗碗工');
    expect(await messages()).toHaveLength(2);
  });

  it('are asked about a week after the last confirmation, and again a week later', async () => {
    const { id, phone } = await make({ confirmedAt: iso(-8), expiresAt: iso(60) });
    await make({ confirmedAt: iso(-3), expiresAt: iso(60) });
    await run('openings-ask');
    await run('openings-ask', at(1));
    expect(await messages()).toHaveLength(1);
    expect((await messages())[0]).toMatchObject({ recipient: phone, template: 'opening.still-hiring' });
    expect((await messages())[0]!.text).toContain('https://jobs.example/f/');
    await database.pool.query(`update openings set status = 'closed' where id <> $1::bigint`, [id]);
    await run('openings-ask', at(7.1));
    expect(await messages()).toHaveLength(2);
  });

  it('an employer with many is asked about three a day, the oldest first', async () => {
    const creditCode = makeCreditCode(++employers);
    const made = await make({ confirmedAt: iso(-20), expiresAt: iso(60), title: '最久的' }, creditCode);
    for (let count = 0; count < 5; count++)
      await makeOne(database.pool, { creditCode, confirmedAt: iso(-10 - count), expiresAt: iso(60) });
    await run('openings-ask');
    await run('openings-ask', new Date(now.getTime() + 3_600_000));
    const first = await messages();
    expect(first).toHaveLength(3);
    expect(first[0]).toMatchObject({ recipient: made.phone, text: expect.stringContaining('最久的') });
    await run('openings-ask', at(1));
    expect(await messages()).toHaveLength(6);
  });

  it('without a member the mobile number on the advert is asked, and a landline is not', async () => {
    await makeOne(database.pool, {
      creditCode: makeCreditCode(++employers),
      confirmedAt: iso(-8),
      expiresAt: iso(60),
      contactPhone: '138 0000 4321',
    });
    await makeOne(database.pool, {
      creditCode: makeCreditCode(++employers),
      confirmedAt: iso(-8),
      expiresAt: iso(60),
      contactPhone: '0514-80000000',
    });
    await run('openings-ask');
    expect((await messages()).map(({ recipient }) => recipient)).toEqual(['13800004321']);
  });

  it('hide after five weeks without a word, and a week later somebody of the town is asked to ring, once', async () => {
    const silent = await make({ confirmedAt: iso(-36), expiresAt: iso(60), town: '321023100' });
    const vouched = await make({ confirmedAt: iso(-34), expiresAt: iso(60) });
    await run('openings-hide');
    expect([await statusOf(silent.id), await statusOf(vouched.id)]).toEqual(['hidden', 'published']);
    const tasks = async () =>
      (
        await database.pool.query(
          `select kind, division from tasks where opening_id = $1::bigint and kind = 'nobody-answers'`,
          [silent.id],
        )
      ).rows;
    await run('openings-nobody-answers', at(1));
    expect(await tasks()).toEqual([]);
    await run('openings-nobody-answers', at(7));
    await run('openings-nobody-answers', at(8));
    expect(await tasks()).toEqual([{ kind: 'nobody-answers', division: '321023100' }]);
    await database.pool.query(`update openings set status = 'published' where id = $1::bigint`, [silent.id]);
    await run('openings-nobody-answers', at(9));
    expect(await tasks()).toHaveLength(1);
    const { rows } = await database.pool.query(
      'select ended_by as "endedBy" from tasks where opening_id = $1::bigint',
      [silent.id],
    );
    expect(rows).toEqual([{ endedBy: 'system' }]);
  });

  it("callers' hashes are wiped after thirty days, their words after half a year", async () => {
    const { id } = await make({});
    await database.pool.query(
      `insert into call_reports (opening_id, outcome, reporter, on_date, at)
       select $1::bigint, 'full', 'hash' || days, ($2::timestamptz - make_interval(days => days))::date,
              $2::timestamptz - make_interval(days => days) from unnest(array[10, 40, 200]) as days`,
      [id, now],
    );
    await run('call-reports-forget');
    const { rows } = await database.pool.query(
      'select reporter from call_reports where opening_id = $1::bigint order by at',
      [id],
    );
    expect(rows.map(({ reporter }) => reporter)).toEqual([null, 'hash10']);
  });
});
