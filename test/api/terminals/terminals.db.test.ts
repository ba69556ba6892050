import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../../api/db/transact.ts';
import { putServicePoints } from '../../../api/service-points/store.ts';
import { terminalPage } from '../../../api/terminals/contract.ts';
import { watchTerminals } from '../../../api/terminals/watch.ts';
import { addStaff, sameOrigin, type SignedIn, testNow } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';
import { beatOf, pairDevice } from '../../support/terminals.ts';
import { newServicePoint } from '../service-points/points.ts';

describeWithDatabase('terminals', () => {
  const database = useDatabase();
  let running: TestApp;
  let staff: SignedIn;
  let stranger: SignedIn;
  const later = (seconds: number) => (running.clock.now = new Date(testNow.getTime() + seconds * 1000));
  const beat = (headers: Record<string, string>, body: object) =>
    request(running.app).post('/api/terminals/beat').set(headers).send(body);
  const watch = async () => {
    await watchTerminals(database.pool, running.clock.now);
    await running.settle();
  };
  const shown = async () => {
    await running.settle();
    return (await request(running.app).get('/api/service-points/1').expect(200)).body.terminals;
  };
  const figures = async () => {
    const { installed, working } = await shown();
    return { installed, working };
  };
  /** Why none works and since when, in the list and on the point's page; and what the map draws. */
  const fault = async () => {
    const { fault: why, faultSince } = await shown();
    const { body } = await request(running.app).get('/api/service-points.geojson').expect(200);
    const { features } = Buffer.isBuffer(body) ? JSON.parse(String(body)) : body;
    return [why, faultSince, features[0].properties.terminal];
  };
  const tasks = async () =>
    (
      await database.pool.query<{ kind: string }>(
        'select kind from tasks where ended_at is null order by kind',
      )
    ).rows.map(({ kind }) => kind);
  const changes = async () =>
    (await database.pool.query(`select 1 from outbox where kind = 'service_point'`)).rows.length;

  beforeAll(async () => {
    await transact(database.pool, (tx) =>
      putServicePoints(tx, [
        newServicePoint({ terminalsInstalled: 1, terminalsWorking: 1 }),
        newServicePoint({ externalId: 'P2', name: '别处的站', division: '321012100' }),
      ]),
    );
    await addOpenings(database.pool, [
      makeOpening({ title: '电焊工', place: { lng: 119.401, lat: 32.25 }, contactPhone: '0514-80000011' }),
      makeOpening({ title: '保洁员', occupation: '保洁', place: { lng: 119.43, lat: 32.25 } }),
      makeOpening({ title: '远处的', place: { lng: 119.9, lat: 33.2 } }),
    ]);
    running = await startApp(database.pool);
    await running.settle();
    staff = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'] });
    stranger = await addStaff(database.pool, { roles: ['county-manager'], divisions: ['321012'] });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    await database.pool.query(
      'truncate terminals, terminal_pairings, tasks, limits restart identity cascade',
    );
    await database.pool.query('update service_points set terminals_installed = 1, terminals_working = 1');
    later(0);
  });

  describe('pairing', () => {
    const makeCode = async () =>
      (
        await request(running.app)
          .post('/api/service-points/1/terminals/pairings')
          .set(staff.headers)
          .send({})
          .expect(201)
      ).body.code as string;
    const pair = (code: string) =>
      request(running.app).post('/api/terminals/pair').set(sameOrigin).send({ code });

    it('a code makes a device a terminal of that point, and is worth nothing afterwards', async () => {
      const code = await makeCode();
      expect(code).toMatch(/^\d{8}$/);
      const { body, headers } = await pair(`${code.slice(0, 4)} ${code.slice(4)}`).expect(201);
      expect(body).toMatchObject({ servicePointId: '1', now: testNow.toISOString() });
      expect(String(headers['set-cookie'])).toMatch(/^terminal=[\w-]{43}; .*HttpOnly/);
      expect(JSON.stringify(body)).not.toContain(/=([\w-]+)/.exec(String(headers['set-cookie']))![1]);
      expect((await pair(code).expect(400)).body.code).toBe('pairing.unknown');
    });

    it('a code ends after ten minutes, and with the next one', async () => {
      const first = await makeCode();
      const second = await makeCode();
      await pair(first).expect(400);
      later(601);
      await pair(second).expect(400);
    });

    it('who tries codes is stopped', async () => {
      for (let tries = 0; tries < 10; tries++) await pair('00000000').expect(400);
      expect((await pair('00000000').expect(429)).body.code).toBe('limit.used-up');
    });

    it('only for a point of one’s own; another’s is the same as none', async () => {
      const ask = (id: string) =>
        request(running.app)
          .post(`/api/service-points/${id}/terminals/pairings`)
          .set(stranger.headers)
          .send({});
      const foreign = await ask('1').expect(404);
      const absent = await ask('999').expect(404);
      expect(foreign.body.code).toBe(absent.body.code);
    });

    it('neither token nor code stands in the database', async () => {
      const code = await makeCode();
      const { headers } = await pair(code).expect(201);
      const token = /=([\w-]+)/.exec(String(headers['set-cookie']))![1]!;
      const { rows } = await database.pool.query(
        `select terminals::text || terminal_pairings::text as text from terminals, terminal_pairings`,
      );
      expect(rows[0].text).not.toContain(token);
      expect(rows[0].text).not.toContain(code);
    });

    it('a machine that is paired anew gives its old pairing up', async () => {
      const first = await pairDevice(running.app, staff, '1');
      const second = await pairDevice(running.app, staff, '1', first);
      await beat(first.headers, beatOf(1)).expect(401);
      await beat(second.headers, beatOf(1)).expect(200);
      expect(await figures()).toEqual({ installed: 1, working: 1 });
    });
  });

  describe('beats', () => {
    it('tell the time and how far the clock of the device is off, ten years too', async () => {
      const device = await pairDevice(running.app, staff, '1');
      const { body } = await beat(
        device.headers,
        beatOf(1, { deviceClockMs: Date.parse('2016-11-23T02:00:00Z') }),
      ).expect(200);
      expect(body).toMatchObject({ now: testNow.toISOString(), clockOffSeconds: -315_532_800 });
      const listed = await request(running.app)
        .get('/api/service-points/1/terminals')
        .set(staff.headers)
        .expect(200);
      expect(listed.body.terminals).toEqual([
        expect.objectContaining({
          label: '大厅',
          state: 'working',
          clockOffSeconds: -315_532_800,
          lastBeatAt: testNow.toISOString(),
        }),
      ]);
    });

    it('that change nothing tell nobody', async () => {
      const device = await pairDevice(running.app, staff, '1');
      await beat(device.headers, beatOf(1)).expect(200);
      const before = await changes();
      for (let sequence = 2; sequence < 6; sequence++)
        await beat(device.headers, beatOf(sequence)).expect(200);
      expect(await changes()).toBe(before);
    });

    it('sent again after a lost answer are taken once', async () => {
      const device = await pairDevice(running.app, staff, '1');
      const same = beatOf(1);
      await beat(device.headers, same).expect(200);
      await beat(device.headers, same).expect(200);
      await beat(device.headers, beatOf(2)).expect(200);
      expect(await tasks()).toEqual([]);
    });

    it('of a second machine with a copy of the token stop the pairing and call the staff', async () => {
      const device = await pairDevice(running.app, staff, '1');
      await beat(device.headers, beatOf(1)).expect(200);
      const refused = await beat(device.headers, beatOf(1)).expect(409);
      expect(refused.body).toMatchObject({ code: 'terminal.two-users' });
      await beat(device.headers, beatOf(2)).expect(409);
      expect(await tasks()).toEqual(['terminal-broken']);
      expect(await figures()).toEqual({ installed: 1, working: 0 });
      // Who stands before it can go on looking until it is paired anew.
      await request(running.app).get('/api/terminals/page').set(device.headers).expect(200);
      const anew = await pairDevice(running.app, staff, '1', device);
      await beat(anew.headers, beatOf(1)).expect(200);
      await beat(device.headers, beatOf(3)).expect(401);
      expect(await tasks()).toEqual([]);
      expect(await figures()).toEqual({ installed: 1, working: 1 });
    });

    it('a terminal that says it is out of order leaves the figures, and comes back', async () => {
      const device = await pairDevice(running.app, staff, '1');
      await beat(device.headers, beatOf(1, { works: false })).expect(200);
      expect(await figures()).toEqual({ installed: 1, working: 0 });
      expect(await tasks()).toEqual(['terminal-broken']);
      await beat(device.headers, beatOf(2)).expect(200);
      expect(await figures()).toEqual({ installed: 1, working: 1 });
      expect(await tasks()).toEqual([]);
    });

    it('without paper it works on, and somebody brings a roll', async () => {
      const device = await pairDevice(running.app, staff, '1');
      await beat(device.headers, beatOf(1, { paper: 'out' })).expect(200);
      expect(await figures()).toEqual({ installed: 1, working: 1 });
      expect(await tasks()).toEqual(['out-of-paper']);
      await beat(device.headers, beatOf(2)).expect(200);
      expect(await tasks()).toEqual([]);
    });

    it('are for terminals alone', async () => {
      await beat(sameOrigin, beatOf(1)).expect(401);
      await beat(staff.headers, beatOf(1)).expect(401);
      await beat({ ...sameOrigin, Cookie: `terminal=${'a'.repeat(43)}` }, beatOf(1)).expect(401);
    });

    it('count as the terminal’s where staff are signed in at the same machine', async () => {
      const device = await pairDevice(running.app, staff, '1');
      const both = { ...sameOrigin, Cookie: `${staff.cookie}; ${device.headers.Cookie}` };
      await beat(both, beatOf(1)).expect(200);
    });
  });

  describe('silence', () => {
    it('of ten minutes shows in the figures and among the tasks, once, until it is heard of again', async () => {
      const device = await pairDevice(running.app, staff, '1');
      await beat(device.headers, beatOf(1)).expect(200);
      later(600);
      await watch();
      expect(await figures()).toEqual({ installed: 1, working: 1 });
      later(601);
      await watch();
      const told = await changes();
      later(700);
      await watch();
      expect(await changes()).toBe(told);
      expect(await figures()).toEqual({ installed: 1, working: 0 });
      expect(await tasks()).toEqual(['terminal-silent']);
      await beat(device.headers, beatOf(2)).expect(200);
      expect(await figures()).toEqual({ installed: 1, working: 1 });
      expect(await tasks()).toEqual([]);
    });

    it('is told from what is known to be broken, and the other way round', async () => {
      expect(await fault()).toEqual([null, null, 'working']);
      const device = await pairDevice(running.app, staff, '1');
      const heardAt = running.clock.now.toISOString();
      await beat(device.headers, beatOf(1)).expect(200);
      later(601);
      await watch();
      expect(await fault()).toEqual(['silent', heardAt, 'silent']);
      // It speaks again, of a fault: nothing works now as before, and yet everybody is told something else.
      const reportedAt = running.clock.now.toISOString();
      await beat(device.headers, beatOf(2, { works: false })).expect(200);
      expect(await fault()).toEqual(['broken', reportedAt, 'broken']);
      later(86_400);
      await watch();
      expect(await fault()).toEqual(['silent', reportedAt, 'silent']);
      await beat(device.headers, beatOf(3)).expect(200);
      expect(await fault()).toEqual([null, null, 'working']);
    });

    it('a point without a paired device keeps the figures of its list', async () => {
      later(86_400);
      await watch();
      expect(await figures()).toEqual({ installed: 1, working: 1 });
    });

    it('a list that says otherwise does not silence the devices that speak', async () => {
      const device = await pairDevice(running.app, staff, '1');
      await beat(device.headers, beatOf(1)).expect(200);
      await transact(database.pool, (tx) =>
        putServicePoints(tx, [newServicePoint({ terminalsInstalled: 1, terminalsWorking: 0 })]),
      );
      await watch();
      expect(await figures()).toEqual({ installed: 1, working: 1 });
    });

    it('a list that says none works does not know since when', async () => {
      await transact(database.pool, (tx) =>
        putServicePoints(tx, [newServicePoint({ terminalsInstalled: 1, terminalsWorking: 0 })]),
      );
      expect(await fault()).toEqual(['broken', null, 'broken']);
    });
  });

  it('a terminal that is taken off is asked to pair, and its tasks end', async () => {
    const device = await pairDevice(running.app, staff, '1');
    await beat(device.headers, beatOf(1, { works: false })).expect(200);
    const takeOff = (who: SignedIn) =>
      request(running.app).delete(`/api/terminals/${device.terminalId}`).set(who.headers);
    await takeOff(stranger).expect(404);
    await pairDevice(running.app, staff, '1');
    expect(await figures()).toEqual({ installed: 2, working: 1 });
    await takeOff(staff).expect(200);
    await takeOff(staff).expect(404);
    expect(await figures()).toEqual({ installed: 1, working: 1 });
    await beat(device.headers, beatOf(2)).expect(401);
    await request(running.app).get('/api/terminals/page').set(device.headers).expect(401);
    expect(await tasks()).toEqual([]);
  });

  it('keeps what is near, nearest first, with whom to call and how it sounds', async () => {
    const device = await pairDevice(running.app, staff, '1');
    const { body } = await request(running.app).get('/api/terminals/page').set(device.headers).expect(200);
    const page = terminalPage.reply.parse(body);
    expect(page.point).toMatchObject({ id: '1', services: ['求职登记', '政策咨询'] });
    expect(page.openings.map(({ title }) => title)).toEqual(['电焊工', '保洁员']);
    expect(page.openings[0]).toMatchObject({ contactPhone: '0514-80000011', duties: '焊接和打磨。' });
    expect(page.openings[0]!.distanceMetres).toBeLessThan(120);
    expect(page.openings[1]!.sound).toContain('baojieyuan');
    expect(page.openings[1]!.initials).toContain('bjy');
    const { code } = page.openings[0]!;
    const far = await request(running.app).get('/api/openings?q=远处的').expect(200);
    const found = await request(running.app)
      .get(`/api/terminals/openings/${far.body.items[0].code.toLowerCase()}`)
      .set(device.headers)
      .expect(200);
    expect(found.body.title).toBe('远处的');
    expect(found.body.code).not.toBe(code);
    await request(running.app).get('/api/terminals/openings/AAAAAA').set(device.headers).expect(404);
    await request(running.app).get('/api/terminals/page').expect(401);
  });
});
