import { expect, test } from 'vitest';
import { seedCity } from '../../seeds/city.ts';
import { describeWithDatabase, useDatabase } from '../support/database.ts';

const dayMs = 86_400_000;

describeWithDatabase('seeding the demo city', () => {
  const database = useDatabase();
  const today = new Date();

  /** Everything that a second seeding might touch, in one comparable row. */
  async function fingerprint() {
    const { rows } = await database.pool.query<Record<string, string>>(
      `select (select count(*) from employers)::int as employers,
              (select count(*) from service_points)::int as points,
              (select count(*) from openings)::int as openings,
              (select md5(string_agg(o::text, '|' order by external_id)) from openings o) as opening_rows,
              (select md5(string_agg(s::text, '|' order by external_id)) from service_points s) as point_rows`,
    );
    return rows[0];
  }

  async function countVisible(now: Date): Promise<number> {
    const { rows } = await database.pool.query<{ count: number }>(
      `select count(*)::int as count from openings where status = 'published' and expires_at > $1`,
      [now],
    );
    return rows[0]!.count;
  }

  test('an empty database gets 1,359 points, its employers and 3,455 openings to see', async () => {
    await seedCity(database.pool, { now: today });
    expect(await fingerprint()).toMatchObject({ employers: 1426, points: 1359, openings: 3715 });
    expect(await countVisible(today)).toBe(3455);
  });

  test('a second time on the same day changes nothing', async () => {
    const before = await fingerprint();
    expect(await seedCity(database.pool, { now: today })).toBe('今天的已备好');
    expect(await fingerprint()).toEqual(before);
  });

  test('ninety days later the dates move on: the same openings are there to see, expired ones stay expired', async () => {
    const later = new Date(today.getTime() + 90 * dayMs);
    expect(await countVisible(later)).toBe(0);
    expect(await seedCity(database.pool, { now: later })).toBe('日期后移 90 天');
    expect(await countVisible(later)).toBe(3455);
    const { rows } = await database.pool.query<{ early: number }>(
      `select count(*)::int as early from openings where published_at > $1 or confirmed_at > $1`,
      [later],
    );
    expect(rows[0]!.early).toBe(0);
    expect(await seedCity(database.pool, { now: later })).toBe('今天的已备好');
  });
});
