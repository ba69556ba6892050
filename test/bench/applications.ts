import type pg from 'pg';
import { createPool } from '../../api/db/pool.ts';
import { addPeople } from '../drills/city.ts';
import { requestOf } from '../drills/load.ts';
import type { Cluster } from './cluster.ts';
import { ensureGenerated } from './generate.ts';
import { withoutOwnWork } from './index-rows.ts';
import { callPatiently } from './load.ts';
import { type Served, startServer } from './processes.ts';
import type { Settings } from './settings.ts';

/** Two primes: nobody answers an opening twice, and neighbours in time stand far apart in the table. */
const people = 20_011;
const openingStep = 7919;

/** A copy of a size's city in which people apply. */
export type Applying = {
  size: number;
  url: string;
  server: Served;
  /** The next person answers the next opening; resolves when told that it is kept. */
  send: () => Promise<void>;
  /** Accounts and openings from which another program may choose; of the accounts none sends here. */
  others: { accounts: [number, number]; openings: [number, number] };
  /** Refuses when an application that was told to be kept is not there whole, or twice. */
  refuseLost: () => Promise<void>;
  close: () => Promise<void>;
};

/** Copies a generated city, because people who apply change it; the copy is gone with `close`. */
export async function openApplying(settings: Settings, cluster: Cluster, size: number): Promise<Applying> {
  await ensureGenerated(cluster, size, settings.told);
  settings.told(`${size} 个岗位的副本`);
  const dropCopy = await copyOf(cluster, size);
  const url = cluster.urlOf(nameOf(size));
  const pool = createPool({ connectionString: url }, 2);
  try {
    await refuseForgetful(pool);
    const { openings, others } = await fillPeople(pool);
    await withoutOwnWork(url);
    const server = await startServer({ DATABASE_URL: url });
    const city = { openings, people };
    let turn = 0;
    let kept = 0;
    return {
      size,
      url,
      server,
      others,
      async send() {
        const number = turn++;
        const write = { person: number % people, opening: (number * openingStep) % openings.length };
        const { path, ...request } = requestOf(city, write, `bench-write-${number}`);
        await callPatiently(server.url + path, request);
        kept++;
      },
      refuseLost: () => refuseLost(pool, kept, others.accounts[0]),
      async close() {
        await server.stop();
        await pool.end();
        await dropCopy();
      },
    };
  } catch (error) {
    await pool.end();
    await dropCopy();
    throw error;
  }
}

const nameOf = (size: number) => `bench_write_${size}`;

async function copyOf(cluster: Cluster, size: number): Promise<() => Promise<void>> {
  const admin = createPool({ connectionString: cluster.urlOf('postgres') }, 1);
  const drop = () => admin.query(`drop database if exists ${nameOf(size)} with (force)`);
  await drop();
  await admin.query(`create database ${nameOf(size)} template bench_${size}`);
  return async () => {
    await drop();
    await admin.end();
  };
}

/** Who answers before the disk has it would be compared with nobody's duty. */
async function refuseForgetful(pool: pg.Pool): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await pool.query<{ value: string }>(`select current_setting($1) as value`, [setting]);
    if (rows[0]!.value !== 'on') throw new Error(`PostgreSQL 的 ${setting} 没有开`);
  }
}

/** People who are signed in, as many again for whoever is compared, and somebody at each employer to be told. */
async function fillPeople(pool: pg.Pool): Promise<{
  openings: { code: string; employerId: string }[];
  others: Applying['others'];
}> {
  await addPeople(pool, people);
  // Who applies has been reading in that same minute; otherwise every person's first application notes it too.
  await pool.query(`update sessions set seen_at = now() + interval '1 hour'`);
  const { rows } = await pool.query<{ id: number }>(
    `insert into accounts (kind, phone) select 'person', '137' || lpad(n::text, 8, '0')
       from generate_series(1, $1::int) as n returning id::float8 as id`,
    [people],
  );
  await pool.query(
    `with contacts as (
       insert into accounts (kind, phone) select 'person', '136' || lpad(id::text, 8, '0') from employers
       returning id, phone
     )
     insert into employer_members (employer_id, account_id, role, since)
     select e.id, c.id, 'owner', now() from employers e join contacts c on c.phone = '136' || lpad(e.id::text, 8, '0')`,
  );
  await pool.query('vacuum (analyze) accounts, sessions, employer_members');
  const { rows: openings } = await pool.query<{ id: number; code: string; employerId: string }>(
    `select id::float8 as id, code, employer_id::text as "employerId" from openings order by id`,
  );
  const [first, last] = [openings[0]!.id, openings.at(-1)!.id];
  if (last - first + 1 !== openings.length) throw new Error('the numbers of the openings have gaps');
  return {
    openings,
    others: { accounts: [rows[0]!.id, rows.at(-1)!.id], openings: [first, last] },
  };
}

async function refuseLost(pool: pg.Pool, kept: number, firstOther: number): Promise<void> {
  const { rows } = await pool.query<{ there: number; whole: number; keys: number }>(
    `with ours as (select id from applications where account_id < $1::bigint)
     select (select count(*)::int from ours) as there,
            (select count(*)::int from ours
               join application_events e on e.application_id = ours.id
               join application_consents c on c.application_id = ours.id
               join audit_log l on l.entity = 'application' and l.entity_id = ours.id) as whole,
            (select count(*)::int from idempotency_keys where key like 'bench-write-%') as keys`,
    [firstOther],
  );
  const { there, whole, keys } = rows[0]!;
  if ([there, whole, keys].some((count) => count !== kept))
    throw new Error(`${kept} told to be kept: ${there} there, ${whole} whole, ${keys} keys`);
}
