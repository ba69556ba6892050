import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addStaff, sameOrigin, testNow, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

const invited = {
  login: 'chen.desk',
  name: '陈师傅',
  roles: ['point-staff'],
  divisions: ['321003103'],
};
const password = '芍药巷口修鞋摊-2291';

describeWithDatabase('staff of a manager’s divisions', () => {
  const database = useDatabase();
  let server: TestApp;
  let [county, city, desk]: SignedIn[] = [];
  beforeAll(async () => (server = await startApp(database.pool)));
  afterAll(() => server.close());
  beforeEach(async () => {
    server.clock.now = testNow;
    await database.pool.query('truncate accounts, limits restart identity cascade');
    county = await addStaff(database.pool, { roles: ['county-manager'], divisions: ['321003'] });
    city = await addStaff(database.pool);
    desk = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'], name: '小王' });
  });
  const send = (method: 'post' | 'patch', path: string, body: object, who: SignedIn | undefined = county) =>
    supertest(server.app)[method](path).set(who!.headers).send(body);
  const people = async (who = county) =>
    (await supertest(server.app).get('/api/staff/people').set(who!.headers).expect(200)).body.items;
  const signIn = (login: string) =>
    supertest(server.app).post('/api/staff/sign-in').set(sameOrigin).send({ login, password });

  test('somebody is invited with a link, chooses a password and signs in', async () => {
    const { body } = await send('post', '/api/staff/people', invited).expect(201);
    expect(body.colleague).toMatchObject({ name: '陈师傅', invited: true, mayChange: true });
    await supertest(server.app)
      .post('/api/staff/password')
      .set(sameOrigin)
      .send({ token: body.invitation.token, password })
      .expect(200);
    await signIn(invited.login).expect(200);
    const chen = (await people()).find((one: any) => one.login === invited.login);
    expect(chen).toMatchObject({ invited: false, divisions: [{ code: '321003103', name: '瓜洲镇' }] });
    expect(chen.lastSeenAt).not.toBeNull();
    // The link is worth nothing now; a new one can be asked for.
    const again = await send('post', `/api/staff/people/${chen.id}/invitation`, {}).expect(200);
    expect(again.body.token).not.toBe(body.invitation.token);
  });

  test('a manager has no link with which to sign in as an equal', async () => {
    const equal = await addStaff(database.pool, { roles: ['county-manager'], divisions: ['321003'] });
    await database.pool.query(`update accounts set password_hash = 'kept' where id = $1::bigint`, [
      equal.accountId,
    ]);
    const refused = await send('post', `/api/staff/people/${equal.accountId}/invitation`, {}).expect(403);
    expect(refused.body.code).toBe('staff.same-rank');
    const shown = (await people()).find((one: any) => one.id === equal.accountId);
    expect(shown).toMatchObject({ mayChange: true, mayInviteAgain: false });
  });

  test('of two invitations the later one is good, also for a forgotten password', async () => {
    const choose = (token: string) =>
      supertest(server.app).post('/api/staff/password').set(sameOrigin).send({ token, password });
    const { body: first } = await send('post', '/api/staff/people', invited).expect(201);
    const again = async () =>
      (await send('post', `/api/staff/people/${first.colleague.id}/invitation`, {}).expect(200)).body;
    const second = await again();
    expect((await choose(first.invitation.token).expect(401)).body.code).toBe('link.over');
    await choose(second.token).expect(200);
    const [third, fourth] = [await again(), await again()];
    await choose(third.token).expect(401);
    await choose(fourth.token).expect(200);
  });

  test('a manager sees and gives what is under him, nothing else', async () => {
    expect((await people()).map((one: any) => one.name)).toEqual(['顾建国', '小王']);
    expect(await people(city)).toHaveLength(3);
    await send('post', '/api/staff/people', { ...invited, divisions: ['321023'] }).expect(403);
    await send('post', '/api/staff/people', { ...invited, roles: ['city-administrator'] }).expect(403);
    await send('post', '/api/staff/people', { ...invited, divisions: ['321003999'] }).expect(400);
    await send('post', '/api/staff/people', invited, desk).expect(403);
    await send('post', '/api/staff/people', invited).expect(201);
    await send('post', '/api/staff/people', invited).expect(409);
  });

  test('who is disabled is out at once, and can be let in again', async () => {
    const wang = (await people()).find((one: any) => one.name === '小王');
    const at = `/api/staff/people/${wang.id}`;
    const { body } = await send('patch', at, { version: wang.version, disabled: true }).expect(200);
    expect(body.disabled).toBe(true);
    await supertest(server.app).get('/api/staff/tasks').set(desk!.headers).expect(401);
    await send('patch', at, { version: body.version, disabled: false }).expect(200);
  });

  test('who is moved works elsewhere from then on; the same change twice at once is told', async () => {
    const wang = (await people()).find((one: any) => one.name === '小王');
    const at = `/api/staff/people/${wang.id}`;
    const move = { version: wang.version, divisions: ['321003'], roles: ['reviewer'] };
    const { body } = await send('patch', at, move).expect(200);
    expect(body).toMatchObject({ roles: ['reviewer'], divisions: [{ code: '321003' }] });
    await supertest(server.app).get('/api/staff/tasks').set(desk!.headers).expect(401);
    await send('patch', at, move).expect(409);
  });

  test('nobody changes himself, those above, or those he cannot see', async () => {
    const own = (await people()).find((one: any) => one.id === county!.accountId);
    await send('patch', `/api/staff/people/${own.id}`, { version: own.version, name: '改名' }).expect(403);
    await send('patch', `/api/staff/people/${city!.accountId}`, { version: 'x', disabled: true }).expect(404);
    await send('post', '/api/staff/people/999/invitation', {}).expect(404);
  });
});
