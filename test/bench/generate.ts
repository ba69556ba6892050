import type pg from 'pg';
import { migrate } from '../../api/db/migrate.ts';
import { createPool } from '../../api/db/pool.ts';
import { transact } from '../../api/db/transact.ts';
import { type NewEmployer, type NewOpening, putEmployers, putOpenings } from '../../api/openings/store.ts';
import { putServicePoints } from '../../api/service-points/store.ts';
import { makePoints } from '../../seeds/points.ts';
import type { Cluster } from './cluster.ts';
import { generateOpenings } from './openings.ts';

/** Another value means that what lies in the cluster is made again. */
const generation = 'jiuye bench 2';
const batchRows = 2000;

export const databaseOf = (size: number): string => `bench_${size}`;

/** Makes the database of a size unless it is there whole. @returns its address */
export async function ensureGenerated(
  cluster: Cluster,
  size: number,
  told: (text: string) => void,
): Promise<string> {
  const name = databaseOf(size);
  const url = cluster.urlOf(name);
  const admin = createPool({ connectionString: cluster.urlOf('postgres') }, 2);
  try {
    if (!((await isOfThisMaking(admin, name)) && (await isWhole(url, size)))) {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.query(`create database ${name}`);
      const pool = createPool({ connectionString: url }, 2);
      await fill(pool, size, told).finally(() => pool.end());
      await admin.query(`comment on database ${name} is '${generation}'`);
    }
  } finally {
    await admin.end();
  }
  // Migrations written since the data was made.
  const pool = createPool({ connectionString: url }, 2);
  await migrate(pool);
  await pool.end();
  return url;
}

async function isOfThisMaking(admin: pg.Pool, name: string): Promise<boolean> {
  const { rows } = await admin.query<{ comment: string | null }>(
    `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
    [name],
  );
  return rows[0]?.comment === generation;
}

/** Whether every opening is still there to be seen. */
async function isWhole(url: string, size: number): Promise<boolean> {
  const pool = createPool({ connectionString: url }, 1);
  const { rows } = await pool
    .query<{ count: number }>(`select count(*)::int as count from openings where status = 'published'`)
    .finally(() => pool.end());
  return rows[0]!.count === size;
}

/** Puts a city of so many openings into an empty database; one of none has no service points either. */
export async function fill(pool: pg.Pool, size: number, told: (text: string) => void): Promise<void> {
  await migrate(pool);
  if (size > 0) await transact(pool, (tx) => putServicePoints(tx, makePoints(), 'bench'));
  let employers = new Map<string, NewEmployer>();
  let openings: NewOpening[] = [];
  let done = 0;
  const write = async () => {
    await transact(pool, async (tx) => {
      await putEmployers(tx, [...employers.values()]);
      await putOpenings(tx, openings);
    });
    done += openings.length;
    told(`生成 ${done} / ${size}`);
    employers = new Map();
    openings = [];
  };
  for (const { employer, opening } of generateOpenings(size)) {
    employers.set(employer.creditCode, employer);
    openings.push(opening);
    if (openings.length === batchRows) await write();
  }
  if (openings.length > 0) await write();
  // The read models load everything at start; a change row for each would only be read for nothing.
  await pool.query('truncate outbox');
  await pool.query('vacuum (analyze) openings, employers, service_points');
}
