import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../../api/db/transact.ts';
import { closeOpening, confirmOpening } from '../../../api/opening-desk/lifecycle.ts';
import { reportOpening } from '../../../api/opening-desk/submission.ts';
import { putOpenings } from '../../../api/openings/store.ts';
import { findSimilar } from '../../../api/reviews/similar-store.ts';
import { addTask } from '../../../api/tasks/store.ts';
import { findDivision } from '../../../geodata/divisions.ts';
import { addPerson, addStaff, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addEmployer, makeForm } from '../../support/employers.ts';
import { makeCreditCode } from '../../support/lists.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

describeWithDatabase('the reviewers', () => {
  const database = useDatabase();
  let running: TestApp;
  let reviewer: SignedIn;
  let owner: SignedIn;
  let employerId: string;
  let made = 0;

  beforeAll(async () => {
    running = await startApp(database.pool);
    reviewer = await addStaff(database.pool, { roles: ['reviewer'], divisions: ['321003'], name: '柏文' });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    owner = await addPerson(database.pool, `1330000${String(++made).padStart(4, '0')}`);
    employerId = await addEmployer(database.pool, owner.accountId, { name: `荻埠工坊${made}` });
  });

  const get = (path: string, who = reviewer) => request(running.app).get(path).set(who.headers);
  const post = (path: string, body: object, who = reviewer) =>
    request(running.app).post(path).set(who.headers).send(body);
  const submitNew = async (change: Parameters<typeof makeForm>[0] = {}): Promise<string> => {
    const draft = await post('/api/desk/openings', { employerId, form: makeForm(change) }, owner).expect(201);
    const { id } = draft.body;
    await post(`/api/desk/openings/${id}/submit`, { version: 1 }, owner).expect(200);
    return id;
  };
  const waitingFor = async (openingId: string) => {
    const { body } = await get('/api/reviews?pageSize=100');
    return body.items.find((item: { openingId: string }) => item.openingId === openingId);
  };
  const approve = async (openingId: string) =>
    post(`/api/reviews/${(await waitingFor(openingId)).id}/decision`, { decision: 'approve' }).expect(200);
  const statusOf = async (openingId: string) =>
    (await get(`/api/desk/openings/${openingId}`, owner).expect(200)).body.status;

  it('see what waits in their divisions, longest first, and what was decided, last first', async () => {
    const first = await submitNew({ title: '车工' });
    running.clock.now = new Date('2026-11-23T02:05:00Z');
    const second = await submitNew({ title: '钳工' });
    running.clock.now = new Date('2026-11-23T02:06:00Z');
    const ours = async (query: string) =>
      (await get(`/api/reviews?pageSize=100&${query}`).expect(200)).body.items
        .map((item: { openingId: string }) => item.openingId)
        .filter((id: string) => id === first || id === second);
    expect(await ours('kind=opening')).toEqual([first, second]);
    expect(await ours('kind=employer')).toEqual([]);
    const counts = async () => (await get('/api/reviews')).body.counts.opening;
    const before = await counts();
    await approve(first);
    running.clock.now = new Date('2026-11-23T02:07:00Z');
    await approve(second);
    expect(await counts()).toBe(before - 2);
    expect(await ours('state=decided')).toEqual([second, first]);
    const town = await addStaff(database.pool, { roles: ['reviewer'], divisions: ['321003100'] });
    expect((await get('/api/reviews?state=decided', town)).body.total).toBe(0);
    running.clock.now = new Date('2026-11-23T02:00:00Z');
  });

  it('give a reason whenever they say no', async () => {
    const id = await submitNew();
    const review = await waitingFor(id);
    const answer = await post(`/api/reviews/${review.id}/decision`, { decision: 'return' }).expect(400);
    expect(answer.body.faults).toEqual([expect.objectContaining({ name: 'reasons' })]);
    expect(await statusOf(id)).toBe('submitted');
  });

  it('the same decision with the same key is one; the page is told who decided', async () => {
    const id = await submitNew();
    const review = await waitingFor(id);
    const decide = () =>
      post(`/api/reviews/${review.id}/decision`, { decision: 'refuse', reasons: ['untrue'] }).set(
        'Idempotency-Key',
        `review-${review.id}`,
      );
    const first = await decide().expect(200);
    expect((await decide().expect(200)).body).toEqual(first.body);
    expect(first.body.history.at(-1)).toMatchObject({ who: '柏文', action: 'refused', reasons: ['untrue'] });
    const { rows } = await database.pool.query(
      `select actor, detail->>'reasons' as reasons from audit_log
        where action = 'review.refuse' and entity_id = $1`,
      [review.id],
    );
    expect(rows).toEqual([{ actor: `staff:${reviewer.accountId}`, reasons: '["untrue"]' }]);
  });

  it('look at samples of trusted employers, which show meanwhile; what is wrong is taken down', async () => {
    for (let times = 0; times < 3; times++) await approve(await submitNew());
    let sampled: { id: string; cause: string } | undefined;
    let openingId = '';
    for (let tries = 0; tries < 80 && !sampled; tries++) {
      openingId = await submitNew({ title: `打磨工${'一二三四五六七八九十'[tries % 10]}班` });
      expect(await statusOf(openingId)).toBe('published');
      sampled = await waitingFor(openingId);
    }
    expect(sampled?.cause).toBe('sampled');
    const seen = (await get(`/api/desk/openings/${openingId}`, owner)).body;
    expect(seen.review).toBeNull();
    await post(`/api/reviews/${sampled!.id}/decision`, { decision: 'return', reasons: ['wrong-place'] });
    const after = (await get(`/api/desk/openings/${openingId}`, owner)).body;
    expect(after).toMatchObject({ status: 'returned', review: { reasons: ['wrong-place'] } });
  });

  describe('a report', () => {
    const reported = async () => {
      const id = await submitNew();
      await approve(id);
      const told = { by: 'system', why: '来电的人说要先交 200 元' };
      await transact(database.pool, (tx) => reportOpening(tx, id, told, running.clock.now));
      return id;
    };

    it('calls a reviewer and is told once more when it comes again', async () => {
      const id = await reported();
      await transact(database.pool, (tx) =>
        reportOpening(tx, id, { by: 'system', why: '又一个' }, running.clock.now),
      );
      const review = (await get(`/api/reviews/${(await waitingFor(id)).id}`)).body;
      expect(review).toMatchObject({ cause: 'reported', note: '来电的人说要先交 200 元；又一个' });
      const shown = (await get(`/api/desk/openings/${id}`, owner)).body;
      expect(shown.status).toBe('published');
      expect(JSON.stringify(shown)).not.toContain('200 元');
      await post(`/api/reviews/${review.id}/decision`, { decision: 'refuse', reasons: ['fees'] }).expect(200);
      expect(await statusOf(id)).toBe('refused');
    });

    it('waits on though the employer closes the opening', async () => {
      const id = await reported();
      await post(`/api/desk/openings/${id}/close`, { outcome: 'withdrawn' }, owner).expect(200);
      const review = await waitingFor(id);
      await post(`/api/reviews/${review.id}/decision`, { decision: 'refuse', reasons: ['fees'] }).expect(200);
      expect(await statusOf(id)).toBe('closed');
    });

    it('goes along with a change that is handed in; who had the old text open decides about nothing else', async () => {
      const id = await reported();
      const subject = { openingId: id };
      const due = { dueAt: running.clock.now, division: '321003103', note: '' };
      await addTask(database.pool, { kind: 'asked-for-money', subject, ...due });
      const opened = await waitingFor(id);
      const { form, version } = (await get(`/api/desk/openings/${id}`, owner)).body;
      const saved = await request(running.app)
        .put(`/api/desk/openings/${id}`)
        .set(owner.headers)
        .send({ version, form: { ...form, duties: `${form.duties}。每周日休息。` } });
      await post(`/api/desk/openings/${id}/submit`, { version: saved.body.version }, owner).expect(200);
      const late = await post(`/api/reviews/${opened.id}/decision`, { decision: 'approve' });
      expect([late.status, late.body.code]).toEqual([409, 'review.decided']);
      const change = (await get(`/api/reviews/${(await waitingFor(id)).id}`)).body;
      expect(change).toMatchObject({ cause: 'change', note: '来电的人说要先交 200 元' });
      await post(`/api/desk/openings/${id}/recall`, {}, owner).expect(200);
      expect(await waitingFor(id)).toMatchObject({ id: change.id, cause: 'reported' });
      await post(`/api/reviews/${change.id}/decision`, { decision: 'refuse', reasons: ['fees'] }).expect(200);
      expect(await statusOf(id)).toBe('refused');
    });

    it('that turns out to be nothing leaves the opening standing', async () => {
      const id = await reported();
      await approve(id);
      expect(await statusOf(id)).toBe('published');
    });
  });

  it('a ban ends everything that waits, and what was handed in is refused', async () => {
    const id = await submitNew();
    const review = await waitingFor(id);
    const ban = () => post(`/api/reviews/employers/${employerId}/ban`, { reason: '冒用别人的执照' });
    expect((await ban().expect(200)).body).toEqual({ standing: 'banned', taken: 1 });
    expect((await ban().expect(200)).body).toEqual({ standing: 'banned', taken: 0 });
    expect(await statusOf(id)).toBe('refused');
    expect((await get(`/api/reviews/${review.id}`)).body.state).toBe('refused');
    const outside = await addStaff(database.pool, { roles: ['reviewer'], divisions: ['321081'] });
    await post(`/api/reviews/employers/${employerId}/ban`, { reason: '冒用' }, outside).expect(404);
  });

  describe('papers that are looked at again', () => {
    const handInPapers = async () => {
      await database.pool.query(
        `insert into licences (employer_id, file_name, type, bytes, sha256, uploaded_by, uploaded_at)
         values ($1::bigint, md5($1::text), 'image/png', 1, '', $2::bigint, now())`,
        [employerId, owner.accountId],
      );
      await post(`/api/desk/employers/${employerId}/verification`, {}, owner).expect(200);
      const { body } = await get('/api/reviews?pageSize=100&kind=employer');
      return body.items.find((item: { employer: { id: string } }) => item.employer.id === employerId);
    };

    it('and refused take away what showed, at once; it does not come back before they are right', async () => {
      const shown = await submitNew({ title: '铣工' });
      await approve(shown);
      const waits = await submitNew({ title: '磨工' });
      const review = await handInPapers();
      expect(review.cause).toBe('reverification');
      const refusal = { decision: 'refuse', reasons: ['untrue'], text: '执照已经注销' };
      await post(`/api/reviews/${review.id}/decision`, refusal).expect(200);
      expect([await statusOf(shown), await statusOf(waits)]).toEqual(['hidden', 'submitted']);
      await running.settle();
      await request(running.app).get(`/api/openings/${shown}`).expect(404);
      const back = await post(`/api/desk/openings/${shown}/resume`, {}, owner).expect(409);
      expect(back.body.code).toBe('employer.unverified');
      const late = await post(`/api/reviews/${(await waitingFor(waits)).id}/decision`, {
        decision: 'approve',
      });
      expect([late.status, late.body.code]).toEqual([409, 'employer.unverified']);
    });

    it('and sent back leave what shows standing until the old ones run out', async () => {
      const shown = await submitNew();
      await approve(shown);
      const review = await handInPapers();
      const back = { decision: 'return', text: '照片看不清' };
      await post(`/api/reviews/${review.id}/decision`, back).expect(200);
      expect(await statusOf(shown)).toBe('published');
    });
  });

  it('a list that comes again does not overwrite what its employer or a caller has settled', async () => {
    const listed = makeOpening({ creditCode: makeCreditCode(3), externalId: 'KEPT-1', title: '装卸工' });
    await addOpenings(database.pool, [listed]);
    const { rows } = await database.pool.query<{ id: string }>(
      `select id::text as id from openings where external_id = 'KEPT-1'`,
    );
    const id = rows[0]!.id;
    const again = () => transact(database.pool, (tx) => putOpenings(tx, [{ ...listed, title: '搬运工' }]));
    const now = new Date('2026-11-23T02:00:00Z');
    await transact(database.pool, (tx) => confirmOpening(tx, id, { by: 'link:1' }, now));
    expect(await again()).toMatchObject({ updated: 1 });
    const full = { by: 'link:1', outcome: 'filled-elsewhere' } as const;
    await transact(database.pool, (tx) => closeOpening(tx, id, full, now));
    expect(await again()).toMatchObject({ updated: 0, unchanged: 1 });
  });

  describe('near duplicates', () => {
    const duties = '看守大门，登记来客，夜里巡两遍厂区。';
    const to = {
      openingId: '0',
      employerId: '0',
      title: '夜班保安',
      duties,
      requirements: '身体好，能上夜班。',
      ...findDivision('321003103')!.seat,
    };
    const similar = async (change: Partial<typeof to> = {}) =>
      (await transact(database.pool, (tx) => findSimilar(tx, { ...to, ...change }))).map(
        ({ title }) => title,
      );

    it('are found by the same words anywhere, by a like title next door, never by the trade alone', async () => {
      const far = { town: '321084001', place: findDivision('321084001')!.seat };
      await addOpenings(database.pool, [
        makeOpening({ title: '夜班保安员', duties, requirements: '身体好，能上夜班。', ...far }),
        makeOpening({
          title: '夜班保安',
          duties: '看守大门，夜里巡厂区，登记来客。',
          requirements: '身体好。',
        }),
        makeOpening({ title: '日班保安', duties: '指挥停车，收停车卡。', requirements: '会写字。', ...far }),
        makeOpening({ title: '夜班保安', duties, status: 'closed', requirements: '身体好，能上夜班。' }),
      ]);
      expect(await similar()).toEqual(['夜班保安员', '夜班保安']);
    });

    it('are looked up in an index', async () => {
      const plan = await transact(database.pool, async (tx) => {
        await tx.query('set local enable_seqscan = off');
        const { rows } = await tx.query<{ 'QUERY PLAN': string }>(
          `explain select id from openings
            where status in ('submitted', 'scheduled', 'published', 'paused', 'hidden')
              and (title || ' ' || left(duties, 48)) % ($1::text || ' ' || left($2::text, 48))`,
          [to.title, to.duties],
        );
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      });
      expect(plan).toContain('openings_likeness');
    });
  });
});
