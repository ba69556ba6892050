import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DeskOpening } from '../../../api/opening-desk/contract.ts';
import { turnOver } from '../../../api/opening-desk/jobs.ts';
import { addPerson, addStaff, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addEmployer, makeForm } from '../../support/employers.ts';

describeWithDatabase('an employer and its openings', () => {
  const database = useDatabase();
  let running: TestApp;
  let owner: SignedIn;
  let stranger: SignedIn;
  let reviewer: SignedIn;
  let employerId: string;
  let made = 0;

  beforeAll(async () => {
    running = await startApp(database.pool);
    stranger = await addPerson(database.pool, '13900000002');
    reviewer = await addStaff(database.pool, { roles: ['reviewer'], divisions: ['321003'] });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    running.clock.now = new Date('2026-11-23T02:00:00Z');
    owner = await addPerson(database.pool, `1381000${String(++made).padStart(4, '0')}`);
    employerId = await addEmployer(database.pool, owner.accountId);
  });

  const post = (path: string, body: object = {}, who = owner) =>
    request(running.app).post(path).set(who.headers).send(body);
  const put = (path: string, body: object, who = owner) =>
    request(running.app).put(path).set(who.headers).send(body);
  const get = (path: string, who = owner) => request(running.app).get(path).set(who.headers);
  const desk = (id: string, action = '') => `/api/desk/openings/${id}${action && `/${action}`}`;

  const create = async (change: Parameters<typeof makeForm>[0] = {}): Promise<DeskOpening> => {
    const answer = await post('/api/desk/openings', { employerId, form: makeForm(change) }).expect(201);
    return answer.body;
  };
  const submit = async (opening: { id: string; version: number }): Promise<DeskOpening> =>
    (await post(desk(opening.id, 'submit'), { version: opening.version }).expect(200)).body;
  const reviewOf = async (openingId: string): Promise<string> => {
    const { body } = await get('/api/reviews?pageSize=100', reviewer).expect(200);
    return body.items.find((item: { openingId: string }) => item.openingId === openingId)?.id;
  };
  const decide = (reviewId: string, body: object) =>
    post(`/api/reviews/${reviewId}/decision`, body, reviewer);
  const publish = async (change: Parameters<typeof makeForm>[0] = {}): Promise<DeskOpening> => {
    const opening = await submit(await create(change));
    await decide(await reviewOf(opening.id), { decision: 'approve' }).expect(200);
    return (await get(desk(opening.id)).expect(200)).body;
  };
  const isPublic = async (id: string): Promise<boolean> => {
    await running.settle();
    const one = await request(running.app).get(`/api/openings/${id}`);
    const { body } = await request(running.app).get('/api/openings?pageSize=50');
    const isListed = body.items.some((item: { id: string }) => item.id === id);
    expect(isListed).toBe(one.status === 200);
    return isListed;
  };
  const trust = async () => {
    for (let times = 0; times < 3; times++) await publish();
  };

  it('an unfinished draft is kept as it is, and shows nowhere', async () => {
    const draft = await create({ title: '', headcount: null, town: null, place: null, closesOn: null });
    expect(draft).toMatchObject({ status: 'draft', version: 1, hasChanges: false });
    expect(draft.faults.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['title', 'headcount', 'town', 'closesOn']),
    );
    expect(await isPublic(draft.id)).toBe(false);
  });

  it('the same text saved again costs no version, an old version is told so and nothing is lost', async () => {
    const draft = await create();
    const form = makeForm({ title: '二保焊工' });
    const saved = (await put(desk(draft.id), { version: 1, form }).expect(200)).body;
    expect(saved).toMatchObject({ version: 2, title: '二保焊工' });
    expect((await put(desk(draft.id), { version: 1, form }).expect(200)).body.version).toBe(2);
    const late = await put(desk(draft.id), { version: 1, form: makeForm({ title: '氩弧焊工' }) }).expect(409);
    expect(late.body).toMatchObject({ code: 'opening.changed', more: { version: 2 } });
    expect((await get(desk(draft.id))).body.title).toBe('二保焊工');
  });

  it('text that no database keeps, and versions that no text has, are told so', async () => {
    for (const duties of ['焊接\0', '焊接\ud800'])
      await post('/api/desk/openings', { employerId, form: makeForm({ duties }) }).expect(400);
    const draft = await create();
    await put(desk(draft.id), { version: 9e12, form: makeForm({ title: '钳工' }) }).expect(400);
  });

  it('what the lint forbids stops it, with a fault at the field', async () => {
    const draft = await create({ requirements: '限男性，未婚，交押金 500 元。' });
    expect(draft.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['sex', 'deposit']));
    const refused = await post(desk(draft.id, 'submit'), { version: 1 }).expect(400);
    expect(refused.body).toMatchObject({ code: 'opening.incomplete' });
    expect(refused.body.faults).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'requirements', code: 'lint.sex' })]),
    );
  });

  it('a warning passes with a reason, which the reviewer reads', async () => {
    const draft = await create({ requirements: '35岁以下。会二保焊。' });
    const refused = await post(desk(draft.id, 'submit'), { version: 1 }).expect(400);
    expect(refused.body.faults).toEqual([
      expect.objectContaining({ name: 'requirements', code: 'reason.wanted' }),
    ]);
    const reasons = [{ rule: 'age', field: 'requirements', reason: '要爬船舱，体检标准有年龄上限' }];
    const form = { ...draft.form, reasons };
    await put(desk(draft.id), { version: 1, form }).expect(200);
    await submit({ id: draft.id, version: 2 });
    const review = await get(`/api/reviews/${await reviewOf(draft.id)}`, reviewer).expect(200);
    expect(review.body.form.reasons).toEqual(reasons);
    expect(review.body.lint).toEqual([expect.objectContaining({ rule: 'age', severity: 'warning' })]);
  });

  it('sent back, mended, approved: it shows at once, and the history tells it all', async () => {
    const opening = await submit(await create());
    expect(opening.status).toBe('submitted');
    expect(await isPublic(opening.id)).toBe(false);
    await decide(await reviewOf(opening.id), {
      decision: 'return',
      reasons: ['unclear-duties'],
      text: '写清几班倒',
    }).expect(200);
    const back = (await get(desk(opening.id))).body;
    expect(back).toMatchObject({
      status: 'returned',
      review: { state: 'returned', reasons: ['unclear-duties'], text: '写清几班倒' },
    });
    await post(desk(opening.id, 'answer'), { text: '已经写上长白班' }).expect(200);
    await post(desk(opening.id, 'answer'), { text: '已经写上长白班' }).expect(200);
    await post(desk(opening.id, 'answer'), { text: '另一句' }).expect(409);
    const form = { ...back.form, duties: '焊接船用配件，长白班，焊完打磨。' };
    const saved = (await put(desk(opening.id), { version: back.version, form }).expect(200)).body;
    await submit(saved);
    const id = await reviewOf(opening.id);
    const shown = (await get(`/api/reviews/${id}`, reviewer)).body;
    expect(shown.history.map((step: { action: string }) => step.action)).toEqual([
      'ask.new-employer',
      'returned',
      'answer',
      'ask.new-employer',
    ]);
    await decide(id, { decision: 'approve' }).expect(200);
    await decide(id, { decision: 'approve' }).expect(200);
    await decide(id, { decision: 'refuse', reasons: ['other'] }).expect(409);
    expect(await isPublic(opening.id)).toBe(true);
    const { events } = (await get(desk(opening.id))).body;
    expect(events.map((event: { action: string }) => event.action)).toEqual([
      'create',
      'submit',
      'return',
      'submit',
      'publish',
    ]);
    const { rows } = await database.pool.query<{ text: string }>(
      `select text from messages where recipient = (select phone from accounts where id = $1) order by id`,
      [owner.accountId],
    );
    expect(rows.map(({ text }) => text)).toEqual([
      expect.stringContaining('被退回'),
      expect.stringContaining('审核通过'),
    ]);
  });

  it('a second click on submit, pause, close and fill with the same key changes nothing more', async () => {
    const draft = await create();
    await submit(draft);
    expect((await submit(draft)).status).toBe('submitted');
    const { rows } = await database.pool.query('select 1 from reviews where opening_id = $1', [draft.id]);
    expect(rows).toHaveLength(1);
    await decide(await reviewOf(draft.id), { decision: 'approve' }).expect(200);
    await post(desk(draft.id, 'pause')).expect(200);
    await post(desk(draft.id, 'pause')).expect(200);
    await post(desk(draft.id, 'resume')).expect(200);
    const fill = () =>
      post(desk(draft.id, 'fill'), { count: 1 }).set('Idempotency-Key', `fill-${draft.id}-1`);
    expect((await fill().expect(200)).body).toMatchObject({ headcount: 2, filled: 1 });
    expect((await fill().expect(200)).body).toMatchObject({ headcount: 2, filled: 1 });
    await post(desk(draft.id, 'close'), { outcome: 'withdrawn' }).expect(200);
    await post(desk(draft.id, 'close'), { outcome: 'withdrawn' }).expect(200);
    await post(desk(draft.id, 'close'), { outcome: 'filled-here' }).expect(409);
  });

  it('to a stranger, another jurisdiction and an invented id there is nothing there, with the same bytes', async () => {
    const draft = await create();
    const bare = (answer: request.Response) => {
      const { requestId, ...rest } = answer.body;
      expect(requestId).toBeTruthy();
      return { status: answer.status, rest };
    };
    const actions: [string, object][] = [
      ['submit', { version: 1 }],
      ['recall', {}],
      ['pause', {}],
      ['resume', {}],
      ['extend', { closesOn: '2026-12-01' }],
      ['confirm', {}],
      ['fill', { count: 1 }],
      ['close', { outcome: 'withdrawn' }],
      ['relist', { closesOn: '2026-12-01' }],
      ['copy', {}],
      ['answer', { text: '你好' }],
    ];
    for (const [action, body] of actions) {
      const foreign = bare(await post(desk(draft.id, action), body, stranger));
      expect(foreign.status).toBe(404);
      for (const id of ['999999', 'abc', '0'])
        expect(bare(await post(desk(id, action), body, stranger))).toEqual(foreign);
    }
    const read = bare(await get(desk(draft.id), stranger));
    expect(read.status).toBe(404);
    expect(bare(await get(desk('999999'), stranger))).toEqual(read);
    const body = { version: 1, form: makeForm() };
    expect(bare(await put(desk(draft.id), body, stranger))).toEqual(
      bare(await put(desk('999999'), body, stranger)),
    );
    expect(bare(await post('/api/desk/openings', { employerId, form: makeForm() }, stranger))).toEqual(
      bare(await post('/api/desk/openings', { employerId: '999999', form: makeForm() }, stranger)),
    );
    await submit(draft);
    const outside = await addStaff(database.pool, { roles: ['reviewer'], divisions: ['321081'] });
    const id = await reviewOf(draft.id);
    expect((await get('/api/reviews', outside)).body.total).toBe(0);
    const decision = { decision: 'approve' };
    expect(bare(await post(`/api/reviews/${id}/decision`, decision, outside))).toEqual(
      bare(await post('/api/reviews/999999/decision', decision, outside)),
    );
    expect(bare(await get(`/api/reviews/${id}`, outside))).toEqual(
      bare(await get('/api/reviews/999999', outside)),
    );
    expect((await get('/api/reviews', owner)).status).toBe(403);
  });

  it('with the last place the opening closes and leaves', async () => {
    const { id } = await publish({ headcount: 2 });
    await post(desk(id, 'fill'), { count: 3 }).expect(409);
    await post(desk(id, 'fill'), { count: 1 }).expect(200);
    expect(await isPublic(id)).toBe(true);
    const full = (await post(desk(id, 'fill'), { count: 1 }).expect(200)).body;
    expect(full).toMatchObject({ status: 'closed', outcome: 'filled-here', headcount: 0, filled: 2 });
    expect(await isPublic(id)).toBe(false);
  });

  it('a change of an untrusted employer waits while the old text shows; recalled, it can be written on', async () => {
    const { id, version, form } = await publish();
    const changed = { ...form, duties: '焊接船用配件，两班倒，夜班补贴 30 元。' };
    const saved = (await put(desk(id), { version, form: changed }).expect(200)).body;
    expect(saved).toMatchObject({ status: 'published', hasChanges: true, standing: { duties: form.duties } });
    const waiting = await submit(saved);
    expect(waiting).toMatchObject({ status: 'published', changeWaits: true });
    const publicText = async () => (await request(running.app).get(`/api/openings/${id}`)).body.duties;
    expect(await publicText()).toBe(form.duties);
    await put(desk(id), { version: waiting.version, form }).expect(409);
    await post(desk(id, 'recall')).expect(200);
    await submit(saved);
    const reviewId = await reviewOf(id);
    expect((await get(`/api/reviews/${reviewId}`, reviewer)).body.standing.duties).toBe(form.duties);
    await decide(reviewId, { decision: 'approve' }).expect(200);
    expect(await publicText()).toBe(changed.duties);
    expect((await get(desk(id))).body).toMatchObject({ hasChanges: false, changeWaits: false });
  });

  it('a change that is sent back leaves the old text standing', async () => {
    const { id, version, form } = await publish();
    const changed = { ...form, duties: '什么都做。' };
    await submit((await put(desk(id), { version, form: changed })).body);
    await decide(await reviewOf(id), { decision: 'return', reasons: ['unclear-duties'] }).expect(200);
    const back = (await get(desk(id))).body;
    expect(back).toMatchObject({ status: 'published', changeWaits: false, form: { duties: '什么都做。' } });
    expect(await isPublic(id)).toBe(true);
  });

  it('after three approvals postings show at once, flagged ones still wait', async () => {
    await trust();
    const clean = await submit(await create({ title: '打磨工' }));
    expect(clean.status).toBe('published');
    expect(await isPublic(clean.id)).toBe(true);
    const reasons = [{ rule: 'age', field: 'requirements', reason: '体检标准有年龄上限' }];
    const flagged = await submit(await create({ requirements: '35岁以下。', reasons }));
    expect(flagged.status).toBe('submitted');
    const { body } = await get(`/api/reviews/${await reviewOf(flagged.id)}`, reviewer);
    expect(body).toMatchObject({ cause: 'flagged', profile: { trusted: true, approved: 3 } });
  });

  it('a refusal ends the trust', async () => {
    await trust();
    const reasons = [{ rule: 'age', field: 'requirements', reason: '体检标准有年龄上限' }];
    const flagged = await submit(await create({ requirements: '35岁以下。', reasons }));
    running.clock.now = new Date('2026-11-23T02:01:00Z');
    await decide(await reviewOf(flagged.id), { decision: 'refuse', reasons: ['discrimination'] }).expect(200);
    expect((await get(desk(flagged.id))).body.status).toBe('refused');
    expect((await submit(await create())).status).toBe('submitted');
  });

  it('a scheduled opening shows when its hour comes, and expires when its last day is over', async () => {
    const opening = await publish({ publishAt: '2026-11-25T01:00:00.000Z', closesOn: '2026-11-30' });
    expect(opening.status).toBe('scheduled');
    await turnOver(database.pool, running.clock.now);
    expect(await isPublic(opening.id)).toBe(false);
    running.clock.now = new Date('2026-11-25T01:00:05Z');
    await turnOver(database.pool, running.clock.now);
    expect(await isPublic(opening.id)).toBe(true);
    running.clock.now = new Date('2026-11-30T16:00:00Z');
    expect(await isPublic(opening.id)).toBe(false);
    await turnOver(database.pool, running.clock.now);
    expect((await get(desk(opening.id))).body.status).toBe('expired');
    await post(desk(opening.id, 'resume')).expect(409);
    const again = await post(desk(opening.id, 'relist'), { closesOn: '2026-12-15', headcount: 5 }).expect(
      200,
    );
    expect(again.body).toMatchObject({ status: 'published', headcount: 5 });
    expect(await isPublic(opening.id)).toBe(true);
  });

  it('what was taken over from elsewhere names its source to everybody', async () => {
    const { id } = await publish({ isReposted: true, sourceName: '瓜洲镇公告栏' });
    await running.settle();
    const { body } = await request(running.app).get(`/api/openings/${id}`).expect(200);
    expect(body.sourceName).toBe('瓜洲镇公告栏');
  });

  it('paused it is out of sight, extended and confirmed it is fresh', async () => {
    const { id } = await publish();
    await post(desk(id, 'pause'), { why: '这周太忙' }).expect(200);
    expect(await isPublic(id)).toBe(false);
    await post(desk(id, 'resume')).expect(200);
    expect(await isPublic(id)).toBe(true);
    running.clock.now = new Date('2026-11-28T02:00:00Z');
    const longer = await post(desk(id, 'extend'), { closesOn: '2027-01-10' }).expect(200);
    expect(longer.body).toMatchObject({
      expiresAt: '2027-01-10T16:00:00.000Z',
      confirmedAt: '2026-11-28T02:00:00.000Z',
    });
    const tooLong = await post(desk(id, 'extend'), { closesOn: '2027-06-01' }).expect(400);
    expect(tooLong.body.faults).toEqual([expect.objectContaining({ name: 'closesOn' })]);
    const confirmed = await post(desk(id, 'confirm'), { headcount: 7 }).expect(200);
    expect(confirmed.body.headcount).toBe(7);
  });

  it('a copy is a draft of its own; a draft that nobody saw is deleted, a handed-in one is closed', async () => {
    const { id } = await publish();
    const copy = (await post(desk(id, 'copy')).expect(201)).body;
    expect(copy).toMatchObject({ status: 'draft', title: '电焊工', form: { closesOn: null } });
    const drop = (openingId: string) => request(running.app).delete(desk(openingId)).set(owner.headers);
    expect((await drop(copy.id).expect(200)).body.opening).toBeNull();
    await get(desk(copy.id)).expect(404);
    const opening = await submit(await create());
    await post(desk(opening.id, 'recall')).expect(200);
    expect((await drop(opening.id).expect(200)).body.opening.status).toBe('closed');
  });

  it('nothing is handed in for an employer whose papers are older than six months, or that is banned', async () => {
    const inSpring = new Date('2026-05-20T02:00:00Z');
    const lapsed = await addEmployer(database.pool, owner.accountId, {}, inSpring);
    const body = { employerId: lapsed, form: makeForm() };
    const late = (await post('/api/desk/openings', body).expect(201)).body;
    expect(late.may).not.toContain('submit');
    expect((await post(desk(late.id, 'submit'), { version: 1 })).body.code).toBe('employer.reverify');
    const draft = await create();
    const { id } = await publish();
    await post(`/api/reviews/employers/${employerId}/ban`, { reason: '收押金' }, reviewer).expect(200);
    expect(await isPublic(id)).toBe(false);
    expect((await get(desk(id))).body).toMatchObject({ status: 'hidden' });
    expect((await post(desk(id, 'resume'))).body.code).toBe('employer.banned');
    expect((await post(desk(draft.id, 'submit'), { version: 1 })).body.code).toBe('employer.banned');
    await post(`/api/reviews/employers/${employerId}/unban`, { reason: '误会' }, reviewer).expect(403);
    const city = await addStaff(database.pool);
    await post(`/api/reviews/employers/${employerId}/unban`, { reason: '误会' }, city).expect(200);
    expect((await post(desk(id, 'resume'))).body.code).toBe('employer.unverified');
  });

  it('an opening of an employer nobody has verified waits, and cannot be approved before the employer', async () => {
    employerId = await addEmployer(database.pool, owner.accountId, { standing: 'new' });
    const opening = await submit(await create());
    const answer = await decide(await reviewOf(opening.id), { decision: 'approve' }).expect(409);
    expect(answer.body.code).toBe('employer.unverified');
    expect((await get(desk(opening.id))).body.status).toBe('submitted');
  });

  it('the list has the own openings only, counted by where they stand', async () => {
    await create();
    await create({ title: '打磨工' });
    await submit(await create());
    const other = await addEmployer(database.pool, stranger.accountId);
    await post('/api/desk/openings', { employerId: other, form: makeForm() }, stranger).expect(201);
    const { body } = await get('/api/desk/openings').expect(200);
    expect(body).toMatchObject({ total: 3, counts: { draft: 2, submitted: 1 } });
    expect((await get('/api/desk/openings?status=submitted')).body).toMatchObject({ total: 1 });
    expect((await get(`/api/desk/openings?employerId=${other}`)).body).toMatchObject({ total: 0, items: [] });
  });

  it('near duplicates stand beside it, the most alike first', async () => {
    const first = await publish({ title: '缝纫机手', duties: '踩平车做羽绒服，一人一道工序，组长分活。' });
    await publish({ title: '会计', duties: '记账报税，月底出报表，跑银行。', requirements: '有会计证。' });
    const copy = await submit(
      await create({ title: '缝纫机手', duties: '踩平车做羽绒服，一人一道工序，组长分活，计件。' }),
    );
    const { body } = await get(`/api/reviews/${await reviewOf(copy.id)}`, reviewer).expect(200);
    expect(body.similar.map((one: { id: string }) => one.id)).toEqual([first.id]);
    expect(body.similar[0]).toMatchObject({ sameEmployer: true, metres: 0 });
    expect(body.similar[0].likeness).toBeGreaterThan(0.7);
  });
});
