import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { seedCity } from '../../../seeds/city.ts';
import { towns } from '../../../geodata/towns.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';
import { makeCreditCode } from '../../support/lists.ts';

describeWithDatabase('openings over HTTP', () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    running = await startApp(database.pool);
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    const { rows } = await database.pool.query(
      `update openings set status = 'closed' where status = 'published' returning id`,
    );
    if (rows.length > 0)
      await database.pool.query(
        `insert into outbox (kind, entity_id) select 'opening', unnest($1::bigint[])`,
        [rows.map((row) => row.id)],
      );
    running.clock.now = new Date('2026-11-23T02:00:00Z');
    await running.settle();
  });

  const get = (path: string) => request(running.app).get(path);
  const list = async (query = '') => (await get(`/api/openings?${query}`).expect(200)).body;
  const have = async (...openings: Parameters<typeof makeOpening>[0][]) => {
    await addOpenings(database.pool, openings.map(makeOpening));
    await running.settle();
  };
  const titles = (body: { items: { title: string }[] }) => body.items.map((item) => item.title);

  it('a published opening is listed with everything a card needs, and nothing a scraper wants', async () => {
    await have({ title: '面点师傅', benefits: ['包吃', '包住'] });
    const { items, total, positions, degraded } = await list();
    expect({ total, positions, degraded }).toEqual({ total: 1, positions: 2, degraded: false });
    expect(items[0]).toMatchObject({
      title: '面点师傅',
      code: expect.stringMatching(/^[A-T][2-9A-T]{5}$/),
      salary: { min: 6000, max: 8000, unit: '月', monthlyMin: 6000, monthlyMax: 8000 },
      district: { code: '321003', name: '邗江区' },
      town: { code: '321003103', name: '瓜洲镇' },
      publishedAt: '2026-11-20T00:00:00.000Z',
    });
    expect(JSON.stringify(items)).not.toContain('0514-80000000');
  });

  it('drafts, closed, expired and scheduled openings never show, by list, map, id or code', async () => {
    await have(
      { title: '草稿', status: 'draft' },
      { title: '关了', status: 'closed' },
      { title: '过期', expiresAt: '2026-11-23T01:59:59.000Z' },
      { title: '明天', publishedAt: '2026-11-24T00:00:00.000Z', confirmedAt: '2026-11-24T00:00:00.000Z' },
      { title: '在招' },
    );
    expect(titles(await list())).toEqual(['在招']);
    expect((await get('/api/openings/map?zoom=14').expect(200)).body.total).toBe(1);
    const { rows } = await database.pool.query(
      `select id, code, title from openings where title in ('草稿','关了','过期','明天')`,
    );
    for (const { id, code } of rows) {
      await get(`/api/openings/${id}`).expect(404);
      await get(`/api/openings/${code}`).expect(404);
    }
  });

  it('an opening leaves the moment it expires, without anybody writing anything', async () => {
    await have({ expiresAt: '2026-11-23T02:00:01.000Z' });
    expect((await list()).total).toBe(1);
    running.clock.now = new Date('2026-11-23T02:00:01.000Z');
    expect((await list()).total).toBe(0);
  });

  it('filters by each column, and by all of them together', async () => {
    await have(
      { title: '甲' },
      {
        title: '乙',
        occupation: '保洁员',
        industry: 'O',
        town: '321084001',
        salaryMin: 26,
        salaryMax: 30,
        salaryUnit: '时',
        education: '大专',
        experience: '不限',
        employmentType: '兼职',
        benefits: ['包住', '日结'],
        publishedAt: '2026-11-01T00:00:00.000Z',
      },
    );
    const only = async (query: string) => titles(await list(query));
    for (const query of [
      'occupation=保洁员',
      'industry=O',
      'district=321084',
      'town=321084001',
      'education=大专',
    ])
      expect(await only(encodeURI(query)), query).toEqual(['乙']);
    for (const query of ['experience=不限', 'employmentType=兼职', 'benefits=包住', 'benefits=日结,包住'])
      expect(await only(encodeURI(query)), query).toEqual(['乙']);
    expect(await only(encodeURI('benefits=包住,包吃'))).toEqual([]);
    expect(await only('salaryMin=4524')).toEqual(['甲', '乙']);
    expect(await only('salaryMin=4525')).toEqual(['甲']);
    expect(await only('publishedWithinDays=3')).toEqual(['甲']);
    expect(await only('bbox=119.3,32.2,119.45,32.3')).toEqual(['甲']);
    expect(
      await only(encodeURI('industry=O&education=大专&benefits=包住&district=321084&salaryMin=4000')),
    ).toEqual(['乙']);
  });

  it('lists only those that somebody has saved, whatever else became of them', async () => {
    await have({ title: '收甲' }, { title: '收乙' }, { title: '收丙', status: 'closed' });
    const { rows } = await database.pool.query<{ id: string; title: string }>(
      'select id, title from openings',
    );
    const idOf = (title: string) => rows.find((row) => row.title === title)!.id;
    const asked = await list(`ids=${idOf('收乙')},${idOf('收丙')},999999999`);
    expect(titles(asked)).toEqual(['收乙']);
    expect(asked.total).toBe(1);
    expect(titles(await list(encodeURI(`ids=${idOf('收甲')}&q=收乙`)))).toEqual([]);
    // Somebody else's list is another one.
    expect(titles(await list(`ids=${idOf('收甲')}`))).toEqual(['收甲']);
    for (const ids of ['x', '1,', Array(51).fill('1').join(',')])
      await get(`/api/openings?ids=${ids}`).expect(400);
  });

  it('measures from where the person stands: order, distance on each card, and a circle that holds', async () => {
    const near = towns.find(({ code }) => code === '321003103')!.seat;
    await have({ title: '高邮', town: '321084001' }, { title: '瓜洲' }, { title: '江都', town: '321012100' });
    const body = await list(`near=${near.lng},${near.lat}&sort=distance`);
    expect(titles(body)).toEqual(['瓜洲', '江都', '高邮']);
    expect(body.items[0].distanceMetres).toBe(0);
    const { rows } = await database.pool.query(
      `select round(st_distance(place, st_setsrid(st_makepoint($1, $2), 4326)::geography, false))::int as metres
         from openings where title = '江都' and status = 'published'`,
      [near.lng, near.lat],
    );
    expect(Math.abs(body.items[1].distanceMetres - rows[0].metres)).toBeLessThanOrEqual(2);
    expect(
      titles(await list(`near=${near.lng},${near.lat}&withinMetres=${rows[0].metres + 5}&sort=distance`)),
    ).toEqual(['瓜洲', '江都']);
    expect(
      titles(await list(`near=${near.lng},${near.lat}&withinMetres=${rows[0].metres - 5}&sort=distance`)),
    ).toEqual(['瓜洲']);
  });

  it('sorts by newest and by pay, and pages never overlap', async () => {
    await have(
      ...Array.from({ length: 45 }, (_, n) => ({
        title: `第${n}个`,
        salaryMin: 3000 + (n % 7) * 500,
        salaryMax: 9000,
      })),
    );
    const seen = new Set<string>();
    for (const page of [1, 2, 3])
      for (const item of (await list(`page=${page}&pageSize=20&sort=salary`)).items) seen.add(item.id);
    expect(seen.size).toBe(45);
    const pays = (await list('sort=salary&pageSize=50')).items.map(
      (item: { salary: { monthlyMin: number } }) => item.salary.monthlyMin,
    );
    expect(pays).toEqual(pays.toSorted((a: number, b: number) => b - a));
  });

  it('facets name "not stated" and single-valued ones add up to the total', async () => {
    await have(
      { education: null, headcount: 5 },
      {},
      { occupation: null, industry: null, experience: null, employmentType: null, benefits: [] },
    );
    const { facets, total, positions } = await list();
    for (const [name, values] of Object.entries(facets) as [
      string,
      { openings: number; positions: number }[],
    ][]) {
      if (name === 'benefits') continue;
      expect(
        values.reduce((sum, value) => sum + value.openings, 0),
        name,
      ).toBe(total);
      expect(
        values.reduce((sum, value) => sum + value.positions, 0),
        name,
      ).toBe(positions);
    }
    expect(facets.education).toContainEqual({ value: null, label: '没写明', openings: 1, positions: 5 });
    expect(facets.benefits).toContainEqual({ value: null, label: '没写明', openings: 1, positions: 2 });
  });

  it('a shared address becomes one mark with the number of its openings', async () => {
    await have({}, {}, { place: { lng: 119.4, lat: 32.26 } });
    const { groups, total } = (await get('/api/openings/map?zoom=14').expect(200)).body;
    expect(
      groups.map((group: { level: string; openings: number }) => [group.level, group.openings]).sort(),
    ).toEqual([
      ['opening', 1],
      ['place', 2],
    ]);
    expect(total).toBe(3);
  });

  it('the page of an opening has the nearest points and similar openings, and the telephone only for who asks', async () => {
    await have(
      { title: '这个' },
      { title: '同行', town: '321012100' },
      { title: '别的', occupation: '会计', industry: 'J' },
    );
    const { items } = await list();
    const one = items.find((item: { title: string }) => item.title === '这个');
    const body = (await get(`/api/openings/${one.id}`).expect(200)).body;
    expect(body).toMatchObject({
      title: '这个',
      hasPhone: true,
      answering: { rate: null, isOnline: false, callers: { hiring: 0, full: 0, noAnswer: 0 } },
      duties: '焊接和打磨。',
      nearestPoints: [],
    });
    expect(JSON.stringify(body)).not.toContain('0514-80000000');
    expect(body.similar.map((item: { title: string }) => item.title)).toEqual(['同行']);
    const spoken = `${one.code.slice(0, 3).toLowerCase()} ${one.code.slice(3)}`;
    expect((await get(`/api/openings/${encodeURIComponent(spoken)}`).expect(200)).body.id).toBe(one.id);
  });

  it('a place that was only read out of the words never empties the list', async () => {
    await have({ title: '瓜洲渡口检票员', town: '321084001' });
    const found = await list(`q=${encodeURIComponent('瓜洲渡口检票员')}`);
    expect(titles(found)).toEqual(['瓜洲渡口检票员']);
  });

  it('every one of a hundred thousand openings has a code of its own', async () => {
    const { rows } = await database.pool.query(
      `select count(distinct opening_code(n))::int as codes, min(length(opening_code(n))) as shortest from generate_series(1, 100000) as n`,
    );
    expect(rows[0]).toEqual({ codes: 100_000, shortest: 6 });
  });

  it('a new name of the employer shows on its openings', async () => {
    await have({ creditCode: makeCreditCode(7), title: '改名' });
    await database.pool.query(
      `with e as (update employers set name = '新名字' where credit_code = $1 returning id)
      insert into outbox (kind, entity_id) select 'employer', id from e`,
      [makeCreditCode(7)],
    );
    await running.settle();
    expect((await list()).items[0].employer.name).toBe('新名字');
  });

  it.each([
    ['nonsense=1', 'nonsense'],
    ['sort=distance', 'sort'],
    ['withinMetres=500', 'withinMetres'],
    ['near=119.4', 'near'],
    ['near=abc,32', 'near'],
    ['near=119.4,32.4,1', 'near'],
    ['bbox=119.5,32,119.1,33', 'bbox'],
    ['bbox=119,32,120', 'bbox'],
    ['district=3210', 'district'],
    ['town=321003', 'town'],
    ['salaryMin=-1', 'salaryMin'],
    ['salaryMin=1e3', 'salaryMin'],
    ['page=0', 'page'],
    ['page=1.5', 'page'],
    ['pageSize=51', 'pageSize'],
    ['sort=best', 'sort'],
    ['education=PhD', 'education'],
    ['industry=Z', 'industry'],
    ['benefits=', 'benefits'],
    ['page=1&page=2', 'page'],
    ['q=a%00b', 'q'],
    [`q=${'a'.repeat(201)}`, 'q'],
    ['publishedWithinDays=x', 'publishedWithinDays'],
  ])('%s is refused by name, in words', async (query, name) => {
    const reply = await get(`/api/openings?${query}`)
      .expect(400)
      .expect('Content-Type', /application\/problem\+json/);
    expect(reply.body).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(reply.body.faults.map((fault: { name: string }) => fault.name)).toContain(name);
    expect(reply.body.faults[0].detail).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(['0', '999999999', 'ZZZZZZ', '../etc', 'x', '9'.repeat(32), '%E0%A4%A', "1'or'1"])(
    'an opening %s does not exist, and that is all',
    async (id) => {
      const { status, body } = await get(`/api/openings/${id.startsWith('%') ? id : encodeURIComponent(id)}`);
      expect([400, 404]).toContain(status);
      expect(body.status).toBe(status);
    },
  );
});

