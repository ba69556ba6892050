import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareIndex } from '../../../api/search/check-index.ts';
import { createPostgresEngine } from '../../../api/search/postgres.ts';
import { startRecorder } from '../../../api/search/record.ts';
import { openSearch, type Search } from '../../../api/search/search.ts';
import { addStaff, testNow, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

const withinMs = 2000;

describeWithDatabase('words that staff teach the search', () => {
  const database = useDatabase();
  let server: TestApp;
  /** Another process on the same database. */
  let other: Search;
  let [manager, desk]: SignedIn[] = [];
  const path = '/api/staff/words';

  beforeAll(async () => {
    const expiresAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
    await addOpenings(database.pool, [
      makeOpening({ title: '叉车工', occupation: null, duties: '装卸', expiresAt }),
      makeOpening({ externalId: 'GL', title: '咕噜车驾驶', occupation: null, duties: '厂内', expiresAt }),
    ]);
    server = await startApp(database.pool);
    other = await openSearch({ db: database.pool, meili: null });
    await server.settle();
    manager = await addStaff(database.pool, { roles: ['county-manager'], divisions: ['321012'] });
    desk = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'] });
  });
  afterAll(async () => {
    await other.close();
    await server.close();
  });

  const get = (to: string, who = manager) => supertest(server.app).get(to).set(who!.headers);
  const add = (body: object, who = manager) =>
    supertest(server.app)
      .post(path)
      .set(who!.headers)
      .send({ occupation: 'forklift-driver', ...body });
  const remove = (id: string) => supertest(server.app).delete(`${path}/${id}`).set(manager!.headers);
  const codes = async (search: Search, words: string) => {
    const { hits } = await search.find(words);
    const { rows } = await database.pool.query<{ title: string }>(
      'select title from openings where id = any($1::bigint[])',
      [hits?.map(({ id }) => id) ?? []],
    );
    return rows.map(({ title }) => title).sort();
  };
  const soon = async (search: Search, words: string, titles: string[]) => {
    const until = performance.now() + withinMs;
    while (performance.now() < until && String(await codes(search, words)) !== String(titles))
      await sleep(50);
    expect(await codes(search, words)).toEqual(titles);
  };

  test('a word added is understood within two seconds, in every process, and taken back as fast', async () => {
    expect(await codes(server.search, '咕咚')).toEqual([]);
    const added = await add({ word: ' 咕 咚 ' }).expect(201);
    expect(added.body).toMatchObject({ word: '咕咚', kind: 'everyday', occupation: { name: '叉车工' } });
    await soon(server.search, '咕咚', ['叉车工']);
    await soon(other, '咕咚', ['叉车工']);
    expect((await get(`${path}?q=${encodeURIComponent('叉车')}`)).body.words).toHaveLength(1);
    await remove(added.body.id).expect(200);
    await soon(server.search, '咕咚', []);
    await soon(other, '咕咚', []);
    expect((await get(path)).body.words).toEqual([]);
    await remove(added.body.id).expect(404);
  });

  test('titles are read by a name, and the index stays what it would be when filled anew', async () => {
    const added = await add({ word: '咕噜车', kind: 'name' }).expect(201);
    await soon(server.search, '叉车工', ['叉车工', '咕噜车驾驶']);
    const faults = () =>
      compareIndex(database.pool, createPostgresEngine(database.pool), server.search.reader());
    await expect.poll(faults, { timeout: 5000 }).toMatchObject({ missing: [], stale: [], extra: [] });
    await remove(added.body.id).expect(200);
    await soon(server.search, '叉车工', ['叉车工']);
    await expect.poll(faults, { timeout: 5000 }).toMatchObject({ missing: [], stale: [], extra: [] });
  });

  test('both are written down', async () => {
    const { rows } = await database.pool.query(
      `select actor, action, detail from audit_log where entity = 'thesaurus_word' order by id`,
    );
    const actor = `staff:${manager!.accountId}`;
    const detail = { word: '咕咚', occupation: 'forklift-driver', kind: 'everyday' };
    expect(rows.slice(0, 2)).toEqual([
      { actor, action: 'thesaurus-word.add', detail },
      { actor, action: 'thesaurus-word.remove', detail },
    ]);
  });

  test.each([
    ['an occupation nobody knows', { word: '咕咚', occupation: 'no-such-thing' }, 400, 'word.occupation'],
    ['a place', { word: '江都' }, 409, 'word.filter'],
    ['a benefit', { word: '包住' }, 409, 'word.filter'],
    ['a word that finds it already', { word: '叉车' }, 409, 'word.known'],
    ['a word without letters', { word: '！！' }, 400, 'word.form'],
    ['one hanzi', { word: '叉 ' }, 400, undefined],
  ])('%s is refused', async (_, body, status, code) => {
    const reply = await add(body).expect(status);
    if (code) expect(reply.body.code).toBe(code);
    expect((await get(path)).body.words).toEqual([]);
  });

  test('the same word twice is refused, also before the first has come round', async () => {
    const { body } = await add({ word: '咕叽' }).expect(201);
    await add({ word: '咕叽' }).expect(409);
    await remove(body.id).expect(200);
  });

  test('occupations are proposed for a word, and those it has are told', async () => {
    const proposals = async (word: string) =>
      (await get(`${path}/proposals?word=${encodeURIComponent(word)}`).expect(200)).body;
    expect((await proposals('叉车')).known[0]).toMatchObject({
      name: '叉车工',
      official: expect.any(String),
    });
    expect((await proposals('氢能叉车')).proposals.map(({ name }: { name: string }) => name)).toContain(
      '叉车工',
    );
    expect(await proposals('🙂')).toEqual({ known: [], proposals: [] });
  });

  test('searches without hits are listed until there is a word or somebody sets them aside', async () => {
    const recorder = startRecorder(database.pool);
    for (const q of ['水下焊工学', '水下焊工学', '咕嘟'])
      recorder.record({ q, filters: {}, hits: 0, degraded: false });
    await recorder.close();
    const missed = async () => (await get('/api/staff/missed-searches').expect(200)).body.searches;
    expect(await missed()).toMatchObject([
      { words: '水下焊工学', times: 2, days: 1 },
      { words: '咕嘟', times: 1 },
    ]);
    const { body } = await add({ word: '咕嘟' }).expect(201);
    expect(await missed()).toMatchObject([{ words: '水下焊工学' }]);
    server.clock.now = new Date(Date.now() + 60_000);
    await supertest(server.app)
      .post('/api/staff/missed-searches/set-aside')
      .set(manager!.headers)
      .send({ words: '水下焊工学' })
      .expect(200);
    server.clock.now = testNow;
    expect(await missed()).toEqual([]);
    await remove(body.id);
  });

  test('only those who manage may', async () => {
    await add({ word: '咕咚' }, desk).expect(403);
    for (const to of [path, '/api/staff/missed-searches', `${path}/proposals?word=x`]) {
      await get(to, desk).expect(403);
      await supertest(server.app).get(to).expect(401);
    }
  });
});
