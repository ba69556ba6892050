import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLintSettings } from '../../../api/moderation/minimum-wages-store.ts';
import { lintAdvert } from '../../../api/moderation/lint/lint.ts';
import { addStaff, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { soundAdvert } from './labelled-adverts.ts';

describeWithDatabase('minimum pay that the city enters', () => {
  const database = useDatabase();
  let running: TestApp;
  let city: SignedIn;
  beforeAll(async () => {
    running = await startApp(database.pool);
    city = await addStaff(database.pool);
  });
  afterAll(() => running.close());

  const entered = { monthlyYuan: 4300, hourlyYuan: 30.5, source: '苏人社规〔2026〕1号', version: 0 };
  const put = (path: string, body: object, by = city) =>
    request(running.app).put(`/api/minimum-wages/${path}`).set(by.headers).send(body);
  const shown = async () => {
    const { body } = await request(running.app).get('/api/minimum-wages').expect(200);
    return body.items.filter((item: { county: string }) => item.county === '321002');
  };

  it('is what the lint knows until the city enters a notice', async () => {
    expect(await shown()).toEqual([
      expect.objectContaining({ monthlyYuan: 2660, version: 0, inForceFrom: null, isInForce: true }),
    ]);
  });

  it('counts for adverts from its day on, and is in the audit log', async () => {
    const { body } = await put('321002/2026-11-01', entered).expect(200);
    expect(body).toMatchObject({ county: '321002', hourlyYuan: 30.5, version: 1, isInForce: true });
    await put('321002/2027-01-01', { ...entered, monthlyYuan: 9000 }).expect(200);
    expect((await shown()).map((item: { isInForce: boolean }) => item.isInForce)).toEqual([false, true]);
    const settings = await findLintSettings(database.pool, '2026-11-23');
    expect(lintAdvert(soundAdvert, settings)).toMatchObject([
      { rule: 'under-minimum-wage', advice: '低于当地最低工资。至少写 4300 元/月' },
    ]);
    expect(lintAdvert(soundAdvert, await findLintSettings(database.pool, '2026-10-31'))).toEqual([]);
    const { rows } = await database.pool.query(
      `select detail from audit_log where action = 'minimum-wage.enter' order by id limit 1`,
    );
    expect(rows[0].detail).toMatchObject({ inForceFrom: '2026-11-01', monthlyYuan: 4300 });
  });

  it('is changed by who has read the last version, and by nobody else', async () => {
    await put('321084/2026-11-01', entered).expect(200);
    await put('321084/2026-11-01', { ...entered, monthlyYuan: 2500 }).expect(409);
    await put('321084/2026-11-01', { ...entered, monthlyYuan: 2500, version: 1 }).expect(200);
    await put('321084/2026-11-01', { ...entered, monthlyYuan: 2600, version: 1 }).expect(409);
    await put('999999/2026-11-01', entered).expect(404);
    const reviewer = await addStaff(database.pool, { roles: ['reviewer'] });
    await put('321084/2026-12-01', entered, reviewer).expect(403);
  });
});
