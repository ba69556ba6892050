import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { askPapersAgain, employerJobs } from '../../../api/employers/jobs.ts';
import { findDivision } from '../../../geodata/divisions.ts';
import { addPerson, addStaff, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addEmployer, makeForm, makeProfile } from '../../support/employers.ts';
import { makeCreditCode } from '../../support/lists.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

// The smallest files of each kind that a viewer opens, as far as their beginnings go.
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(60, 1)]);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n');

describeWithDatabase('employers and their people', () => {
  const database = useDatabase();
  let running: TestApp;
  let uploadsDir: string;
  let owner: SignedIn;
  let stranger: SignedIn;
  let reviewer: SignedIn;
  let made = 0;
  let phone = '';

  beforeAll(async () => {
    uploadsDir = await mkdtemp(join(tmpdir(), 'jiuye-licences-'));
    running = await startApp(database.pool, { config: { uploadsDir } });
    stranger = await addPerson(database.pool, '13900000001');
    reviewer = await addStaff(database.pool, { roles: ['reviewer'], divisions: ['321003'] });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    running.clock.now = new Date('2026-11-23T02:00:00Z');
    phone = `1370000${String(++made).padStart(4, '0')}`;
    owner = await addPerson(database.pool, phone);
  });

  const send = (method: 'get' | 'post' | 'put' | 'delete', path: string, who: SignedIn, body?: object) => {
    const asked = request(running.app)[method](path).set(who.headers);
    return body ? asked.send(body) : asked;
  };
  const employers = '/api/desk/employers';
  const codeOf = () => makeCreditCode(5000 + made);
  const register = (change: object = {}, who = owner) =>
    send('post', employers, who, { creditCode: codeOf(), form: makeProfile(), ...change });
  const upload = (id: string, bytes: Buffer, who = owner) =>
    request(running.app)
      .post(`${employers}/${id}/licences`)
      .set(who.headers)
      .set('Content-Type', 'image/png')
      .send(bytes);
  const addMember = (employerId: string, who: SignedIn) =>
    database.pool.query(
      `insert into employer_members (employer_id, account_id, role, since) values ($1, $2, 'member', now())`,
      [employerId, who.accountId],
    );
  const waiting = async (employerId: string) => {
    const { body } = await send('get', '/api/reviews?pageSize=100', reviewer);
    return body.items.find((item: { employer: { id: string } }) => item.employer.id === employerId);
  };
  const decide = (id: string, body: object, who = reviewer) =>
    send('post', `/api/reviews/${id}/decision`, who, body);
  const messagesTo = async (recipient: string): Promise<string[]> => {
    const { rows } = await database.pool.query<{ text: string }>(
      'select text from messages where recipient = $1 order by id',
      [recipient],
    );
    return rows.map(({ text }) => text);
  };

  it('an employer is written down, its papers looked at, and verified for six months', async () => {
    const { body: employer } = await register().expect(201);
    expect(employer).toMatchObject({
      standing: 'new',
      wanted: ['licence'],
      myRole: 'owner',
      members: [{ phone, isMe: true }],
    });
    const tooEarly = await send('post', `${employers}/${employer.id}/verification`, owner, {});
    expect(tooEarly.body).toMatchObject({ code: 'employer.incomplete', detail: '还差：营业执照' });
    await upload(employer.id, png).expect(201);
    const asked = await send('post', `${employers}/${employer.id}/verification`, owner, {}).expect(200);
    expect(asked.body).toMatchObject({ wanted: [], review: { state: 'waiting' } });
    await send('post', `${employers}/${employer.id}/verification`, owner, {}).expect(200);
    const review = await waiting(employer.id);
    expect(review).toMatchObject({ kind: 'employer', cause: 'verification', town: '321003103' });
    const whole = await send('get', `/api/reviews/${review.id}`, reviewer).expect(200);
    expect(whole.body.profile).toMatchObject({ name: '芦汀机械厂', licences: [{ type: 'image/png' }] });
    expect(whole.body.profile.members[0].phone).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    await decide(review.id, { decision: 'approve' }).expect(200);
    const verified = (await send('get', `${employers}/${employer.id}`, owner)).body;
    expect(verified).toMatchObject({ standing: 'verified', verifiedUntil: '2027-05-23T02:00:00.000Z' });
    expect(await messagesTo(phone)).toEqual(['“芦汀机械厂”核验通过了，可以发布岗位。']);
    const { body: session } = await send('get', '/api/session', owner);
    expect(session.viewer.employers).toEqual([{ id: employer.id, name: '芦汀机械厂' }]);
  });

  it('a second click makes no second employer, a known code is claimed', async () => {
    const first = await register().expect(201);
    const again = await register().expect(201);
    expect(again.body.id).toBe(first.body.id);
    const other = await register({}, stranger).expect(409);
    expect(other.body).toMatchObject({ code: 'employer.exists', more: { name: '芦汀机械厂' } });
  });

  it('a code that cannot be one is refused; an early one passes with a reason and only by a reviewer', async () => {
    const early = '91350100M0001TGQXM';
    const wrong = await register({ creditCode: '91350100M00O1TGQXM', codeReason: '执照上是这样' }).expect(
      400,
    );
    expect(wrong.body.faults).toEqual([expect.objectContaining({ name: 'creditCode', code: 'code.format' })]);
    const unsaid = await register({ creditCode: early }).expect(400);
    expect(unsaid.body.faults).toEqual([expect.objectContaining({ name: 'creditCode', code: 'code.sum' })]);
    const { body } = await register({ creditCode: early, codeReason: '试点时发的码' }).expect(201);
    expect(body.codeReason).toBe('试点时发的码');
    await upload(body.id, pdf).expect(201);
    await send('post', `${employers}/${body.id}/verification`, owner, {}).expect(200);
    const { id } = await waiting(body.id);
    const refused = await decide(id, { decision: 'approve' }).expect(400);
    expect(refused.body.faults).toEqual([expect.objectContaining({ name: 'codeOverride' })]);
    await decide(id, { decision: 'approve', codeOverride: '看过执照原件' }).expect(200);
    const { rows } = await database.pool.query(
      'select standing, code_override as override from employers where id = $1',
      [body.id],
    );
    expect(rows).toEqual([{ standing: 'verified', override: '看过执照原件' }]);
  });

  it('a pin outside the county is refused, one far from the town wants a reason', async () => {
    const abroad = makeProfile({ place: findDivision('321023100')!.seat });
    const refused = await register({ form: abroad }).expect(400);
    expect(refused.body.faults).toEqual([
      expect.objectContaining({ name: 'form.place', code: 'place.outside-county' }),
    ]);
    const far = makeProfile({ place: findDivision('321003100')!.seat });
    const doubted = await register({ form: far }).expect(400);
    expect(doubted.body.faults[0].code).toBe('place.far-from-town');
    await register({ form: { ...far, placeReason: '厂区在公道镇' } }).expect(201);
  });

  it('the place can be checked before it is saved', async () => {
    const place = findDivision('321003103')!.seat;
    const body = { address: '江口街 1 号', town: '321003103', place };
    const right = await send('post', '/api/desk/check-place', owner, body).expect(200);
    expect(right.body).toMatchObject({ faults: [], doubts: [], countyAt: '321003', metresFromTown: 0 });
    const named = { ...body, address: '公道镇振兴路 1 号' };
    const doubted = await send('post', '/api/desk/check-place', owner, named).expect(200);
    expect(doubted.body.doubts).toEqual([expect.objectContaining({ code: 'address.other-town' })]);
  });

  it('papers are what their bytes say, and nothing is left of what is refused', async () => {
    const { id } = (await register().expect(201)).body;
    const left = () => readdirSync(join(uploadsDir, 'licences')).length;
    await upload(id, png).expect(201);
    const kept = left();
    const script = await upload(id, Buffer.from('<svg onload="alert(1)"></svg>'.repeat(9))).expect(400);
    expect(script.body.code).toBe('licence.type');
    await upload(id, Buffer.from('MZ')).expect(400);
    await upload(id, Buffer.alloc(0)).expect(400);
    const large = await upload(id, Buffer.concat([png, Buffer.alloc(9 * 1024 * 1024)])).expect(413);
    expect(large.body.code).toBe('licence.too-large');
    await upload(id, png).expect(201);
    expect(left()).toBe(kept);
    await upload(id, png, stranger).expect(404);
    expect(existsSync(join(uploadsDir, 'licences'))).toBe(true);
  });

  it('papers are read by members and by reviewers of the place, always as a download', async () => {
    const { id } = (await register().expect(201)).body;
    const { body: paper } = await upload(id, pdf).expect(201);
    const path = `${employers}/${id}/licences/${paper.id}`;
    const own = await send('get', path, owner).expect(200);
    expect(own.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="licence-${paper.id}.pdf"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(Buffer.from(own.body)).toEqual(pdf);
    await send('get', path, reviewer).expect(200);
    const outside = await addStaff(database.pool, { roles: ['reviewer'], divisions: ['321081'] });
    const pointStaff = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'] });
    for (const who of [stranger, outside, pointStaff]) await send('get', path, who).expect(404);
    await request(running.app).get(path).expect(401);
    await send('get', `${employers}/${id}/licences/999999`, owner).expect(404);
    const elsewhere = (await register({ creditCode: makeCreditCode(9000 + made) }).expect(201)).body;
    await send('get', `${employers}/${elsewhere.id}/licences/${paper.id}`, owner).expect(404);
  });

  it('to a stranger an employer is not there, with the same bytes as an invented one', async () => {
    const id = await addEmployer(database.pool, owner.accountId);
    const bare = (answer: request.Response) => ({
      status: answer.status,
      body: { ...answer.body, requestId: '' },
    });
    const tries: ['get' | 'post' | 'put' | 'delete', string, object?][] = [
      ['get', ''],
      ['put', '', { version: 1, form: makeProfile() }],
      ['post', '/verification', {}],
      ['post', '/invitations', { phone: '13700009999' }],
      ['delete', '/invitations/1'],
      ['delete', `/members/${owner.accountId}`],
      ['post', '/workplaces', { name: '东厂', ...placed }],
      ['put', '/workplaces/1', { version: 1, form: { name: '东厂', ...placed } }],
      ['delete', '/workplaces/1'],
    ];
    for (const [method, path, body] of tries) {
      const foreign = bare(await send(method, `${employers}/${id}${path}`, stranger, body));
      expect(foreign.status).toBe(404);
      for (const other of ['999999', 'abc'])
        expect(bare(await send(method, `${employers}/${other}${path}`, stranger, body))).toEqual(foreign);
    }
  });

  it('the owner invites by telephone; who accepts belongs, who leaves is gone, the last owner stays', async () => {
    const id = await addEmployer(database.pool, owner.accountId);
    const guestPhone = `1360000${String(made).padStart(4, '0')}`;
    const invite = () => send('post', `${employers}/${id}/invitations`, owner, { phone: guestPhone });
    await invite().expect(201);
    const { body: invited } = await invite().expect(201);
    expect(invited.invitations).toHaveLength(1);
    expect(await messagesTo(guestPhone)).toEqual([expect.stringContaining('请你一起发布招聘')]);
    const guest = await addPerson(database.pool, guestPhone);
    const { body: mine } = await send('get', employers, guest).expect(200);
    const invitation = mine.invitations[0].id;
    const answer = (who: SignedIn, accept = true) =>
      send('post', `/api/desk/invitations/${invitation}`, who, { accept });
    await answer(stranger).expect(404);
    await answer(guest).expect(200);
    await answer(guest).expect(200);
    await answer(guest, false).expect(404);
    expect((await send('get', `${employers}/${id}`, guest)).body).toMatchObject({ myRole: 'member' });
    await send('post', `${employers}/${id}/invitations`, guest, { phone: '13600009999' }).expect(403);
    await send('delete', `${employers}/${id}/members/${owner.accountId}`, guest).expect(403);
    const last = await send('delete', `${employers}/${id}/members/${owner.accountId}`, owner).expect(409);
    expect(last.body.code).toBe('employer.last-owner');
    await send('delete', `${employers}/${id}/members/${guest.accountId}`, guest).expect(200);
    await send('get', `${employers}/${id}`, guest).expect(404);
    // The old invitation is no way back for who has left or was removed.
    await answer(guest).expect(404);
    await send('get', `${employers}/${id}`, guest).expect(404);
  });

  it('an invitation that was taken back or is over lets nobody in', async () => {
    const id = await addEmployer(database.pool, owner.accountId);
    const guest = await addPerson(database.pool, `1350000${String(made).padStart(4, '0')}`);
    const { body: whole } = await send('get', `${employers}/${id}`, owner);
    expect(whole.invitations).toEqual([]);
    const number = `1350000${String(made).padStart(4, '0')}`;
    const invited = await send('post', `${employers}/${id}/invitations`, owner, { phone: number }).expect(
      201,
    );
    const invitation = invited.body.invitations[0].id;
    await send('delete', `${employers}/${id}/invitations/${invitation}`, owner).expect(200);
    await send('post', `/api/desk/invitations/${invitation}`, guest, { accept: true }).expect(404);
    await send('post', `${employers}/${id}/invitations`, owner, { phone: number }).expect(201);
    running.clock.now = new Date('2026-12-10T02:00:00Z');
    expect((await send('get', employers, guest)).body.invitations).toEqual([]);
  });

  it('who changes the name while a reviewer looks is looked at anew', async () => {
    const { body: employer } = await register().expect(201);
    await upload(employer.id, png).expect(201);
    await send('post', `${employers}/${employer.id}/verification`, owner, {}).expect(200);
    const opened = await waiting(employer.id);
    const form = makeProfile({ name: '别家的名字' });
    await send('put', `${employers}/${employer.id}`, owner, { version: 1, form }).expect(200);
    const late = await decide(opened.id, { decision: 'approve' });
    expect([late.status, late.body.code]).toEqual([409, 'review.decided']);
    const again = await waiting(employer.id);
    expect(again).toMatchObject({ cause: 'verification', askedAt: opened.askedAt });
    await decide(again.id, { decision: 'approve' }).expect(200);
    const { body } = await send('get', `${employers}/${employer.id}`, owner).expect(200);
    expect(body).toMatchObject({ name: '别家的名字', standing: 'verified' });
  });

  it('the number of an invitation is forgotten a month after the answer or the end', async () => {
    const id = await addEmployer(database.pool, owner.accountId);
    await send('post', `${employers}/${id}/invitations`, owner, { phone: '13100001234' }).expect(201);
    const forget = employerJobs.find(({ name }) => name === 'employers.forget-invitations')!;
    const kept = async (days: number) => {
      await forget.run(database.pool, new Date(running.clock.now.getTime() + days * 86_400_000));
      const { rows } = await database.pool.query(
        'select 1 from employer_invitations where employer_id = $1::bigint',
        [id],
      );
      return rows.length;
    };
    expect([await kept(43), await kept(45)]).toEqual([1, 0]);
  });

  it('who closes the account while a claim waits is let in nowhere', async () => {
    const creditCode = makeCreditCode(6000 + made);
    await addOpenings(database.pool, [makeOpening({ creditCode })]);
    await send('post', '/api/desk/claims', owner, { creditCode, note: '我是厂里人事' }).expect(202);
    await send('delete', '/api/me', owner).expect(200);
    const { rows } = await database.pool.query(
      `select state from reviews where kind = 'claim' and account_id = $1::bigint`,
      [owner.accountId],
    );
    expect(rows).toEqual([{ state: 'recalled' }]);
  });

  it('who closes the account belongs nowhere; the eldest member looks after what is left', async () => {
    const id = await addEmployer(database.pool, owner.accountId);
    const other = await addPerson(database.pool, `1340000${String(made).padStart(4, '0')}`);
    await addMember(id, other);
    await send('delete', '/api/me', owner).expect(200);
    const { body } = await send('get', `${employers}/${id}`, other).expect(200);
    expect(body).toMatchObject({ myRole: 'owner', members: [{ accountId: other.accountId }] });
  });

  it('an employer known from a list is claimed, and its openings are then at the desk', async () => {
    const creditCode = makeCreditCode(7000 + made);
    await addOpenings(database.pool, [makeOpening({ creditCode })]);
    const claim = (who = owner) =>
      send('post', '/api/desk/claims', who, { creditCode, note: '我是厂里人事，电话 0514-80001234' });
    const { body } = await claim().expect(202);
    expect((await claim().expect(202)).body.id).toBe(body.id);
    const { body: mine } = await send('get', employers, owner);
    expect(mine.claims).toMatchObject([{ state: 'waiting' }]);
    const city = await addStaff(database.pool);
    await decide(body.id, { decision: 'approve' }, reviewer).expect(404);
    const shown = await send('get', `/api/reviews/${body.id}`, city).expect(200);
    expect(shown.body).toMatchObject({ kind: 'claim', note: expect.stringContaining('厂里人事') });
    await decide(body.id, { decision: 'approve' }, city).expect(200);
    const { body: after } = await send('get', employers, owner);
    expect(after).toMatchObject({ claims: [], employers: [{ role: 'owner', standing: 'imported' }] });
    const { body: list } = await send('get', '/api/desk/openings', owner);
    expect(list.items).toMatchObject([{ title: '电焊工', status: 'published' }]);
    expect((await claim()).body.code).toBe('employer.member-already');
    const unknown = { creditCode: makeCreditCode(8000), note: '没有登记过' };
    await send('post', '/api/desk/claims', owner, unknown).expect(404);
  });

  it.each([
    ['new', false, ['owner', 'owner']],
    ['new', true, ['owner', 'owner']],
    ['verified', false, ['owner', 'member']],
  ] as const)(
    'a claim on an employer that is %s (claimant invited meanwhile: %s) is granted: first and claimant are %j',
    async (standing, isInvited, roles) => {
      const id = await addEmployer(database.pool, owner.accountId, { standing });
      const { rows } = await database.pool.query<{ code: string }>(
        'select credit_code as code from employers where id = $1::bigint',
        [id],
      );
      const claimant = await addPerson(database.pool, `1320000${String(made).padStart(4, '0')}`);
      const asking = { creditCode: rows[0]!.code, note: '我是法定代表人' };
      const { body: claim } = await send('post', '/api/desk/claims', claimant, asking).expect(202);
      if (isInvited) await addMember(id, claimant);
      await decide(claim.id, { decision: 'approve' }).expect(200);
      const rolesNow = async () =>
        Promise.all(
          [owner, claimant].map(async (who) => (await send('get', `${employers}/${id}`, who)).body.myRole),
        );
      expect(await rolesNow()).toEqual(roles);
      const { rows: told } = await database.pool.query(
        `select actor, detail from audit_log where action = 'employer.let-in' and entity_id = $1`,
        [id],
      );
      const detail = { account: claimant.accountId, role: roles[1], standing };
      expect(told).toEqual([{ actor: `staff:${reviewer.accountId}`, detail }]);
      const removed = await send('delete', `${employers}/${id}/members/${owner.accountId}`, claimant);
      expect(removed.status).toBe(roles[1] === 'owner' ? 200 : 403);
    },
  );

  it('a reviewer takes out who has no right there; the one who is left owns it, and the other is told', async () => {
    const id = await addEmployer(database.pool, owner.accountId);
    const rightful = await addPerson(database.pool, `1330000${String(made).padStart(4, '0')}`);
    await addMember(id, rightful);
    const expel = (who: SignedIn, reason = '执照上的法定代表人到窗口说明') =>
      send('post', `/api/reviews/employers/${id}/members/${owner.accountId}/expel`, who, { reason });
    const elsewhere = await addStaff(database.pool, { roles: ['reviewer'], divisions: ['321023'] });
    const absent = await send('post', '/api/reviews/employers/99999999/members/1/expel', elsewhere, {
      reason: '没有这家',
    });
    const foreign = await expel(elsewhere).expect(404);
    expect({ ...foreign.body, requestId: null }).toEqual({ ...absent.body, requestId: null });
    await expel(reviewer, '').expect(400);
    expect((await expel(reviewer).expect(200)).body).toEqual({ members: 1 });
    expect((await expel(reviewer).expect(200)).body).toEqual({ members: 1 });
    await send('get', `${employers}/${id}`, owner).expect(404);
    expect((await send('get', `${employers}/${id}`, rightful).expect(200)).body.myRole).toBe('owner');
    const { rows: told } = await database.pool.query(
      `select recipient from messages where template = 'employer.expelled'`,
    );
    expect(told).toEqual([{ recipient: phone }]);
    const { rows: kept } = await database.pool.query(
      `select actor, detail from audit_log where action = 'employer.expel' and entity_id = $1`,
      [id],
    );
    const detail = { account: owner.accountId, role: 'owner', reason: '执照上的法定代表人到窗口说明' };
    expect(kept).toEqual([{ actor: `staff:${reviewer.accountId}`, detail }]);
  });

  it('a claim that is refused says why', async () => {
    const creditCode = makeCreditCode(7000 + made);
    await addOpenings(database.pool, [makeOpening({ creditCode })]);
    const { body } = await send('post', '/api/desk/claims', owner, { creditCode, note: '我要加入' });
    const city = await addStaff(database.pool);
    await decide(body.id, { decision: 'refuse' }, city).expect(400);
    await decide(body.id, { decision: 'refuse', reasons: ['not-authorised'], text: '查无此人' }, city);
    const { body: mine } = await send('get', employers, owner);
    expect(mine).toMatchObject({ employers: [], claims: [{ state: 'refused', text: '查无此人' }] });
  });

  it('what an employer says of itself changes by version; a verified name only by a reviewer', async () => {
    const id = await addEmployer(database.pool, owner.accountId);
    const form = makeProfile({ introduction: '新添两条生产线。' });
    const save = (version: number, change = form) =>
      send('put', `${employers}/${id}`, owner, { version, form: change });
    expect((await save(1).expect(200)).body).toMatchObject({ version: 2, introduction: '新添两条生产线。' });
    expect((await save(1).expect(200)).body.version).toBe(2);
    const late = await save(1, makeProfile({ introduction: '另一句' })).expect(409);
    expect(late.body).toMatchObject({ code: 'employer.changed', more: { version: 2 } });
    const renamed = await save(2, { ...form, name: '芦汀船配厂' }).expect(200);
    expect(renamed.body).toMatchObject({ name: '芦汀机械厂', review: { state: 'waiting' } });
    const review = await waiting(id);
    expect(review.cause).toBe('renamed');
    await decide(review.id, { decision: 'approve' }).expect(200);
    expect((await send('get', `${employers}/${id}`, owner)).body).toMatchObject({
      name: '芦汀船配厂',
      standing: 'verified',
    });
  });

  it('a banned employer changes nothing of itself, its town and so its reviewers least', async () => {
    const id = await addEmployer(database.pool, owner.accountId, { standing: 'banned' });
    const seat = findDivision('321084001')!.seat;
    const moved = makeProfile({ address: '高邮路 2 号', town: '321084001', place: seat });
    for (const form of [moved, makeProfile()]) {
      const { body } = await send('put', `${employers}/${id}`, owner, { version: 1, form }).expect(409);
      expect(body).toMatchObject({ code: 'employer.banned', detail: expect.stringContaining('资料改不了') });
    }
    const { body } = await send('get', `${employers}/${id}`, owner).expect(200);
    expect(body).toMatchObject({ standing: 'banned', town: '321003103', version: 1 });
  });

  const placed = {
    address: '瓜洲镇东街 8 号',
    town: '321003103',
    place: findDivision('321003103')!.seat,
  };

  it('workplaces are added, changed by version, and taken off', async () => {
    const id = await addEmployer(database.pool, owner.accountId);
    const path = `${employers}/${id}/workplaces`;
    const added = (await send('post', path, owner, { name: '东厂', ...placed }).expect(201)).body;
    expect(added).toMatchObject({ name: '东厂', version: 1, place: placed.place });
    await send('post', path, owner, { name: '东厂', ...placed }).expect(409);
    const second = (await send('post', path, owner, { name: '西厂', ...placed }).expect(201)).body;
    const change = (version: number, name: string) =>
      send('put', `${path}/${second.id}`, owner, { version, form: { name, ...placed } });
    expect((await change(1, '南厂').expect(200)).body).toMatchObject({ name: '南厂', version: 2 });
    expect((await change(1, '北厂').expect(409)).body.more).toEqual({ version: 2 });
    expect((await change(2, '东厂').expect(409)).body.code).toBe('workplace.name');
    const draft = { employerId: id, form: makeForm({ workplaceId: added.id }) };
    const opening = (await send('post', '/api/desk/openings', owner, draft).expect(201)).body;
    await send('post', `/api/desk/openings/${opening.id}/submit`, owner, { version: 1 }).expect(200);
    await send('delete', `${path}/${added.id}`, owner).expect(200);
    await send('delete', `${path}/${added.id}`, owner).expect(404);
    const left = (await send('get', `${employers}/${id}`, owner)).body.workplaces;
    expect(left).toMatchObject([{ name: '南厂' }]);
  });

  it('papers are asked for again a month and a week before they run out, once each', async () => {
    const id = await addEmployer(database.pool, owner.accountId);
    const count = async () => (await messagesTo(phone)).length;
    const end = new Date('2026-11-23T02:00:00Z').getTime() + 180 * 86_400_000;
    const before = (days: number) => new Date(end - days * 86_400_000);
    await askPapersAgain(database.pool, before(31));
    expect(await count()).toBe(0);
    await askPapersAgain(database.pool, before(29));
    await askPapersAgain(database.pool, before(28));
    expect(await count()).toBe(1);
    await askPapersAgain(database.pool, before(6));
    await askPapersAgain(database.pool, before(5));
    expect(await count()).toBe(2);
    const tasks = async () => {
      const { rows } = await database.pool.query<{ open: boolean }>(
        `select ended_at is null as open from tasks where kind = 're-verification' and employer_id = $1`,
        [id],
      );
      return rows.map(({ open }) => open);
    };
    expect(await tasks()).toEqual([true]);
    running.clock.now = before(20);
    owner = await addPerson(database.pool, phone, before(20));
    expect((await send('get', employers, owner)).body.employers).toMatchObject([{ reverifyDue: true }]);
    await upload(id, pdf).expect(201);
    await send('post', `${employers}/${id}/verification`, owner, { note: '换了新执照' }).expect(200);
    reviewer = await addStaff(database.pool, { roles: ['reviewer'], divisions: ['321003'] }, before(20));
    const review = await waiting(id);
    expect(review.cause).toBe('reverification');
    await decide(review.id, { decision: 'approve' }).expect(200);
    const { body } = await send('get', `${employers}/${id}`, owner);
    expect(body).toMatchObject({ reverifyDue: false, standing: 'verified' });
    expect(await tasks()).toEqual([false]);
  });
});
