import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOpeningCounters } from '../../../api/opening-statistics/counters.ts';
import { addPerson } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { makeDesk, makeOne, newPhone } from '../applications/answering-people.ts';

describeWithDatabase("an opening's own figures", () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool);
  });
  afterAll(() => running.close());

  it('what is seen in a list and opened is counted by day in Yangzhou, for its employer alone', async () => {
    const { opening, boss } = await makeDesk(database.pool, running);
    const visit = async () => {
      await request(running.app).get('/api/openings').expect(200);
      await request(running.app).get(`/api/openings/${opening.code}`).expect(200);
      await running.settle();
    };
    await visit();
    await visit();
    const before = running.clock.now;
    // Half past midnight of the next day in Yangzhou is still the day before in UTC.
    running.clock.now = new Date('2026-11-23T16:30:00Z');
    await visit();
    const path = `/api/desk/openings/${opening.id}/statistics?days=3`;
    const { body } = await request(running.app).get(path).set(boss.headers).expect(200);
    expect(body).toEqual({
      openingId: opening.id,
      title: '电焊工',
      total: { seen: 3, opened: 3, called: 0, applied: 0 },
      days: [
        { day: '2026-11-22', seen: 0, opened: 0, called: 0, applied: 0 },
        { day: '2026-11-23', seen: 2, opened: 2, called: 0, applied: 0 },
        { day: '2026-11-24', seen: 1, opened: 1, called: 0, applied: 0 },
      ],
    });
    const all = await request(running.app)
      .get(`/api/desk/employers/${opening.employerId}/statistics`)
      .set(boss.headers)
      .expect(200);
    expect(all.body.openings).toEqual([{ openingId: opening.id, seen: 3, opened: 3, called: 0, applied: 0 }]);
    const stranger = await addPerson(database.pool, newPhone());
    const asked = async (url: string) => {
      const reply = await request(running.app).get(url).set(stranger.headers);
      return JSON.stringify([reply.status, { ...reply.body, requestId: '' }]);
    };
    expect(await asked(path)).toBe(await asked('/api/desk/openings/99999999/statistics?days=3'));
    expect(await asked(`/api/desk/employers/${opening.employerId}/statistics`)).toBe(
      await asked('/api/desk/employers/99999999/statistics'),
    );
    running.clock.now = before;
  });

  it('several processes add to one day, and an opening that is gone holds nobody up', async () => {
    const { id } = await makeOne(database.pool, {});
    const clock = () => new Date('2026-11-23T02:00:00Z');
    const processes = [1, 2, 3].map(() => createOpeningCounters(database.pool, clock));
    for (const process of processes) process.count('seen', [Number(id), Number(id), 88_888_888]);
    await Promise.all(processes.map((process) => process.close()));
    const { rows } = await database.pool.query(
      'select seen from opening_statistics where opening_id = $1::bigint',
      [id],
    );
    expect(rows).toEqual([{ seen: 6 }]);
  });

  it('what could not be written waits and is written later, once', async () => {
    const { id } = await makeOne(database.pool, {});
    let isAway = true;
    const flaky = {
      query: (...asked: Parameters<typeof database.pool.query>) =>
        isAway ? Promise.reject(new Error('away')) : database.pool.query(...asked),
    } as unknown as typeof database.pool;
    const counters = createOpeningCounters(flaky, () => new Date('2026-11-23T02:00:00Z'));
    counters.count('opened', [Number(id)]);
    await expect(counters.flush()).rejects.toThrow('away');
    counters.count('opened', [Number(id)]);
    isAway = false;
    await counters.close();
    const { rows } = await database.pool.query(
      'select opened from opening_statistics where opening_id = $1::bigint',
      [id],
    );
    expect(rows).toEqual([{ opened: 2 }]);
  });
});
