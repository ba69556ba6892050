import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { apply, makeDesk, makeOne, newPhone } from './answering-people.ts';

describeWithDatabase('answering an opening', () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool);
  });
  afterAll(() => running.close());
  const one = async <T>(sql: string, values: unknown[]): Promise<T> =>
    (await database.pool.query(sql, values)).rows[0];
  const mine = async (person: { headers: Record<string, string> }) =>
    (await request(running.app).get('/api/me/applications').set(person.headers).expect(200)).body.items;

  it('needs a signed-in telephone, a name, and no CV; what was agreed to is kept', async () => {
    const { opening, boss } = await makeDesk(database.pool, running, { title: '面点师傅' });
    const phone = newPhone();
    const seeker = await addPerson(database.pool, phone);
    const { body } = await apply(running, seeker, opening, { name: '  杨小川 ' }).expect(201);
    expect(body).toMatchObject({
      wasSentBefore: false,
      application: { state: 'new', name: '杨小川', phone, mayWithdraw: true, reason: null },
    });
    expect(
      await one(
        `select c.version, c.employer_id::text as employer, c.at from application_consents c where application_id = $1`,
        [body.application.id],
      ),
    ).toEqual({ version: '2026-11-23', employer: opening.employerId, at: running.clock.now });
    expect(
      await one(
        `select actor, detail->>'openingId' as opening from audit_log where entity_id = $1 and action = $2`,
        [body.application.id, 'application.send'],
      ),
    ).toEqual({ actor: `person:${seeker.accountId}`, opening: opening.id });
    expect((await mine(seeker)).map((item: { id: string }) => item.id)).toEqual([body.application.id]);
    expect(await mine(boss)).toEqual([]);
    const told = await one<{ text: string }>(
      `select m.text from messages m join accounts a on a.phone = m.recipient where a.id = $1::bigint`,
      [boss.accountId],
    );
    expect(told.text).toContain('面点师傅');
    expect(told.text).not.toContain('杨');
  });

  it('an employer hears once of many in a day, and again later though it never said what became of the first', async () => {
    const { opening, boss } = await makeDesk(database.pool, running);
    const start = running.clock.now;
    const toldAfter = async (hours: number) => {
      running.clock.now = new Date(start.getTime() + hours * 3_600_000);
      const seeker = await addPerson(database.pool, newPhone(), running.clock.now);
      await apply(running, seeker, opening).expect(201);
      const { n } = await one<{ n: number }>(
        `select count(*)::int as n from messages m join accounts a on a.phone = m.recipient where a.id = $1::bigint`,
        [boss.accountId],
      );
      return n;
    };
    expect([await toldAfter(0), await toldAfter(1), await toldAfter(26)]).toEqual([1, 1, 2]);
    running.clock.now = start;
  });

  it('twenty at once, from taps or from a bad network, are one', async () => {
    const { opening } = await makeDesk(database.pool, running);
    const seeker = await addPerson(database.pool, newPhone());
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, tap) =>
        apply(running, seeker, opening, tap % 2 ? { key: 'the-same-act' } : {}),
      ),
    );
    expect(replies.map(({ status }) => status).filter((status) => status !== 200 && status !== 201)).toEqual(
      [],
    );
    expect(new Set(replies.map(({ body }) => body.application.id)).size).toBe(1);
    const count = (table: string) =>
      one<{ n: number }>(`select count(*)::int as n from ${table} where application_id = $1::bigint`, [
        replies[0]!.body.application.id,
      ]);
    expect(
      await one('select count(*)::int as n from applications where opening_id = $1::bigint', [opening.id]),
    ).toEqual({ n: 1 });
    expect([(await count('application_events')).n, (await count('application_consents')).n]).toEqual([1, 1]);
    await running.settle();
    expect(
      await one('select applied from opening_statistics where opening_id = $1::bigint', [opening.id]),
    ).toEqual({ applied: 1 });
  });

  it('a consent that named another employer does not hold', async () => {
    const { opening } = await makeDesk(database.pool, running);
    const seeker = await addPerson(database.pool, newPhone());
    const consent = { version: '2026-11-23', employerId: '999999' };
    const { body } = await apply(running, seeker, opening, { consent }).expect(409);
    expect(body.code).toBe('application.consent-old');
  });

  it.each([
    ['no name', { name: '  ' }, 'name'],
    ['a long name', { name: '王'.repeat(31) }, 'name'],
    ['a long message', { message: '来'.repeat(201) }, 'message'],
    ['no consent', { consent: {} }, 'consent.version'],
  ])('%s goes back to its field', async (_, change, field) => {
    const { opening } = await makeDesk(database.pool, running);
    const seeker = await addPerson(database.pool, newPhone());
    const { body } = await apply(running, seeker, opening, change).expect(400);
    expect(body.faults[0].name).toBe(field);
  });

  it('what is closed, ended, a draft or nowhere answers with the same words', async () => {
    const seeker = await addPerson(database.pool, newPhone());
    const closed = await makeOne(database.pool, { status: 'closed' });
    const draft = await makeOne(database.pool, { status: 'draft' });
    const over = await makeOne(database.pool, { expiresAt: '2026-11-22T00:00:00.000Z' });
    const invented = { id: '99999999', code: 'AAAAAA', employerId: '1' };
    const texts = new Set<string>();
    for (const opening of [closed, draft, over, invented]) {
      const { body } = await apply(running, seeker, opening).expect(404);
      texts.add(JSON.stringify({ ...body, requestId: '' }));
    }
    expect(texts.size).toBe(1);
  });

  it('taken back, the employer sees nothing of the person any more, and it may be sent anew', async () => {
    const { opening, boss } = await makeDesk(database.pool, running);
    const seeker = await addPerson(database.pool, newPhone());
    const { body: sent } = await apply(running, seeker, opening, { name: '顾念慈', key: 'first-act' });
    const { id } = sent.application;
    const withdraw = () =>
      request(running.app).post(`/api/me/applications/${id}/withdraw`).set(seeker.headers);
    const { body: gone } = await withdraw().expect(200);
    expect(gone).toMatchObject({ state: 'withdrawn', name: null, phone: null, message: null });
    expect((await withdraw().expect(200)).body).toEqual(gone);
    const inbox = await request(running.app)
      .get(`/api/desk/employers/${opening.employerId}/applications`)
      .set(boss.headers)
      .expect(200);
    expect(inbox.body.items[0]).toMatchObject({ id, state: 'withdrawn', name: null, phone: null });
    const everywhere = await one<{ text: string }>(
      `select coalesce((select string_agg(a::text, '') from applications a), '')
           || coalesce((select string_agg(i::text, '') from idempotency_keys i), '')
           || coalesce((select string_agg(l::text, '') from audit_log l), '') as text`,
      [],
    );
    expect(everywhere.text).not.toContain('顾念慈');
    const { body: again } = await apply(running, seeker, opening, { name: '顾念慈' }).expect(201);
    expect(again).toMatchObject({ wasSentBefore: false, application: { id, state: 'new', name: '顾念慈' } });
    expect(again.application.history.map(({ state }: { state: string }) => state)).toEqual([
      'new',
      'withdrawn',
      'new',
    ]);
  });

  it('one that ended with its opening is sent anew when the opening is listed again', async () => {
    const { opening } = await makeDesk(database.pool, running);
    const seeker = await addPerson(database.pool, newPhone());
    const { body: first } = await apply(running, seeker, opening).expect(201);
    await database.pool.query(
      `update applications set state = 'ended', ended_at = $2 where id = $1::bigint`,
      [first.application.id, running.clock.now],
    );
    const { body: again } = await apply(running, seeker, opening, {
      message: '你们又招了，我还想来。',
    }).expect(201);
    expect(again).toMatchObject({
      wasSentBefore: false,
      application: { id: first.application.id, state: 'new', message: '你们又招了，我还想来。' },
    });
    await apply(running, seeker, opening).expect(200);
  });

  it("another's, a deleted and an invented application cannot be told apart", async () => {
    const { opening, boss } = await makeDesk(database.pool, running);
    const { boss: stranger } = await makeDesk(database.pool, running);
    const [seeker, other] = [
      await addPerson(database.pool, newPhone()),
      await addPerson(database.pool, newPhone()),
    ];
    const { body: sent } = await apply(running, seeker, opening);
    const { body: deleted } = await apply(running, other, opening);
    await database.pool.query('delete from applications where id = $1::bigint', [deleted.application.id]);
    const answers = new Set<string>();
    const ask = async (person: { headers: Record<string, string> }, path: string, body: object) => {
      const reply = await request(running.app).post(path).set(person.headers).send(body);
      answers.add(JSON.stringify([reply.status, { ...reply.body, requestId: '' }]));
    };
    for (const id of [sent.application.id, deleted.application.id, '88888888']) {
      await ask(other, `/api/me/applications/${id}/withdraw`, {});
      await ask(boss, `/api/me/applications/${id}/withdraw`, {});
    }
    expect([...answers].map((text) => JSON.parse(text)[0])).toEqual([404]);
    answers.clear();
    for (const id of [sent.application.id, deleted.application.id, '88888888'])
      for (const person of [stranger, other])
        await ask(person, `/api/desk/applications/${id}/state`, { state: 'contacted', version: 1 });
    expect([...answers].map((text) => JSON.parse(text)[0])).toEqual([404]);
    const listed = async (person: { headers: Record<string, string> }, employerId: string) => {
      const reply = await request(running.app)
        .get(`/api/desk/employers/${employerId}/applications`)
        .set(person.headers);
      return JSON.stringify([reply.status, { ...reply.body, requestId: '' }]);
    };
    expect(await listed(stranger, opening.employerId)).toBe(await listed(stranger, '77777777'));
  });

  it('closing an account takes everything back', async () => {
    const { opening } = await makeDesk(database.pool, running);
    const seeker = await addPerson(database.pool, newPhone());
    const { body } = await apply(running, seeker, opening);
    await request(running.app).delete('/api/me').set(seeker.headers).expect(200);
    const row = () =>
      one('select state, name, phone from applications where id = $1::bigint', [body.application.id]);
    expect(await row()).toEqual({ state: 'withdrawn', name: null, phone: null });
  });
});
