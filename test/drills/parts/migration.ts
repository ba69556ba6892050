import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { knownMigrations } from '../../../api/db/migrate.ts';
import { freePort } from '../../support/postgres-server.ts';
import { createCluster } from '../cluster.ts';
import type { DrillOptions, Line } from '../report.ts';
import { createServerProcess } from '../server.ts';

/** The tables an unbroken start makes, as one text: what a start that was cut off has to come to as well. */
const schemaOf = `
  select md5(string_agg(line, E'\\n' order by line)) as schema from (
    select format('%s.%s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i', 'v')
    union all
    select conname || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace) as lines`;

/** kill -9 of the server, and of the database under it, while tables are made; the next start completes them. */
export async function migration({ rounds }: DrillOptions): Promise<Line[]> {
  const cluster = await createCluster();
  const admin = () => new pg.Client({ connectionString: cluster.url });
  const names = await knownMigrations();
  const urlOf = (database: string) => cluster.url.replace(/postgres$/, database);
  async function create(database: string) {
    const client = admin();
    await client.connect();
    await client.query(`create database ${database}`);
    await client.end();
  }
  async function read(database: string): Promise<{ schema: string; done: number }> {
    const client = new pg.Client({ connectionString: urlOf(database) });
    await client.connect();
    const { schema } = (await client.query<{ schema: string }>(schemaOf)).rows[0]!;
    const done = (await client.query<{ n: number }>('select count(*)::int as n from migrations')).rows[0]!.n;
    await client.end();
    return { schema, done };
  }
  try {
    await create('whole');
    const first = createServerProcess({ DATABASE_URL: urlOf('whole') }, await freePort());
    const wholeMs = await first.start();
    await first.stop();
    const whole = await read('whole');
    if (whole.done !== names.length) throw new Error('对照没过：没有中断的启动也没有建全表');

    const lines: Line[] = [];
    for (const killed of ['api', 'database'] as const) {
      let same = 0;
      for (let round = 0; round < rounds; round++) {
        const database = `cut_${killed}_${round}`;
        await create(database);
        const server = createServerProcess({ DATABASE_URL: urlOf(database) }, await freePort());
        const started = server.start().catch(() => null);
        await sleep(Math.random() * wholeMs);
        if (killed === 'database') await cluster.kill();
        await server.kill();
        await started;
        if (killed === 'database') await cluster.start();
        await server.start();
        await server.stop();
        const after = await read(database);
        if (after.schema === whole.schema && after.done === whole.done) same++;
      }
      lines.push({
        part: 'migration',
        what: `${killed} × migration`,
        times: rounds,
        found: `再启动以后表结构一样 ${same}`,
        ok: same === rounds,
      });
    }
    return lines;
  } finally {
    await cluster.remove();
  }
}
