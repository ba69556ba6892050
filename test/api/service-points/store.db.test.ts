import { beforeEach, describe, expect, test } from 'vitest';
import { transact } from '../../../api/db/transact.ts';
import { createServicePointsModel } from '../../../api/service-points/model.ts';
import {
  loadServicePoints,
  putServicePoints,
  type NewServicePoint,
} from '../../../api/service-points/store.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { newServicePoint, unkept } from './points.ts';

describeWithDatabase('service points in the database', () => {
  const database = useDatabase();
  const put = (...rows: NewServicePoint[]) => transact(database.pool, (tx) => putServicePoints(tx, rows));
  const changed = async () => {
    const { rows } = await database.pool.query(
      `select entity_id::int as id from outbox where kind = 'service_point' order by seq`,
    );
    return rows.map(({ id }) => id);
  };

  const idOf = async (externalId: string): Promise<number> => {
    const points = await loadServicePoints(database.pool, null);
    return Number(points.find((point) => point.externalId === externalId)?.id);
  };

  beforeEach(async () => {
    await database.pool.query('truncate service_points, outbox, audit_log restart identity cascade');
  });

  test('a new point is read back as it was given', async () => {
    const given = newServicePoint();
    expect(await put(given)).toEqual({ created: 1, updated: 0, unchanged: 0 });
    const { place, ...rest } = given;
    expect(await loadServicePoints(database.pool, null)).toEqual([{ id: '1', ...unkept, ...rest, ...place }]);
  });

  test('the same list again changes nothing and tells nobody', async () => {
    await put(newServicePoint(), newServicePoint({ externalId: 'P2' }));
    const again = await put(
      newServicePoint({ hours: [...newServicePoint().hours].reverse() }),
      newServicePoint({ externalId: 'P2' }),
    );
    expect(again).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await changed()).toEqual([1, 2]);
    const { rows } = await database.pool.query('select actor, action, entity, detail from audit_log');
    expect(rows).toEqual([
      {
        actor: 'import',
        action: 'put',
        entity: 'service_point',
        detail: { created: 2, updated: 0, ids: [1, 2] },
      },
    ]);
  });

  test.each<[string, Partial<NewServicePoint>]>([
    ['name', { name: '瓜洲镇家门口就业服务站' }],
    ['place, by a metre', { place: { lng: 119.40001, lat: 32.25 } }],
    ['telephones', { telephones: [] }],
    ['hours', { hours: [] }],
    ['services', { services: ['政策咨询'] }],
    ['terminals', { terminalsInstalled: 2, terminalsWorking: 0 }],
    ['division', { level: 'village', division: '321003103200' }],
  ])('a changed %s updates that point alone', async (_what, said) => {
    await put(newServicePoint(), newServicePoint({ externalId: 'P2' }));
    const changedPoint = newServicePoint({ externalId: 'P2', ...said });
    expect(await put(newServicePoint(), changedPoint)).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect(await changed()).toEqual([1, 2, 2]);
    const { place, ...rest } = changedPoint;
    const terminalFault = rest.terminalsWorking === 0 ? 'broken' : null;
    expect(await loadServicePoints(database.pool, [2])).toEqual([
      { id: '2', ...unkept, version: 2, ...rest, ...place, terminalFault },
    ]);
  });

  test('a list that does not know what works leaves what is known, never above what is installed', async () => {
    await put(newServicePoint({ terminalsInstalled: 3, terminalsWorking: 2 }));
    const working = async (terminalsInstalled: number) => {
      await put(newServicePoint({ terminalsInstalled, terminalsWorking: null }));
      return (await loadServicePoints(database.pool, null))[0]!.terminalsWorking;
    };
    expect(await working(3)).toBe(2);
    expect(await working(4)).toBe(2);
    expect(await working(1)).toBe(1);
    await put(newServicePoint({ externalId: 'P2', terminalsInstalled: 2, terminalsWorking: null }));
    expect((await loadServicePoints(database.pool, null)).at(-1)!.terminalsWorking).toBe(2);
  });

  test('nothing is written when one of the rows is refused', async () => {
    const bad = newServicePoint({ externalId: 'P2', terminalsInstalled: 1, terminalsWorking: 2 });
    await expect(put(newServicePoint(), bad)).rejects.toMatchObject({ code: '23514' });
    expect(await loadServicePoints(database.pool, null)).toEqual([]);
    expect(await changed()).toEqual([]);
  });

  test('an external id twice in one list is refused', async () => {
    await expect(put(newServicePoint(), newServicePoint({ name: '另一个' }))).rejects.toMatchObject({
      code: '21000',
    });
  });

  test('an empty list is no work', async () => {
    expect(await put()).toEqual({ created: 0, updated: 0, unchanged: 0 });
  });

  describe('the model in memory', () => {
    test('has every point after loading, with the names of its divisions', async () => {
      await put(
        newServicePoint(),
        newServicePoint({ externalId: 'C', level: 'county', division: '321003', name: '邗江区人社局' }),
      );
      const model = createServicePointsModel();
      await model.load(database.pool);
      expect(model.all().map(({ id, district, town }) => [id, district.name, town?.name])).toEqual([
        ['2', '邗江区', undefined],
        ['1', '邗江区', '瓜洲镇'],
      ]);
      expect(model.nearest({ lng: 119.4, lat: 32.25 }, 1)[0]?.distanceMetres).toBeLessThan(1);
    });

    test('takes in what changed, what is new and what is gone, and nothing else', async () => {
      await put(
        newServicePoint(),
        newServicePoint({ externalId: 'P2' }),
        newServicePoint({ externalId: 'P3' }),
      );
      const model = createServicePointsModel();
      await model.load(database.pool);
      const before = { version: model.version, third: model.get('3') };
      await put(newServicePoint({ name: '新名字' }), newServicePoint({ externalId: 'P4', name: '新来的' }));
      await database.pool.query('delete from service_points where id = 2');
      await model.refresh(database.pool, [1, 2, await idOf('P4')]);
      expect(model.get('1')?.name).toBe('新名字');
      expect(model.get('2')).toBeUndefined();
      expect(model.get('3')).toBe(before.third);
      expect(model.get(String(await idOf('P4')))?.name).toBe('新来的');
      expect(model.all()).toHaveLength(3);
      expect(model.version).toBeGreaterThan(before.version);
    });

    test('goes on after a refresh that failed', async () => {
      await put(newServicePoint());
      const model = createServicePointsModel();
      const away = { query: () => Promise.reject(new Error('away')) } as unknown as typeof database.pool;
      await expect(model.load(away)).rejects.toThrow('away');
      await model.load(database.pool);
      expect(model.all()).toHaveLength(1);
    });
  });
});
