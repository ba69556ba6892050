import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { makeDesk, makeOne } from './answering-people.ts';

describeWithDatabase('the telephone of an opening', () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool);
  });
  afterAll(() => running.close());
  const reveal = (idOrCode: string) => request(running.app).post(`/api/openings/${idOrCode}/phone`);

  it('is told one at a time to who asks, is kept by nobody between, and is counted', async () => {
    const { opening } = await makeDesk(database.pool, running, { contactPhone: '0514-80001234' });
    for (const path of ['/api/openings', `/api/openings/${opening.id}`, '/api/openings/map?zoom=15'])
      expect((await request(running.app).get(path).expect(200)).text).not.toContain('80001234');
    const reply = await reveal(opening.code).expect(200);
    expect(reply.body).toEqual({ contactName: '周女士', contactPhone: '0514-80001234' });
    expect(reply.headers['cache-control']).toContain('no-store');
    await running.settle();
    const { rows } = await database.pool.query(
      'select called from opening_statistics where opening_id = $1::bigint',
      [opening.id],
    );
    expect(rows).toEqual([{ called: 1 }]);
  });

  it('is not told of an opening nobody can see', async () => {
    const closed = await makeOne(database.pool, { status: 'closed' });
    await reveal(closed.id).expect(404);
    await reveal('AAAAAA').expect(404);
    await reveal('nonsense').expect(404);
  });

  it('a scraper gets twenty in ten minutes and a hundred a day, and no address is kept as it is', async () => {
    await database.pool.query('delete from limits');
    const { opening } = await makeDesk(database.pool, running);
    const statuses: number[] = [];
    for (let asked = 0; asked < 22; asked++) statuses.push((await reveal(opening.id)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    const refused = await reveal(opening.id).expect(429);
    expect(refused.body.detail).toContain('再试');
    const { rows } = await database.pool.query(`select string_agg(name, ' ') as names from limits`);
    expect(rows[0].names).not.toMatch(/127\.0\.0\.1|::1/);
    running.clock.now = new Date(running.clock.now.getTime() + 11 * 60_000);
    await reveal(opening.id).expect(200);
  });

  it('an opening without a number says so and gives none', async () => {
    const { opening } = await makeDesk(database.pool, running, { contactPhone: null });
    expect((await request(running.app).get(`/api/openings/${opening.id}`)).body.hasPhone).toBe(false);
    expect((await reveal(opening.id).expect(200)).body.contactPhone).toBeNull();
  });
});
