import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getBulletin } from '../../../api/bulletins/contract.ts';
import { transact } from '../../../api/db/transact.ts';
import { putServicePoints } from '../../../api/service-points/store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';
import { newServicePoint } from '../service-points/points.ts';

describeWithDatabase('what a point gives to take along', () => {
  const database = useDatabase();
  let running: TestApp;
  const bulletin = async () =>
    getBulletin.reply.parse(
      (await request(running.app).get('/api/service-points/1/bulletin').expect(200)).body,
    );

  beforeAll(async () => {
    await transact(database.pool, (tx) =>
      putServicePoints(tx, [newServicePoint(), newServicePoint({ externalId: 'P2', hours: [] })]),
    );
    const at = (lng: number, title: string, publishedAt = '2026-11-20T00:00:00.000Z') =>
      makeOpening({ title, place: { lng, lat: 32.25 }, publishedAt });
    await addOpenings(database.pool, [
      at(119.42, '二公里'),
      at(119.401, '近处'),
      at(119.4318, '将近三公里'),
      at(119.4325, '过了三公里'),
      at(119.402, '一周前', '2026-11-16T15:59:59.000Z'),
      at(119.403, '七天里', '2026-11-16T16:00:00.000Z'),
    ]);
    running = await startApp(database.pool);
    await running.settle();
  });
  afterAll(() => running.close());

  it('tells what was published in seven days within 3 km, nearest first', async () => {
    const { items, total, positions, fromDay, toDay, withinMetres } = await bulletin();
    expect(items.map(({ title }) => title)).toEqual(['近处', '七天里', '二公里', '将近三公里']);
    expect({ total, positions, fromDay, toDay, withinMetres }).toEqual({
      total: 4,
      positions: 8,
      fromDay: '2026-11-17',
      toDay: '2026-11-23',
      withinMetres: 3000,
    });
  });

  it('fills a thin week with what has been there longer or is farther, and says no telephone', async () => {
    const { others } = await bulletin();
    expect(others.map(({ title }) => title)).toEqual(['一周前', '过了三公里']);
    const { text } = await request(running.app).get('/api/service-points/1/bulletin');
    expect(text).not.toContain('contactPhone');
  });

  it('a point that is not there has none', async () => {
    await request(running.app).get('/api/service-points/99/bulletin').expect(404);
    await request(running.app).get('/api/service-points/99/visit.ics').expect(404);
  });

  it('a visit goes into a calendar; without hours one has to ring first', async () => {
    const reply = await request(running.app).get('/api/service-points/1/visit.ics').expect(200);
    expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(reply.headers['content-disposition']).toContain('visit-1.ics');
    expect(reply.text).toContain('DTSTART;TZID=Asia/Shanghai:20261123T083000');
    const closed = await request(running.app).get('/api/service-points/2/visit.ics').expect(404);
    expect(closed.body.code).toBe('visit.closed');
    await request(running.app).get('/api/service-points/1/visit.ics?on=2026-11-28').expect(404);
    await request(running.app).get('/api/service-points/1/visit.ics?on=gestern').expect(400);
  });
});
