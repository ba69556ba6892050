import supertest from 'supertest';
import { TOTP, Secret } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { passwordLink } from '../../../api/accounts/routes.ts';
import {
  clearTotpSecret,
  disableAccount,
  findStaffByLogin,
  insertStaff,
} from '../../../api/accounts/store.ts';
import { addPerson, addStaff, sameOrigin, testNow, testSecret } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

const password = '芍药巷口修鞋摊-2291';

describeWithDatabase('signing in', () => {
  const database = useDatabase();
  let server: TestApp;
  beforeAll(async () => {
    server = await startApp(database.pool);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    server.clock.now = testNow;
    await database.pool.query('delete from limits');
  });
  const later = (seconds: number) =>
    (server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000));
  const api = () => supertest(server.app);
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    api().post(path).set(sameOrigin).set(headers).send(body);

  async function codeFor(phone: string): Promise<string> {
    await post('/api/sign-in/codes', { phone }).expect(202);
    const { body } = await api().get('/api/inbox').expect(200);
    const { text } = body.messages.find((message: { recipient: string }) => message.recipient === phone);
    return /\d{6}/.exec(text)![0];
  }
  const cookieOf = (response: supertest.Response) => response.get('Set-Cookie')![0]!.split(';')[0]!;

  it('a person with a telephone gets a code and a session, and is the same person the next time', async () => {
    const phone = '13912340001';
    const first = await post('/api/sign-in', { phone, code: await codeFor(phone) }).expect(200);
    expect(first.get('Set-Cookie')![0]).toMatch(
      /^session=[\w-]{22}; Max-Age=\d+; Path=\/; .*HttpOnly; SameSite=Lax$/,
    );
    expect(first.body.viewer).toEqual({ kind: 'person', id: expect.any(String), phone, employers: [] });
    later(61);
    const second = await post('/api/sign-in', { phone, code: await codeFor(phone) }).expect(200);
    expect(second.body.viewer.id).toBe(first.body.viewer.id);
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    const { body } = await api().get('/api/session').set('Cookie', cookieOf(first)).expect(200);
    expect(body.viewer.phone).toBe(phone);
  });

  it('a code works once, for five minutes and five tries, and not again within a minute', async () => {
    const phone = '13912340002';
    const code = await codeFor(phone);
    const again = await post('/api/sign-in/codes', { phone }).expect(429);
    expect(again.body.code).toBe('code.sent-just-now');
    expect(Number(again.get('Retry-After'))).toBeGreaterThan(50);
    const wrong = code === '000000' ? '111111' : '000000';
    for (const left of [4, 3, 2, 1]) {
      const { body } = await post('/api/sign-in', { phone, code: wrong }).expect(401);
      expect(body.detail).toContain(`还能试 ${left} 次`);
    }
    expect((await post('/api/sign-in', { phone, code: wrong }).expect(401)).body.code).toBe('code.spent');
    expect((await post('/api/sign-in', { phone, code }).expect(401)).body.code).toBe('code.spent');
    later(61);
    const fresh = await codeFor(phone);
    later(299);
    await post('/api/sign-in', { phone, code: fresh }).expect(200);
    expect((await post('/api/sign-in', { phone, code: fresh }).expect(401)).body.code).toBe('code.over');
    later(61);
    const stale = await codeFor(phone);
    later(301);
    expect((await post('/api/sign-in', { phone, code: stale }).expect(401)).body.code).toBe('code.over');
  });

  it('of twenty at once with the right code one gets in', async () => {
    const phone = '13912340003';
    const code = await codeFor(phone);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post('/api/sign-in', { phone, code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('one number gets ten codes a day', async () => {
    const phone = '13912340004';
    for (let sent = 0; sent < 10; sent++) {
      await codeFor(phone);
      later(61);
    }
    const { rows } = await database.pool.query('select name from limits');
    expect(JSON.stringify(rows)).not.toContain(phone);
    const { body } = await post('/api/sign-in/codes', { phone }).expect(429);
    expect(body.detail).toMatch(/小时后再试/);
  });

  it('a number that is none is named in Chinese', async () => {
    const { body } = await post('/api/sign-in/codes', { phone: '0514-8123' }).expect(400);
    expect(body.faults).toEqual([
      { in: 'body', name: 'phone', code: 'phone.mobile', detail: '手机号是 1 开头的 11 位数字' },
    ]);
  });

  it('a change from another page is refused whatever the cookie, and so is a cookie without a page', async () => {
    const person = await addPerson(database.pool, '13912340005');
    const cookie = { Cookie: person.cookie };
    for (const headers of [
      { Origin: 'https://elsewhere.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      {},
    ]) {
      const { body } = await api().delete('/api/me/sessions').set(cookie).set(headers).expect(403);
      expect(body.code).toBe('origin.foreign');
    }
    await api().delete('/api/me/sessions').set(person.headers).expect(200);
    await api().post('/api/sign-in/codes').send({ phone: '13912340006' }).expect(202);
  });

  it('sessions are listed and ended by their owner alone', async () => {
    const mine = await addPerson(database.pool, '13912340007');
    const alsoMine = await addPerson(database.pool, '13912340007');
    const other = await addPerson(database.pool, '13912340008');
    const { body } = await api().get('/api/me/sessions').set(mine.headers).expect(200);
    expect(body.sessions).toHaveLength(2);
    const elsewhere = body.sessions.find((session: { isThis: boolean }) => !session.isThis).id;
    const foreign = await api().delete(`/api/me/sessions/${elsewhere}`).set(other.headers).expect(404);
    const absent = await api().delete('/api/me/sessions/999999').set(other.headers).expect(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' });
    await api().delete(`/api/me/sessions/${elsewhere}`).set(mine.headers).expect(200);
    await api().get('/api/me/sessions').set(alsoMine.headers).expect(401);
    await api().get('/api/me/sessions').set(mine.headers).expect(200);
  });

  it('a session ends when it was idle for too long, at its end, and at once when the account is disabled', async () => {
    const idle = await addPerson(database.pool, '13912340009');
    later(31 * 86_400);
    await api().get('/api/me/sessions').set(idle.headers).expect(401);
    server.clock.now = testNow;
    const disabled = await addPerson(database.pool, '13912340010');
    await disableAccount(database.pool, disabled.accountId, testNow);
    await api().get('/api/me/sessions').set(disabled.headers).expect(401);
    const used = await addPerson(database.pool, '13912340011');
    for (let day = 0; day < 89; day += 20) {
      await api().get('/api/me/sessions').set(used.headers).expect(200);
      later(20 * 86_400);
    }
    await api().get('/api/me/sessions').set(used.headers).expect(401);
  });

  it('who closes the account is forgotten, and the number starts anew', async () => {
    const phone = '13912340012';
    const person = await addPerson(database.pool, phone);
    await api().delete('/api/me').set(person.headers).expect(200);
    await api().get('/api/me/sessions').set(person.headers).expect(401);
    const { rows } = await database.pool.query('select 1 from accounts where phone = $1', [phone]);
    expect(rows).toEqual([]);
    expect((await addPerson(database.pool, phone)).accountId).not.toBe(person.accountId);
  });

  it('a session of the wrong kind is told so, whatever it asks for', async () => {
    const staff = await addStaff(database.pool);
    await api().delete('/api/me').set(staff.headers).expect(403);
    await api().delete('/api/me').set(sameOrigin).expect(401);
  });

  const invite = async (login: string) => {
    const id = (await insertStaff(database.pool, {
      login,
      name: '钱会计',
      roles: ['reviewer'],
      divisions: ['321003'],
      now: testNow,
    }))!;
    return { id, token: passwordLink(testSecret, { id, passwordHash: null, invitations: 0 }, testNow) };
  };

  it('staff choose a password with the link, once; common ones are refused', async () => {
    const { token } = await invite('qian');
    for (const weak of ['qwertyuiop', 'password123', 'qian-qian-qian', '1234567890', 'aaaaaaaaaaaa']) {
      const { body } = await post('/api/staff/password', { token, password: weak }).expect(400);
      expect(body.faults[0].name).toBe('password');
    }
    await post('/api/staff/password', { token: `${token}x`, password }).expect(401);
    await post('/api/staff/password', { token, password }).expect(200, { login: 'qian' });
    expect((await post('/api/staff/password', { token, password }).expect(401)).body.code).toBe('link.over');
    const { body } = await post('/api/staff/sign-in', { login: 'Qian', password }).expect(200);
    expect(body).toMatchObject({
      next: 'done',
      viewer: { kind: 'staff', roles: ['reviewer'], divisions: ['321003'] },
    });
    const wrong = await post('/api/staff/sign-in', { login: 'qian', password: 'x' }).expect(401);
    const unknown = await post('/api/staff/sign-in', { login: 'nobody', password: 'x' }).expect(401);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  it('two who open the link at once: one password stands, the other is told', async () => {
    const { token } = await invite('lin');
    const passwords = [password, `${password}-b`];
    const replies = await Promise.all(
      passwords.map((chosen) => post('/api/staff/password', { token, password: chosen })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401]);
    for (const [index, { status }] of replies.entries())
      await post('/api/staff/sign-in', { login: 'lin', password: passwords[index] }).expect(status);
  });

  it('guessing passwords ends after ten tries in a quarter of an hour', async () => {
    const { token } = await invite('sun');
    await post('/api/staff/password', { token, password }).expect(200);
    for (let tried = 0; tried < 10; tried++)
      await post('/api/staff/sign-in', { login: 'sun', password: 'wrong-one' }).expect(401);
    await post('/api/staff/sign-in', { login: 'sun', password }).expect(429);
    later(901);
    await post('/api/staff/sign-in', { login: 'sun', password }).expect(200);
  });

  it('a session that somebody found open is no place to guess the password either', async () => {
    const { token } = await invite('feng');
    await post('/api/staff/password', { token, password }).expect(200);
    const signedIn = await post('/api/staff/sign-in', { login: 'feng', password }).expect(200);
    const headers = { Cookie: cookieOf(signedIn) };
    for (let tried = 0; tried < 5; tried++) {
      await post('/api/me/totp', { password: 'wrong-one' }, headers).expect(401);
      await post('/api/me/password', { current: 'wrong-one', next: `${password}-2` }, headers).expect(401);
    }
    await post('/api/me/totp', { password }, headers).expect(429);
    later(901);
    await post('/api/me/totp', { password }, headers).expect(200);
  });

  it('signing in ends the session that was open in the same browser, and no other', async () => {
    const { token } = await invite('chu');
    await post('/api/staff/password', { token, password }).expect(200);
    const signIn = (headers = {}) =>
      post('/api/staff/sign-in', { login: 'chu', password }, headers).expect(200);
    const elsewhere = cookieOf(await signIn());
    const before = cookieOf(await signIn());
    const after = cookieOf(await signIn({ Cookie: before }));
    const kindOf = async (cookie: string) =>
      (await api().get('/api/session').set('Cookie', cookie).expect(200)).body.viewer.kind;
    expect([await kindOf(elsewhere), await kindOf(before), await kindOf(after)]).toEqual([
      'staff',
      'nobody',
      'staff',
    ]);
  });

  it('with an authenticator app a code works once', async () => {
    const { token } = await invite('zhou');
    await post('/api/staff/password', { token, password }).expect(200);
    const signedIn = await post('/api/staff/sign-in', { login: 'zhou', password }).expect(200);
    const enrolment = await post('/api/me/totp', { password }, { Cookie: cookieOf(signedIn) }).expect(200);
    const app = new TOTP({ secret: Secret.fromBase32(enrolment.body.secret) });
    const codeNow = () => app.generate({ timestamp: server.clock.now.getTime() });
    await post('/api/staff/totp', { token: enrolment.body.token, code: codeNow() }).expect(200);
    const without = await post('/api/staff/sign-in', { login: 'zhou', password }).expect(200);
    expect(without.body).toEqual({ next: 'totp' });
    await post('/api/staff/sign-in', { login: 'zhou', password, totp: codeNow() }).expect(401);
    later(30);
    await post('/api/staff/sign-in', { login: 'zhou', password, totp: codeNow() }).expect(200);
    await post('/api/staff/sign-in', { login: 'zhou', password, totp: codeNow() }).expect(401);
    const zhou = await findStaffByLogin(database.pool, 'zhou');
    await clearTotpSecret(database.pool, zhou!.id);
    const lost = await post('/api/staff/sign-in', { login: 'zhou', password }).expect(200);
    expect(lost.body.next).toBe('done');
  });

  it('where an app is required, the first sign-in sets it up', async () => {
    const strict = await startApp(database.pool, { config: { totpRequired: true, seed: 'none' } });
    const strictPost = (path: string, body: object) =>
      supertest(strict.app).post(path).set(sameOrigin).send(body);
    const { token } = await invite('wu');
    await strictPost('/api/staff/password', { token, password }).expect(200);
    const { body } = await strictPost('/api/staff/sign-in', { login: 'wu', password }).expect(200);
    expect(body.next).toBe('enrol');
    const app = new TOTP({ secret: Secret.fromBase32(body.secret) });
    const code = app.generate({ timestamp: testNow.getTime() });
    await strictPost('/api/staff/totp', { token: body.token, code }).expect(200);
    const next = await strictPost('/api/staff/sign-in', { login: 'wu', password }).expect(200);
    expect(next.body).toEqual({ next: 'totp' });
    await supertest(strict.app).get('/api/inbox').expect(404);
    const { body: refused } = await strictPost('/api/sign-in/codes', { phone: '13912349999' }).expect(503);
    expect(refused.code).toBe('sms.unset');
    await strict.close();
  });

  it('a body that is deep, long, not JSON or holds more than asked is refused', async () => {
    const send = (body: string) =>
      api().post('/api/sign-in/codes').set(sameOrigin).set('Content-Type', 'application/json').send(body);
    await send(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).expect(400);
    await send(`{"phone":"${'1'.repeat(300_000)}"}`).expect(413);
    await send('{"phone":').expect(400);
    await send('{"phone":"13912340001","__proto__":{"a":1}}').expect(400);
    await send('{"phone":"13912340001","more":1}').expect(400);
    await send('[]').expect(400);
    await api().post('/api/sign-in/codes').set(sameOrigin).type('form').send('phone=13912340001').expect(400);
  });
});
