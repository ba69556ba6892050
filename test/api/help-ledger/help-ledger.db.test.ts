import { readXlsx } from 'hucre';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { transact } from '../../../api/db/transact.ts';
import { putServicePoints } from '../../../api/service-points/store.ts';
import { addPerson, addStaff, sameOrigin, type SignedIn, testNow } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';
import { newServicePoint } from '../service-points/points.ts';

describeWithDatabase('the help ledger', () => {
  const database = useDatabase();
  let running: TestApp;
  let staff: SignedIn;
  let colleague: SignedIn;
  let elsewhere: SignedIn;
  const log = (who: SignedIn, change = {}, key?: string) => {
    const asked = request(running.app).post('/api/help-ledger').set(who.headers);
    if (key) asked.set('Idempotency-Key', key);
    return asked.send({ servicePointId: '1', kind: 'placement', result: 'slip', ...change });
  };
  const ledger = (who: SignedIn, query = '') =>
    request(running.app).get(`/api/help-ledger${query}`).set(who.headers);
  const at = (instant: string) => (running.clock.now = new Date(instant));

  beforeAll(async () => {
    await transact(database.pool, (tx) =>
      putServicePoints(tx, [
        newServicePoint({ name: '=cmd()瓜洲' }),
        newServicePoint({ externalId: 'P2', name: '仙女镇', division: '321012100' }),
      ]),
    );
    await addOpenings(database.pool, [makeOpening(), makeOpening({ status: 'closed' })]);
    running = await startApp(database.pool);
    await running.settle();
    staff = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'] });
    colleague = await addStaff(database.pool, { roles: ['county-manager'], divisions: ['321003'] });
    elsewhere = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321012'] });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    running.clock.now = testNow;
    await database.pool.query('truncate help_ledger restart identity');
  });

  it('takes one help in and says how many there were today', async () => {
    expect((await log(staff).expect(201)).body).toEqual({
      id: '1',
      at: testNow.toISOString(),
      todayAtPoint: 1,
    });
    expect((await log(colleague).expect(201)).body.todayAtPoint).toBe(2);
    at('2026-11-23T16:00:00Z');
    expect((await log(staff).expect(201)).body.todayAtPoint).toBe(1);
  });

  it('holds nothing about the person', async () => {
    await log(staff).expect(201);
    const { rows } = await database.pool.query('select * from help_ledger');
    expect(Object.keys(rows[0]).sort()).toEqual(['actor', 'at', 'id', 'kind', 'result', 'service_point_id']);
    await log(staff, { name: '王桂兰' }).expect(400);
  });

  it('a double press writes one', async () => {
    const key = 'press-0001';
    const first = await log(staff, {}, key).expect(201);
    const second = await log(staff, {}, key).expect(201);
    expect(second.body).toEqual(first.body);
    await log(staff, { result: 'called' }, key).expect(409);
    expect((await ledger(staff).expect(200)).body.total).toBe(1);
  });

  it('is written by staff of the point alone', async () => {
    const foreign = await log(elsewhere).expect(404);
    const absent = await log(elsewhere, { servicePointId: '99' }).expect(404);
    expect(foreign.body.code).toBe(absent.body.code);
    const person = await addPerson(database.pool, '13900000001');
    await log(person).expect(403);
    await request(running.app).post('/api/help-ledger').set(sameOrigin).send({}).expect(401);
  });

  it('an own entry can be taken back for ten minutes, another’s never', async () => {
    const { id } = (await log(staff).expect(201)).body;
    const undo = (who: SignedIn) => request(running.app).delete(`/api/help-ledger/${id}`).set(who.headers);
    await undo(colleague).expect(404);
    running.clock.now = new Date(testNow.getTime() + 601_000);
    expect((await undo(staff).expect(409)).body.code).toBe('help.settled');
    running.clock.now = new Date(testNow.getTime() + 599_000);
    await undo(staff).expect(200);
    await undo(staff).expect(404);
    expect((await ledger(staff).expect(200)).body.total).toBe(0);
  });

  it('sums by month in Yangzhou, point, kind and result, for the own jurisdiction', async () => {
    at('2026-10-31T15:59:00Z');
    await log(staff).expect(201);
    at('2026-10-31T16:00:00Z');
    await log(staff).expect(201);
    await log(staff).expect(201);
    await log(staff, { kind: 'policy', result: 'settled' }).expect(201);
    await log(elsewhere, { servicePointId: '2' }).expect(201);
    running.clock.now = testNow;
    const { body } = await ledger(staff).expect(200);
    expect(body).toMatchObject({ fromMonth: '2025-12', toMonth: '2026-11', total: 4 });
    expect(body.rows.map((row: any) => [row.month, row.kind, row.result, row.times])).toEqual([
      ['2026-11', 'placement', 'slip', 2],
      ['2026-11', 'policy', 'settled', 1],
      ['2026-10', 'placement', 'slip', 1],
    ]);
    expect((await ledger(elsewhere).expect(200)).body.total).toBe(1);
    expect((await ledger(colleague, '?servicePointId=2').expect(200)).body.total).toBe(0);
    expect((await ledger(staff, '?fromMonth=2026-10&toMonth=2026-10').expect(200)).body.total).toBe(1);
    await ledger(staff, '?fromMonth=2026-11&toMonth=2026-10').expect(400);
    await ledger(staff, '?fromMonth=2026-13').expect(400);
  });

  it('goes into files, with no cell that a spreadsheet would run', async () => {
    await log(staff).expect(201);
    const file = (format: string) =>
      request(running.app).get(`/api/help-ledger/export?format=${format}`).set(staff.headers);
    const csv = await file('csv').expect(200);
    expect(csv.headers['content-disposition']).toContain('help-ledger-2025-12-2026-11.csv');
    expect(csv.text).toBe(
      "\ufeff月份,服务点编号,服务点,服务,结果,次数\r\n2026-11,1,'=cmd()瓜洲,职业指导和介绍,给了岗位小票,1\r\n",
    );
    const xlsx = await file('xlsx')
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    const { sheets } = await readXlsx(xlsx.body as Buffer);
    expect(sheets[0]!.rows[1]!.slice(-3)).toEqual(['职业指导和介绍', '给了岗位小票', 1]);
  });

  it('the desk prints slips with the number to ring, of what is published', async () => {
    const slips = await request(running.app)
      .get('/api/help-ledger/slips?servicePointId=1&ids=1,2')
      .set(staff.headers)
      .expect(200);
    expect(slips.body.openings.map(({ id }: { id: string }) => id)).toEqual(['1']);
    expect(slips.body.openings[0].contactPhone).toBe('0514-80000000');
    await request(running.app)
      .get('/api/help-ledger/slips?servicePointId=2&ids=1')
      .set(staff.headers)
      .expect(404);
  });
});
