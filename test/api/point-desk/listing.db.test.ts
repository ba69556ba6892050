import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { transact } from '../../../api/db/transact.ts';
import { putServicePoints } from '../../../api/service-points/store.ts';
import { addTask } from '../../../api/tasks/store.ts';
import { addStaff, testNow, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { newServicePoint } from '../service-points/points.ts';

const form = {
  title: '钟点保洁',
  occupation: '保洁员',
  duties: '每周三次，每次两小时，打扫客厅和厨房，擦窗户，倒垃圾。',
  requirements: '不限，来了教',
  headcount: 1,
  salaryMin: 35,
  salaryMax: 40,
  salaryUnit: '时',
  education: '不限',
  experience: '不限',
  employmentType: '兼职',
  benefits: ['日结'],
  address: '瓜洲镇江口街',
  town: '321003103',
  contactName: '许女士',
  contactPhone: '0514-80000335',
  closesOn: '2026-12-20',
};
const given = { source: 'telephone', givenBy: '江口街王阿姨', consented: true };

describeWithDatabase('listings that staff take in', () => {
  const database = useDatabase();
  let server: TestApp;
  let [xu, stranger]: SignedIn[] = [];
  beforeAll(async () => {
    server = await startApp(database.pool);
    xu = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'] });
    stranger = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321023'] });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    server.clock.now = testNow;
    await database.pool.query('truncate openings, employers, tasks, service_points restart identity cascade');
    await transact(database.pool, (tx) => putServicePoints(tx, [newServicePoint()]));
    await server.settle();
  });
  const send = (path: string, body: object, who: SignedIn | undefined = xu) =>
    supertest(server.app).post(path).set(who!.headers).send(body);
  const post = (employer: object, more: object = {}, who = xu) =>
    send('/api/staff/points/1/listings', { employer, form, ...given, ...more }, who);
  const household = { kind: 'household' };

  test('a family’s opening shows at once, with its source and consent on file', async () => {
    const { body } = await post(household).expect(201);
    expect(body.status).toBe('published');
    await server.settle();
    const shown = await supertest(server.app).get(`/api/openings/${body.code}`).expect(200);
    expect(shown.body.employer.name).toBe('瓜洲镇居民家庭（服务点代发）');
    const { rows } = await database.pool.query(
      'select service_point_id::int as point, local_source as source, local_consent_at as at from openings',
    );
    expect(rows).toEqual([{ point: 1, source: '电话里说的，江口街王阿姨', at: testNow }]);
  });

  test('families of a town hang on one entry, a small employer on its own code', async () => {
    await post(household).expect(201);
    await post(household, { form: { ...form, title: '做晚饭' } }).expect(201);
    const wrong = await post({ kind: 'small', name: '渡口早茶铺', creditCode: '92321003MA1XXXXX1' }).expect(
      400,
    );
    expect(wrong.body.detail).toContain('少了 1 位');
    const { rows } = await database.pool.query('select count(*)::int as count from employers');
    expect(rows[0].count).toBe(1);
  });

  test('employers on file are found by name; one that is not there is refused', async () => {
    await database.pool.query(
      `insert into employers (credit_code, name) values ('91321003MA1ABCDE1X', '渡口早茶铺')`,
    );
    const { body } = await supertest(server.app)
      .get(`/api/staff/employers?q=${encodeURIComponent('早茶')}`)
      .set(xu!.headers)
      .expect(200);
    expect(body.items).toMatchObject([{ name: '渡口早茶铺' }]);
    await post({ kind: 'on-file', employerId: body.items[0].id }).expect(201);
    await post({ kind: 'on-file', employerId: '99' }).expect(404);
  });

  test('nothing is published without consent, and no words that the law forbids', async () => {
    await post(household, { consented: false }).expect(400);
    const { body } = await post(household, {
      form: { ...form, requirements: '只要女的，四十岁以下' },
    }).expect(400);
    expect(body.faults.length).toBeGreaterThan(0);
    const { rows } = await database.pool.query('select count(*)::int as count from openings');
    expect(rows[0].count).toBe(0);
  });

  test('a point vouches for work in its own county and nowhere else', async () => {
    await post(household, { form: { ...form, town: '321003100' } }).expect(201);
    const { body } = await post(household, { form: { ...form, town: '321023100' } }).expect(400);
    expect(body.faults).toMatchObject([{ name: 'town', code: 'town.foreign' }]);
    const { rows } = await database.pool.query('select count(*)::int as count from openings');
    expect(rows).toEqual([{ count: 1 }]);
  });

  test('somebody else’s point is not there; the same request twice is one listing', async () => {
    await post(household, {}, stranger).expect(404);
    const keyed = () => post(household).set('Idempotency-Key', 'listing-0001');
    const first = await keyed().expect(201);
    const second = await keyed().expect(201);
    expect(second.body).toEqual(first.body);
  });

  test('what was heard on the telephone confirms or closes it, and ends the task', async () => {
    const { body } = await post(household).expect(201);
    const subject = { openingId: body.id };
    const task = {
      kind: 'fading-opening' as const,
      division: '321003103',
      subject,
      dueAt: testNow,
      note: '',
    };
    await addTask(database.pool, task, testNow);
    server.clock.now = new Date(testNow.getTime() + 3_600_000);
    const answer = (heard: string, who = xu) =>
      send(`/api/staff/openings/${body.id}/phone-answer`, { heard }, who);
    await answer('hiring', stranger).expect(404);
    await answer('hiring').expect(200);
    const tasks = await supertest(server.app).get('/api/staff/tasks').set(xu!.headers);
    expect(tasks.body.total).toBe(0);
    const confirmed = await database.pool.query('select confirmed_at as at from openings');
    expect(confirmed.rows[0].at).toEqual(server.clock.now);
    await answer('no-answer').expect(200);
    await answer('full').expect(200);
    const closed = await database.pool.query('select status, outcome from openings');
    expect(closed.rows).toEqual([{ status: 'closed', outcome: 'filled-elsewhere' }]);
  });
});
