import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { towns } from '../../../geodata/towns.ts';
import { cornersOf } from '../../../geodata/area.ts';
import { insideOf } from '../../../geodata/inside-area.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

type Area = readonly number[];

/** Over 邗江 and 广陵, with a bite down to its middle: 瓜洲 lies in it, 高邮 and 江都 do not. */
const bitten: Area = [119.3, 32.2, 119.5, 32.2, 119.5, 32.45, 119.4, 32.35, 119.3, 32.45];

describeWithDatabase('openings in an area that somebody drew', () => {
  const database = useDatabase();
  let running: TestApp;
  /** A grid of 0.01 degrees and, between its lines, places as adverts have them. */
  const places = [...Array(900).keys()].map((n) => {
    const isOnGrid = n % 3 === 0;
    const [x, y] = [n % 30, Math.floor(n / 30)];
    const off = isOnGrid ? 0 : ((n * 7919) % 9973) / 1e6;
    return {
      lng: Number((119.25 + x / 100 + off).toFixed(6)),
      lat: Number((32.2 + y / 100 + off).toFixed(6)),
    };
  });

  beforeAll(async () => {
    running = await startApp(database.pool);
    running.clock.now = new Date('2026-11-23T02:00:00Z');
    await addOpenings(
      database.pool,
      places.map((place, n) =>
        makeOpening({
          title: n % 2 === 0 ? '电焊工' : '保洁员',
          occupation: n % 2 === 0 ? '焊工' : '保洁员',
          benefits: n % 5 === 0 ? ['包住'] : ['包吃'],
          town: towns[n % towns.length]!.code,
          place,
        }),
      ),
    );
    await running.settle();
  });
  afterAll(() => running.close());

  const get = (path: string) => request(running.app).get(path);
  const list = async (query: string) => (await get(`/api/openings?${encodeURI(query)}`).expect(200)).body;
  const map = async (query: string) => (await get(`/api/openings/map?${encodeURI(query)}`).expect(200)).body;
  const ring = (area: Area) => {
    const corners = cornersOf(area);
    return [...corners, corners[0]!].map(({ lng, lat }) => `${lng} ${lat}`).join(',');
  };
  /** A corner of 4 decimals is no exact number of two's powers: PostGIS sees what lies on a slanted border a hair off it. */
  const covered = async (area: Area, condition = 'true') => {
    const { rows } = await database.pool.query<{ id: string }>(
      `with drawn as (select ST_GeomFromText($1, 4326) as shape)
        select id from openings, drawn
         where ${condition}
           and (ST_Covers(shape, place::geometry) or ST_Distance(ST_Boundary(shape), place::geometry) < 1e-9)
         order by id`,
      [`POLYGON((${ring(area)}))`],
    );
    return rows.map(({ id }) => id);
  };

  it('list, facets and map count the same ones, at every zoom', async () => {
    const inside = await covered(bitten);
    expect(inside.length).toBeGreaterThan(200);
    const { total, positions, facets } = await list(`area=${bitten}&pageSize=1`);
    expect(total).toBe(inside.length);
    const sum = (values: { openings: number }[]) => values.reduce((all, { openings }) => all + openings, 0);
    for (const name of ['district', 'town', 'occupation', 'education']) expect(sum(facets[name])).toBe(total);
    for (const zoom of [8, 10, 12, 14]) {
      const groups = await map(`area=${bitten}&zoom=${zoom}`);
      expect([groups.total, groups.positions]).toEqual([total, positions]);
      expect(sum(groups.groups)).toBe(total);
      for (const { lng, lat } of groups.groups) expect(insideOf(bitten)(lng, lat)).toBe(true);
    }
  });

  it('with conditions, words, a distance and an order', async () => {
    const lodging = await covered(bitten, `benefits @> '{包住}'`);
    expect((await list(`area=${bitten}&benefits=包住`)).total).toBe(lodging.length);
    const welders = await covered(bitten, `occupation = '焊工'`);
    expect((await list(`area=${bitten}&q=电焊工`)).total).toBe(welders.length);
    const near = await list(`area=${bitten}&near=119.33,32.22&sort=distance&pageSize=50`);
    expect(near.total).toBe((await covered(bitten)).length);
    const metres = near.items.map((item: { distanceMetres: number }) => item.distanceMetres);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
    const few = await list(`area=${bitten}&near=119.33,32.22&withinMetres=1500`);
    expect(few.total).toBeGreaterThan(0);
    expect(few.total).toBeLessThan(near.total);
  });

  it('asked one after another, each area has its own answer', async () => {
    const north: Area = [119.25, 32.4, 119.55, 32.4, 119.55, 32.5, 119.25, 32.5];
    for (const area of [bitten, north, bitten, north])
      expect((await list(`area=${area}&pageSize=1`)).total).toBe((await covered(area)).length);
    expect((await list('pageSize=1')).total).toBe(places.length);
  });

  it('closed or not, it is the same; its border is inside', async () => {
    const square: Area = [119.3, 32.25, 119.4, 32.25, 119.4, 32.35, 119.3, 32.35];
    const { total } = await list(`area=${square}&pageSize=1`);
    expect((await list(`area=${square},119.3,32.25&pageSize=1`)).total).toBe(total);
    expect(total).toBe((await covered(square)).length);
    const onEdges = places.filter(
      ({ lng, lat }) =>
        insideOf(square)(lng, lat) && (lng === 119.3 || lng === 119.4 || lat === 32.25 || lat === 32.35),
    );
    expect(onEdges.length).toBeGreaterThan(5);
  });

  it('whatever is drawn, PostGIS covers the same openings', async () => {
    const angles = fc.array(
      fc.record({
        turn: fc.double({ min: 0.05, max: 1, noNaN: true }),
        reach: fc.double({ min: 0.1, max: 1, noNaN: true }),
      }),
      { minLength: 3, maxLength: 40 },
    );
    const centre = fc.record({
      lng: fc.double({ min: 119.3, max: 119.5, noNaN: true }),
      lat: fc.double({ min: 32.25, max: 32.45, noNaN: true }),
    });
    // Seen from its middle every corner of it is in sight: simple, and concave as often as not.
    const areas = fc.tuple(centre, angles).map(([{ lng, lat }, corners]) => {
      const whole = corners.reduce((sum, { turn }) => sum + turn, 0);
      let angle = 0;
      return corners.flatMap(({ turn, reach }) => {
        angle += (turn / whole) * 2 * Math.PI;
        return [lng + 0.15 * reach * Math.cos(angle), lat + 0.12 * reach * Math.sin(angle)].map((degrees) =>
          Number(degrees.toFixed(4)),
        );
      });
    });
    await fc.assert(
      fc.asyncProperty(areas, async (area) => {
        const { rows } = await database.pool.query<{ fits: boolean }>(
          `select ST_IsValid(ST_GeomFromText($1, 4326)) as fits`,
          [`POLYGON((${ring(area)}))`],
        );
        // Rounding may fold a sliver over itself: what PostGIS says of that means nothing.
        fc.pre(rows[0]!.fits);
        expect((await list(`area=${area}&pageSize=1`)).total).toBe((await covered(area)).length);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['', 'invalid-type'],
    ['119.4,32.4,119.5,32.4', 'area.corners'],
    ['119.4,32.4,119.5,32.4,119.5', 'area.corners'],
    ['119.4,32.4,119.5,32.4,119.4,32.4', 'area.corners'],
    [Array(61).fill('119.4,32.4,119.5,32.4').join(','), 'area.corners'],
    ['32.4,119.4,32.4,119.5,32.5,119.5', 'area.outside'],
    ['119.4,32.4,119.5,32.4,139.7,35.7', 'area.outside'],
    ['119.4,32.4,119.5,32.4,x,32.5', 'invalid-type'],
    ['119.4,32.4,119.5,32.4,1e1,32.5', 'invalid-type'],
  ])('%s is refused by name, in words', async (area, code) => {
    for (const path of ['/api/openings', '/api/openings/map', '/api/service-points']) {
      const { body } = await get(`${path}?area=${area}`).expect(400);
      expect(body.faults).toEqual(
        expect.arrayContaining([
          { in: 'query', name: 'area', code, detail: expect.stringMatching(/[\u4e00-\u9fff]/) },
        ]),
      );
    }
  });
});
