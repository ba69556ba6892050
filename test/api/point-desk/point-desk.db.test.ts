import supertest from 'supertest';
import { pointDeskJobs } from '../../../api/point-desk/jobs.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transact } from '../../../api/db/transact.ts';
import type { PointFacts } from '../../../api/point-desk/contract.ts';
import { checkedForDays, firstCheckDays } from '../../../api/point-desk/rules.ts';
import { addOverdueTasks } from '../../../api/point-desk/store.ts';
import { parseHours } from '../../../api/service-points/hours.ts';
import { putServicePoints } from '../../../api/service-points/store.ts';
import { addTask } from '../../../api/tasks/store.ts';
import { addStaff, sameOrigin, testNow, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { newServicePoint } from '../service-points/points.ts';
import { pointFacts } from './facts.ts';

const DAY_MS = 86_400_000;

describeWithDatabase('the points desk', () => {
  const database = useDatabase();
  let server: TestApp;
  let [gu, li, stranger, manager]: SignedIn[] = [];
  beforeAll(async () => {
    server = await startApp(database.pool);
    const roles = ['point-staff'] as const;
    gu = await addStaff(database.pool, { roles, divisions: ['321003103'], name: '顾女士' });
    li = await addStaff(database.pool, { roles, divisions: ['321003'], name: '李女士' });
    stranger = await addStaff(database.pool, { roles, divisions: ['321023'], name: '宝应的人' });
    manager = await addStaff(database.pool, { roles: ['county-manager'], divisions: ['321003'] });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    server.clock.now = testNow;
    await database.pool.query('truncate tasks, service_points, limits, outbox restart identity cascade');
    await transact(database.pool, (tx) =>
      putServicePoints(tx, [newServicePoint(), newServicePoint({ externalId: 'P2', name: '第二个服务所' })]),
    );
    await server.settle();
  });

  const get = (path: string, who: SignedIn | undefined = gu) =>
    supertest(server.app).get(path).set(who!.headers);
  const send = (method: 'post' | 'put', path: string, body: object, who: SignedIn | undefined = gu) =>
    supertest(server.app)[method](path).set(who!.headers).send(body);
  const save = (said: Partial<PointFacts>, more: object = {}, who = gu) =>
    send('put', '/api/staff/points/1', { version: 1, facts: pointFacts(said), ...more }, who);
  const shown = async (path = '/api/service-points/1') => {
    await server.settle();
    return (await supertest(server.app).get(path)).body;
  };

  describe('keeping a point true', () => {
    test('what is saved is a new version and shows to everybody', async () => {
      const { body } = await save({
        name: '瓜洲新名',
        weekly: parseHours('一至五 13:00-17:00'),
        accessibility: ['no-steps'],
        notices: [{ text: '周五停电', from: '2026-11-23', to: '2026-11-27' }],
        exceptions: [{ from: '2026-11-25', to: '2026-11-25', spans: [], note: '上午培训' }],
      }).expect(200);
      expect(body).toMatchObject({ version: 2, changedBy: '顾女士', facts: { name: '瓜洲新名' } });
      expect(await shown()).toMatchObject({
        name: '瓜洲新名',
        open: { state: 'closed', opensAt: '2026-11-23T05:00:00.000Z' },
        accessibility: ['no-steps'],
        notices: [{ text: '周五停电' }],
        exceptions: [{ from: '2026-11-25', note: '上午培训' }],
      });
      const { openNow, total } = await shown('/api/service-points');
      expect({ openNow, total }).toEqual({ openNow: 1, total: 2 });
    });

    test('a closure shows in the list, on the map and in who is open', async () => {
      const closure = { from: '2026-11-23', to: '2026-11-25', reason: '搬家', movedTo: '东关街道中心' };
      await save({ closure }).expect(200);
      const list = await shown('/api/service-points');
      expect(list.openNow).toBe(1);
      expect(list.items[1]).toMatchObject({ closure, open: { state: 'closed' } });
      const { features } = await shown('/api/service-points.geojson');
      expect(features.map((feature: any) => feature.properties.closure)).toEqual([null, 'moved']);
    });

    test('the same again is no new version, also when the first answer got lost', async () => {
      await save({ address: '江口街 2 号' }).expect(200);
      const { body } = await save({ address: '江口街 2 号' }).expect(200);
      expect(body.version).toBe(2);
      const { body: versions } = await get('/api/staff/points/1/versions');
      expect(versions.items.map((kept: any) => [kept.version, kept.by, kept.changed])).toEqual([
        [2, '顾女士', ['address']],
        [1, '原来的名单', []],
      ]);
    });

    test('two who edit at once are told what the other changed, and nothing is overwritten', async () => {
      await save({ address: '江口街 2 号' }, {}, li).expect(200);
      const { body } = await save({ telephones: ['0514-80000009'] }).expect(409);
      expect(body).toMatchObject({ code: 'service-point.changed' });
      expect(body.detail).toContain('李女士刚才也改了地址');
      expect(body.faults.map((fault: any) => fault.name)).toEqual(['facts.address']);
      const { body: now } = await get('/api/staff/points/1').expect(200);
      expect(now.facts).toMatchObject({ address: '江口街 2 号', telephones: pointFacts().telephones });
    });

    test('of two who save at the same moment one is told', async () => {
      const answers = await Promise.all([
        save({ address: '江口街 2 号' }, {}, li),
        save({ address: '江口街 3 号' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    test('faults are told all at once and nothing is written', async () => {
      const weekly = [
        { weekday: 3, fromMinute: 510, toMinute: 900 },
        { weekday: 3, fromMinute: 840, toMinute: 1050 },
      ];
      const { body } = await save({ weekly, telephones: ['找老王'] }).expect(400);
      expect(body.faults.map((fault: any) => fault.code)).toEqual(['hours.overlap', 'telephone.digits']);
      expect((await get('/api/staff/points/1')).body.version).toBe(1);
    });

    test('a pin in the lake asks why; the reason is kept with the version', async () => {
      const place = { lng: 119.3, lat: 32.85, source: '手工', quality: 'surveyed' as const };
      const { body } = await save({ place }).expect(400);
      expect(body.code).toBe('pin.doubtful');
      await save({ place }, { pinReason: '船上办公，水上服务点' }).expect(200);
      const { body: versions } = await get('/api/staff/points/1/versions');
      expect(versions.items[0].note).toBe('船上办公，水上服务点');
    });

    test('an old version can be looked at and restored, whoever made it', async () => {
      await save({ address: '江口街 2 号' }).expect(200);
      const { body: old } = await get('/api/staff/points/1/versions/1').expect(200);
      expect(old.facts.address).toBe('江口街 1 号');
      const ask = { version: 2, restore: 1 };
      const { body } = await send('post', '/api/staff/points/1/restore', ask, li).expect(200);
      expect(body).toMatchObject({ version: 3, facts: { address: '江口街 1 号' } });
      await get('/api/staff/points/1/versions/9').expect(404);
      await send('post', '/api/staff/points/1/restore', ask, li).expect(200);
      await save({ address: '江口街 5 号' }, { version: 3 }).expect(200);
      await send('post', '/api/staff/points/1/restore', ask, li).expect(409);
    });

    test('somebody else’s point is as absent as one that is not there', async () => {
      const foreign = await get('/api/staff/points/1', stranger).expect(404);
      const absent = await get('/api/staff/points/99', stranger).expect(404);
      expect(foreign.body.detail).toBe(absent.body.detail);
      await save({ name: '抢来的' }, {}, stranger).expect(404);
      await get('/api/staff/points', stranger).expect(200, { total: 0, overdue: 0, items: [] });
    });
  });

  describe('checking', () => {
    const open = async () => (await get('/api/staff/tasks')).body;

    test('what is overdue is a task once; one tap ends it, and the date shows', async () => {
      const days = { ...checkedForDays, first: firstCheckDays };
      const later = new Date(testNow.getTime() + 60 * DAY_MS);
      expect(await addOverdueTasks(database.pool, days, testNow)).toBe(0);
      expect(await addOverdueTasks(database.pool, days, later)).toBe(2);
      expect(await addOverdueTasks(database.pool, days, later)).toBe(0);
      server.clock.now = later;
      const { headers } = await addStaff(database.pool, { divisions: ['321003'] }, later);
      const list = await supertest(server.app).get('/api/staff/points?overdue=true').set(headers).expect(200);
      expect(list.body).toMatchObject({ total: 2, overdue: 2, items: [{ tasks: 1 }, { tasks: 1 }] });
      await supertest(server.app).post('/api/staff/points/1/checked').set(headers).expect(200);
      const tasks = await supertest(server.app).get('/api/staff/tasks').set(headers);
      expect(tasks.body).toMatchObject({ total: 1, doneToday: 1 });
      expect((await shown()).checkedOn).toBe('2027-01-22');
    });

    test('saving can be checking too', async () => {
      await save({ address: '江口街 2 号' }, { checked: true }).expect(200);
      expect((await get('/api/staff/points/1')).body.checkedAt).toBe(testNow.toISOString());
    });

    test('tasks are told with a name and ended by hand', async () => {
      const subject = { servicePointId: '1' };
      const task = {
        kind: 'out-of-paper' as const,
        division: '321003103',
        subject,
        dueAt: testNow,
        note: '缺纸',
      };
      await addTask(database.pool, task, testNow);
      expect((await open()).items).toMatchObject([
        { kind: 'out-of-paper', title: newServicePoint().name, division: { name: '瓜洲镇' } },
      ]);
      await send('post', '/api/staff/tasks/1/end', { outcome: '换过纸了' }, stranger).expect(404);
      await send('post', '/api/staff/tasks/1/end', { outcome: '换过纸了' }).expect(200);
      expect(await open()).toMatchObject({ total: 0, doneToday: 1 });
      const { rows } = await database.pool.query(
        `select actor, detail from audit_log where action = 'task.end' and entity_id = 1`,
      );
      expect(rows).toEqual([
        { actor: `staff:${gu!.accountId}`, detail: { kind: 'out-of-paper', outcome: '换过纸了' } },
      ]);
    });
  });

  describe('mistakes that visitors report', () => {
    const report = (body: object) =>
      supertest(server.app).post('/api/service-points/1/mistakes').set(sameOrigin).send(body);
    const wrong = { about: 'hours', text: '周三下午没人', phone: '13900000000' };

    test('become a task with an answer due, and the telephone is forgotten with the answer', async () => {
      const { body } = await report(wrong).expect(201);
      expect(body.dueAt).toBe('2026-11-23T09:30:00.000Z');
      const { body: point } = await get('/api/staff/points/1');
      expect(point.mistakes).toMatchObject([{ id: '1', text: '周三下午没人', phone: '13900000000' }]);
      expect((await get('/api/staff/tasks')).body.items).toMatchObject([
        { kind: 'mistake-report', note: '周三下午没人', subject: { servicePointId: '1', reportId: '1' } },
      ]);
      const answer = { outcome: 'mended', answer: '改成上午了' };
      await send('post', '/api/staff/mistakes/1/answer', answer, stranger).expect(404);
      await send('post', '/api/staff/mistakes/1/answer', answer).expect(200);
      const late = { outcome: 'not-understood', answer: '看不懂' };
      const { body: again } = await send('post', '/api/staff/mistakes/1/answer', late).expect(409);
      expect(again.code).toBe('mistake.answered');
      await send('post', '/api/staff/mistakes/1/answer', late, stranger).expect(404);
      const { rows } = await database.pool.query('select phone, answer from mistake_reports');
      expect(rows).toEqual([{ phone: null, answer: '改成上午了' }]);
      expect((await get('/api/staff/tasks')).body.total).toBe(0);
    });

    test('that nobody answers keep their telephone for a month after the day promised, and stay a task', async () => {
      await report(wrong).expect(201);
      const forget = pointDeskJobs.find(({ name }) => name === 'forget-report-phones')!;
      const phones = async (now: string) => {
        await forget.run(database.pool, new Date(now));
        return (await database.pool.query('select phone from mistake_reports')).rows;
      };
      expect(await phones('2026-12-23T09:00:00Z')).toEqual([{ phone: wrong.phone }]);
      expect(await phones('2026-12-23T10:00:00Z')).toEqual([{ phone: null }]);
      expect((await get('/api/staff/tasks')).body.total).toBe(1);
    });

    test('two who answer at the same time: one answer stands, the other is told', async () => {
      await report(wrong).expect(201);
      const answers = ['改成上午了', '本来就对'].map((answer) => ({ outcome: 'mended', answer }));
      const replies = await Promise.all(
        answers.map((answer) => send('post', '/api/staff/mistakes/1/answer', answer)),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      const kept = answers[replies.findIndex(({ status }) => status === 200)]!.answer;
      const { rows } = await database.pool.query('select answer from mistake_reports');
      expect(rows).toEqual([{ answer: kept }]);
    });

    test('are limited, need words, and a point that is there', async () => {
      await report({ about: 'hours', text: '' }).expect(400);
      await supertest(server.app)
        .post('/api/service-points/99/mistakes')
        .set(sameOrigin)
        .send(wrong)
        .expect(404);
      for (let times = 0; times < 9; times++) await report(wrong).expect(201);
      await report(wrong).expect(429);
    });
  });

  describe('new points and points given up', () => {
    test('a manager makes one within the county', async () => {
      await send('post', '/api/staff/points', { facts: pointFacts() }).expect(403);
      const facts = pointFacts({ name: '新的服务站' });
      const { body } = await send('post', '/api/staff/points', { facts }, manager).expect(201);
      expect(body).toMatchObject({
        version: 1,
        checkedAt: testNow.toISOString(),
        facts: { name: '新的服务站' },
      });
      expect((await shown('/api/service-points')).total).toBe(3);
      const abroad = pointFacts({ division: '321023100' });
      await send('post', '/api/staff/points', { facts: abroad }, manager).expect(400);
    });

    test('the same request twice, after an answer that was lost, makes one point', async () => {
      const add = () =>
        send('post', '/api/staff/points', { facts: pointFacts({ name: '新的服务站' }) }, manager)
          .set('Idempotency-Key', 'one-new-point')
          .expect(201);
      const [first, again] = [await add(), await add()];
      expect(again.body.id).toBe(first.body.id);
      expect((await shown('/api/service-points')).total).toBe(3);
    });

    test('one given up hands its listings and tasks over and leaves lists and maps', async () => {
      const subject = { servicePointId: '1', terminalId: '5' };
      const silent = {
        kind: 'terminal-silent' as const,
        division: '321003103',
        subject,
        dueAt: testNow,
        note: '',
      };
      await addTask(database.pool, silent, testNow);
      await database.pool.query(
        `insert into employers (credit_code, name) values ('91321003MA1ABCDE1X', '渡口早茶铺');
         insert into openings (employer_id, status, title, service_point_id)
         select id, 'draft', '洗碗工', 1 from employers`,
      );
      const ask = { toPointId: '2', reason: '撤并' };
      await send('post', '/api/staff/points/1/hand-over', ask).expect(403);
      await send('post', '/api/staff/points/1/hand-over', { ...ask, toPointId: '1' }, manager).expect(409);
      const { body } = await send('post', '/api/staff/points/1/hand-over', ask, manager).expect(200);
      expect(body).toEqual({ listings: 1, tasks: 1 });
      const { items } = await shown('/api/service-points');
      expect(items.map((item: any) => item.id)).not.toContain('1');
      await supertest(server.app).get('/api/service-points/1').expect(404);
      expect((await get('/api/staff/tasks')).body.items[0].subject.servicePointId).toBe('2');
      await save({ name: '又改' }).expect(409);
      const { body: closed } = await send('post', '/api/staff/points/1/checked', {}).expect(409);
      expect(closed.code).toBe('service-point.closed');
      await send('post', '/api/staff/points/1/hand-over', ask, manager).expect(409);
      await database.pool.query('truncate openings, employers restart identity cascade');
    });

    test('the terminals of one given up are the other’s, whose staff can take them off', async () => {
      await database.pool.query(
        `insert into terminals (service_point_id, label, token_hash, paired_by, paired_at, last_beat_at)
         values (1, '大厅', '\\x01', 'staff:1', $1, $1)`,
        [testNow],
      );
      const ask = { toPointId: '2', reason: '撤并' };
      await send('post', '/api/staff/points/1/hand-over', ask, manager).expect(200);
      await server.settle();
      const { body } = await get('/api/service-points/2/terminals');
      expect(body.terminals.map(({ label }: { label: string }) => label)).toEqual(['大厅']);
      await supertest(server.app)
        .delete(`/api/terminals/${body.terminals[0].id}`)
        .set(gu!.headers)
        .expect(200);
    });
  });
});
