import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { transact } from '../../../api/db/transact.ts';
import { putServicePoints } from '../../../api/service-points/store.ts';
import { addStaff, testNow, type SignedIn } from '../../support/accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { newServicePoint } from '../service-points/points.ts';
import { pointFacts } from '../point-desk/facts.ts';

const words = {
  conditions: '扬州户籍',
  documents: ['身份证', '社保卡'],
  fee: '不收费',
  takes: '当场办好',
  law: '《就业促进法》第三十五条',
};
const name = '社保卡服务';
const path = `/api/staff/service-templates/${encodeURIComponent(name)}`;

describeWithDatabase('templates of services', () => {
  const database = useDatabase();
  let server: TestApp;
  let [city, county, desk]: SignedIn[] = [];
  beforeAll(async () => {
    server = await startApp(database.pool);
    city = await addStaff(database.pool);
    county = await addStaff(database.pool, {
      roles: ['county-manager'],
      divisions: ['321003'],
      name: '县里的人',
    });
    desk = await addStaff(database.pool, { roles: ['point-staff'], divisions: ['321003103'] });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    server.clock.now = testNow;
    await database.pool.query(
      'truncate service_templates, tasks, service_points, outbox restart identity cascade',
    );
    await transact(database.pool, (tx) =>
      putServicePoints(tx, [
        newServicePoint(),
        newServicePoint({ externalId: 'P2', services: [name] }),
        newServicePoint({ externalId: 'P3', level: 'county', division: '321003' }),
        newServicePoint({ externalId: 'P4', division: '321023100' }),
      ]),
    );
    await server.settle();
  });
  const send = (method: 'post' | 'put', to: string, body: object, who: SignedIn | undefined) =>
    supertest(server.app)[method](to).set(who!.headers).send(body);
  const get = (to: string, who: SignedIn | undefined) => supertest(server.app).get(to).set(who!.headers);
  const make = (said: object = {}) => send('put', path, { ...words, version: 0, ...said }, city);
  const offers = async (id: number) => {
    await server.settle();
    return (await supertest(server.app).get(`/api/service-points/${id}`)).body.offers;
  };

  test('the city makes and changes them, and every point that offers the service shows it', async () => {
    await send('put', path, { ...words, version: 0 }, county).expect(403);
    const { body } = await make().expect(200);
    expect(body).toMatchObject({ name, version: 1, points: 1, pointsWithChanges: 0, retired: false });
    expect(await offers(2)).toEqual([{ name, ...words }]);
    await make({ version: 1, fee: '工本费 20 元' }).expect(200);
    expect((await offers(2))[0].fee).toBe('工本费 20 元');
    const { body: list } = await get('/api/staff/service-templates', desk).expect(200);
    expect(list.items).toMatchObject([{ name, version: 2, fee: '工本费 20 元' }]);
  });

  test('two who edit one at once are told', async () => {
    await make().expect(200);
    const { body } = await make({ version: 0 }).expect(409);
    expect(body.code).toBe('template.changed');
    await make({ version: 5 }).expect(409);
    await send('put', `${path}2`, { ...words, version: 3 }, city).expect(409);
  });

  test('words of a point’s own stay when the city’s change, and go when they are reset', async () => {
    await make().expect(200);
    const facts = pointFacts({ services: [name], serviceChanges: { [name]: { documents: ['身份证'] } } });
    await send('put', '/api/staff/points/2', { version: 1, facts }, desk).expect(200);
    await make({ version: 1, law: '新的依据', documents: ['三样'] }).expect(200);
    expect(await offers(2)).toMatchObject([{ documents: ['身份证'], law: '新的依据' }]);
    const { body } = await send('post', `${path}/push`, { reset: true }, county).expect(200);
    expect(body).toEqual({ added: 2, reset: 1, unchanged: 0 });
    expect(await offers(2)).toMatchObject([{ documents: ['三样'] }]);
  });

  test('a push says before what it will do, and reaches the manager’s own points only', async () => {
    await make().expect(200);
    const { body: preview } = await get(`${path}/push?levels=town`, county).expect(200);
    expect(preview).toMatchObject({ points: 2, adds: 1, has: 1, withChanges: 0 });
    expect(preview.examples[0]).toEqual({ id: '1', name: newServicePoint().name, gets: 'new' });
    await get(`${path}/push`, desk).expect(403);
    const { body } = await send('post', `${path}/push`, {}, county).expect(200);
    expect(body).toEqual({ added: 2, reset: 0, unchanged: 1 });
    expect(await offers(1)).toContainEqual({ name, ...words });
    expect(await offers(4)).not.toContainEqual({ name, ...words });
    const again = await send('post', `${path}/push`, {}, county).expect(200);
    expect(again.body).toEqual({ added: 0, reset: 0, unchanged: 3 });
    const elsewhere = await send('post', `${path}/push`, { division: '321023' }, county).expect(200);
    expect(elsewhere.body).toEqual({ added: 0, reset: 0, unchanged: 0 });
  });

  test('a push is a version of each point, and can be taken back there', async () => {
    await make().expect(200);
    await send('post', `${path}/push`, {}, county).expect(200);
    const { body } = await get('/api/staff/points/1/versions', desk).expect(200);
    expect(body.items).toMatchObject([
      { version: 2, by: '县里的人', note: `下发“${name}”`, changed: ['services'] },
      { version: 1, by: '原来的名单' },
    ]);
    await send('post', '/api/staff/points/1/restore', { version: 2, restore: 1 }, desk).expect(200);
    expect((await offers(1)).map((offer: any) => offer.name)).not.toContain(name);
  });

  test('one that is missing or retired cannot be pushed', async () => {
    await send('post', `${path}/push`, {}, county).expect(404);
    await make({ retired: true }).expect(200);
    const { body } = await send('post', `${path}/push`, {}, county).expect(404);
    expect(body.detail).toContain('没有“社保卡服务”这个范本');
    expect(await offers(2)).toEqual([{ name, conditions: '', documents: [], fee: '', takes: '', law: '' }]);
  });
});
