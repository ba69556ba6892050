import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLintSettings } from '../../../api/moderation/minimum-wages-store.ts';
import { lintAdvert } from '../../../api/moderation/lint/lint.ts';
import { addPerson, addStaff, type SignedIn } from '../../support/accounts.ts';
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

  const entered = {
    monthlyYuan: 4300,
    hourlyYuan: 30.5,
    source: '苏人社规〔2026〕1号',
    version: 0,
    sure: true,
  };
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

  it('asked twice for the same figures it is entered once, whoever asks', async () => {
    await put('321081/2026-11-01', entered).expect(200);
    const { body } = await put('321081/2026-11-01', entered).expect(200);
    expect(body.version).toBe(1);
  });

  it('that is lower than before, or over 30 % higher, wants somebody who is sure', async () => {
    const mistyped = { ...entered, monthlyYuan: 226, hourlyYuan: 22, sure: false };
    await put('321023/2026-12-01', mistyped).expect(400);
    const { body } = await put('321023/2026-12-01', { ...mistyped, monthlyYuan: 3000, hourlyYuan: 21.5 });
    expect(body).toMatchObject({ status: 409, code: 'minimum-wage.doubtful' });
    expect(body.more.doubts).toEqual([
      { figure: 'monthlyYuan', why: 'far', beforeYuan: 2260 },
      { figure: 'hourlyYuan', why: 'lower', beforeYuan: 22 },
    ]);
    await put('321023/2026-12-01', { ...mistyped, monthlyYuan: 2450, hourlyYuan: 24 }).expect(200);
    // Next year's are held against those that will count by then, not against today's.
    await put('321023/2027-01-01', { ...mistyped, monthlyYuan: 2300, hourlyYuan: 24 }).expect(409);
  });

  it('is not entered for a day that no notice names', async () => {
    for (const day of ['1999-12-31', '2029-01-01', '9999-01-01', '0000-01-01']) {
      const { body } = await put(`321012/${day}`, entered).expect(400);
      expect(body.faults).toMatchObject([{ in: 'path', name: 'inForceFrom' }]);
    }
  });

  it('names who entered it to staff, and to nobody else', async () => {
    await put('321071/2026-11-01', entered).expect(200);
    const of = ({ body }: request.Response) =>
      body.items.find((item: { county: string }) => item.county === '321071').enteredBy;
    expect(of(await request(running.app).get('/api/minimum-wages').set(city.headers))).toBe('顾建国');
    expect(of(await request(running.app).get('/api/minimum-wages'))).toBeNull();
    const person = await addPerson(database.pool, '13600001234');
    expect(of(await request(running.app).get('/api/minimum-wages').set(person.headers))).toBeNull();
  });

  it('entered for a wrong day is taken away again by who has read it, and the log keeps it', async () => {
    const remove = (path: string, by = city) =>
      request(running.app).delete(`/api/minimum-wages/${path}`).set(by.headers);
    await put('321003/2027-10-01', entered).expect(200);
    await remove('321003/2027-10-01?version=2').expect(409);
    const manager = await addStaff(database.pool, { roles: ['county-manager'], divisions: ['321003'] });
    await remove('321003/2027-10-01?version=1', manager).expect(403);
    await remove('321003/2027-10-01?version=1').expect(200);
    await remove('321003/2027-10-01?version=1').expect(404);
    const { rows } = await database.pool.query(
      `select detail from audit_log where action = 'minimum-wage.remove'`,
    );
    expect(rows).toMatchObject([{ detail: { inForceFrom: '2027-10-01', monthlyYuan: 4300 } }]);
    const { body } = await request(running.app).get('/api/minimum-wages');
    expect(body.items.filter((item: { county: string }) => item.county === '321003')).toMatchObject([
      { version: 0, inForceFrom: null },
    ]);
  });
});
