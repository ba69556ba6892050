import request, { type Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { recordChanges } from '../../../api/db/changes.ts';
import { change, getSnapshot, openingsGeoJson } from '../../../api/open-data/contract.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { makeCreditCode } from '../../support/lists.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';
import { makeOne } from '../applications/answering-people.ts';

type Line = {
  kind: string;
  id?: string;
  after?: string;
  opening?: { title: string; employer: { name: string } };
};

describeWithDatabase('what anybody may take along', () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool);
  });
  afterAll(() => running.close());
  beforeEach(() => database.pool.query(`delete from limits`));

  const asText = (response: Response, done: (error: Error | null, text: string) => void) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (piece: string) => (text += piece));
    response.on('end', () => done(null, text));
  };
  const get = async (path: string, status = 200): Promise<string> =>
    (
      await request(running.app)
        .get(path)
        .buffer(true)
        .parse(asText as never)
        .expect(status)
    ).body;
  async function snapshot(): Promise<{ first: Line; listed: Line[] }> {
    const [first, ...listed] = (await get('/api/open-data/openings'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    return { first: first!, listed };
  }
  const changes = async (after: string) =>
    (await request(running.app).get('/api/open-data/changes').query({ after }).expect(200)).body as {
      changes: Line[];
      after: string;
      isWhole: boolean;
    };
  const update = (id: string, set: string) =>
    database.pool
      .query(`update openings set ${set} where id = $1::bigint`, [id])
      .then(() => recordChanges(database.pool, 'opening', [Number(id)]));

  it('is every opening that everybody may see, without whom to ring, and without what others published', async () => {
    const shown = await makeOne(database.pool, {
      title: '焊工',
      contactName: '周女士',
      contactPhone: '13812345678',
    });
    const reposted = await makeOne(database.pool, { title: '转来的焊工' });
    await update(reposted.id, `source_name = '某招聘网'`);
    const hidden = [
      await makeOne(database.pool, { status: 'draft', title: '草稿' }),
      await makeOne(database.pool, { title: '过期', expiresAt: '2026-11-22T00:00:00.000Z' }),
      await makeOne(database.pool, { title: '明天', publishedAt: '2026-11-24T00:00:00.000Z' }),
    ];
    const { first, listed } = await snapshot();
    expect(getSnapshot.reply.parse(first)).toMatchObject({ kind: 'snapshot', licence: 'CC-BY-4.0' });
    for (const line of listed) change.parse(line);
    const ids = listed.map(({ id }) => id);
    expect(ids).toContain(shown.id);
    for (const { id } of [reposted, ...hidden]) expect(ids).not.toContain(id);
    const text = JSON.stringify(listed);
    expect(text).not.toContain('13812345678');
    expect(text).not.toContain('周女士');
  });

  it('goes on with what came, changed and went, each opening once as it is now', async () => {
    const [kept, ended, renamed] = [
      await makeOne(database.pool, { title: '车工' }),
      await makeOne(database.pool, { title: '钳工' }),
      await makeOne(database.pool, { title: '铣工', creditCode: makeCreditCode(6001) }),
    ];
    const { first } = await snapshot();
    const quiet = await changes(first.after!);
    expect(quiet).toMatchObject({ changes: [], isWhole: true });
    await update(kept.id, `title = '数控车工'`);
    await update(kept.id, `title = '数控车床操作工'`);
    await update(ended.id, `status = 'closed'`);
    await database.pool.query(`update employers set name = '新名字厂' where id = $1::bigint`, [
      renamed.employerId,
    ]);
    await recordChanges(database.pool, 'employer', [Number(renamed.employerId)]);
    const come = await makeOne(database.pool, { title: '磨工' });
    await recordChanges(database.pool, 'opening', [Number(come.id)]);
    const { changes: since, after, isWhole } = await changes(quiet.after);
    expect(isWhole).toBe(true);
    const of = (id: string) => since.filter((line) => line.id === id);
    expect(of(kept.id).map(({ opening }) => opening!.title)).toEqual(['数控车床操作工']);
    expect(of(ended.id)).toEqual([{ kind: 'gone', id: ended.id }]);
    expect(of(renamed.id).map(({ opening }) => opening!.employer.name)).toEqual(['新名字厂']);
    expect(of(come.id).map(({ kind }) => kind)).toEqual(['listed']);
    expect(await changes(after)).toMatchObject({ changes: [] });
  });

  it('is given for a place, an industry or an occupation alone; what moves away from there goes', async () => {
    const [inPlace, elsewhere] = [
      await makeOne(database.pool, { title: '养蟹工', town: '321084200' }),
      await makeOne(database.pool, { title: '面点师', town: '321002001' }),
    ];
    const part = 'district=321084';
    const [first, ...listed] = (await get(`/api/open-data/openings?${part}`))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(listed.map(({ id }) => id)).toContain(inPlace.id);
    expect(listed.map(({ id }) => id)).not.toContain(elsewhere.id);
    const map = openingsGeoJson.reply.parse(
      JSON.parse(await get('/api/open-data/openings.geojson?town=321084200')),
    );
    expect(map.features.map(({ id }) => String(id))).toEqual([inPlace.id]);
    await update(inPlace.id, `town = '321002001'`);
    await update(elsewhere.id, `town = '321084200'`);
    const { changes: since } = (
      await request(running.app)
        .get(`/api/open-data/changes?${part}`)
        .query({ after: first!.after })
        .expect(200)
    ).body as { changes: Line[] };
    const kinds = new Map(since.map(({ id, kind }) => [id, kind]));
    expect(kinds.get(inPlace.id)).toBe('gone');
    expect(kinds.get(elsewhere.id)).toBe('listed');
    await get('/api/open-data/openings?industry=Z', 400);
    await get('/api/open-data/openings?occupation=没有这个', 200);
    expect(await get('/api/open-data/openings?industry=A&district=321002')).not.toContain('养蟹工');
  });

  it('is whole however much there is', async () => {
    const { first } = await snapshot();
    const many = Array.from({ length: 1100 }, (_, at) => makeOpening({ title: `普工 ${at}` }));
    await addOpenings(database.pool, many);
    const told = new Set<string>();
    let after = first.after!;
    let calls = 0;
    for (let isWhole = false; !isWhole && calls < 20; calls++) {
      const page = await changes(after);
      for (const { id } of page.changes) told.add(id!);
      ({ after, isWhole } = page);
    }
    expect(calls).toBeGreaterThan(1);
    const { listed } = await snapshot();
    const lately = listed.filter(({ opening }) => opening!.title.startsWith('普工 '));
    expect(lately).toHaveLength(1100);
    expect(lately.every(({ id }) => told.has(id!))).toBe(true);
  });

  it('takes back no place that it did not give out', async () => {
    const { first } = await snapshot();
    const [said, mac] = first.after!.split('.');
    const other = Buffer.from(JSON.stringify(['1:1:', null, '0'])).toString('base64url');
    for (const after of [
      `${other}.${mac}`,
      `${said}.AAAAAAAAAAAAAAAA`,
      'x'.repeat(40),
      said!.padEnd(20, 'A'),
    ])
      await request(running.app).get('/api/open-data/changes').query({ after }).expect(400);
    await request(running.app).get('/api/open-data/changes').expect(400);
  });

  it('is a map for every program that reads GeoJSON', async () => {
    const { id } = await makeOne(database.pool, { title: '插秧机手' });
    const all = openingsGeoJson.reply.parse(JSON.parse(await get('/api/open-data/openings.geojson')));
    const own = all.features.find((feature) => feature.id === Number(id))!;
    expect(own.properties.title).toBe('插秧机手');
    const { lng, lat } = own.properties.place;
    expect(own.geometry.coordinates).toEqual([lng, lat]);
  });

  it('is given so often an hour; who wants what is new reads the changes', async () => {
    const statuses: number[] = [];
    for (let taken = 0; taken < 21; taken++)
      statuses.push(
        (
          await request(running.app)
            .get('/api/open-data/openings')
            .buffer(true)
            .parse(asText as never)
        ).status,
      );
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it('an opening is a JobPosting; one that nobody may see is none', async () => {
    const { code } = await makeOne(database.pool, { title: '收银员', salaryUnit: '月' });
    const reply = await request(running.app).get(`/api/openings/${code}/job-posting`).expect(200);
    expect(reply.headers['content-type']).toContain('application/ld+json');
    const posting = JSON.parse(reply.text ?? reply.body.toString());
    expect(posting).toMatchObject({
      '@type': 'JobPosting',
      title: '收银员',
      url: expect.stringMatching(`/o/${code}$`),
    });
    const draft = await makeOne(database.pool, { status: 'draft' });
    await request(running.app).get(`/api/openings/${draft.code}/job-posting`).expect(404);
  });
});