describeWithDatabase('the seeded city', () => {
  const database = useDatabase();
  let running: TestApp;
  beforeAll(async () => {
    await seedCity(database.pool, { now: new Date('2026-11-23T02:00:00Z') });
    running = await startApp(database.pool);
    await running.settle();
  });
  afterAll(() => running.close());
  const get = async (path: string) => (await request(running.app).get(path).expect(200)).body;

  it('has the figures of the launch', async () => {
    expect(await get('/api/statistics')).toMatchObject({
      openings: 3455,
      servicePoints: 1359,
      terminals: expect.any(Number),
    });
    expect((await get('/api/openings?pageSize=1')).total).toBe(3455);
  });

  it.each([
    '',
    'district=321012',
    'benefits=包吃',
    'salaryMin=6000',
    'q=焊工',
    'near=119.43,32.39&withinMetres=5000',
    'q=保洁&district=321003',
  ])('list, facets and map agree at every zoom for “%s”', async (query) => {
    const listed = await get(`/api/openings?${encodeURI(query)}`);
    for (const zoom of [7, 9, 10, 11, 12, 14]) {
      const map = await get(`/api/openings/map?zoom=${zoom}&${encodeURI(query)}`);
      expect(map.total).toBe(listed.total);
      expect(map.positions).toBe(listed.positions);
      expect(map.groups.reduce((sum: number, group: { openings: number }) => sum + group.openings, 0)).toBe(
        listed.total,
      );
    }
    for (const { value, openings } of listed.facets.town.slice(0, 3))
      expect(
        (await get(`/api/openings?town=${value}&pageSize=1&${encodeURI(query.replace(/district=\d+/, ''))}`))
          .total,
      ).toBe(openings);
  });

  it('what the model counts is what PostGIS counts', async () => {
    const { rows } = await database.pool.query(
      `select count(*)::int as n, sum(headcount)::int as positions from openings
        where status = 'published' and published_at <= $1 and expires_at > $1 and salary_monthly_min >= 5000
          and benefits @> '{包吃}' and st_dwithin(place, st_setsrid(st_makepoint(119.43, 32.39), 4326)::geography, 8000, false)`,
      [running.clock.now],
    );
    const listed = await get(
      `/api/openings?salaryMin=5000&benefits=${encodeURIComponent('包吃')}&near=119.43,32.39&withinMetres=8000`,
    );
    expect(listed.total).toBe(rows[0].n);
    expect(listed.positions).toBe(rows[0].positions);
    expect(listed.total).toBeGreaterThan(0);
  });

  it('every card names a service point that helps, nearest first', async () => {
    const { items } = await get('/api/openings?pageSize=50');
    for (const item of items)
      expect(item.nearestPoint).toMatchObject({
        name: expect.any(String),
        open: { state: expect.any(String) },
      });
  });
});
