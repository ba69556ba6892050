import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { throughput } from './load.ts';
import { alternate } from './measure.ts';
import type { Served } from './processes.ts';
import { compared, type Line } from './report.ts';
import type { Settings } from './settings.ts';

const run = promisify(execFile);
const clients = 8;

// The ten nearest with what a list shows of them; no facets, no nearest service point.
const statement = `\\set lng random(11925000, 11985000)
\\set lat random(3225000, 3330000)
select o.id, o.code, o.title, o.occupation, e.name, o.headcount, o.salary_min, o.salary_max, o.salary_unit,
       o.education, o.experience, o.employment_type, o.benefits, o.address, o.town, o.published_at, o.confirmed_at,
       o.expires_at, o.place <-> st_setsrid(st_makepoint(:lng / 100000.0, :lat / 100000.0), 4326)::geography as metres
  from openings o join employers e on e.id = o.employer_id
 where o.status = 'published' and o.published_at <= now() and o.expires_at > now()
 order by o.place <-> st_setsrid(st_makepoint(:lng / 100000.0, :lat / 100000.0), 4326)::geography
 limit 10;
`;

/** Transactions a second of a script, prepared; seconds are whole ones, at least one. */
export async function pgbench(
  url: string,
  script: string,
  clients: number,
  seconds: number,
): Promise<number> {
  const duration = String(Math.max(1, Math.round(seconds)));
  const { stdout } = await run('pgbench', [
    ...['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', duration, '-f', script, url],
  ]);
  return Number(/tps = ([\d.]+)/.exec(stdout)![1]);
}

/** The whole answer over HTTP beside PostgreSQL alone with the statement for its ten rows, prepared. */
export async function nearestByPgbench(
  settings: Settings,
  of: { url: string; server: Served; paths: readonly string[]; what: string },
): Promise<Line> {
  const { sliceSeconds, rounds, told, directory } = settings;
  told(`${of.what}，pgbench`);
  const file = join(directory, 'nearest.sql');
  await writeFile(file, statement);
  const rows = () => pgbench(of.url, file, clients, sliceSeconds);
  await rows();
  const comparison = await alternate(
    [
      {
        name: 'ours',
        slice: () => throughput(of.server.url, of.paths, sliceSeconds, { connections: clients }),
      },
      { name: 'pgbench', slice: rows },
    ],
    rounds,
  );
  const note = `对照：pgbench -M prepared -c ${clients}，只取十行，没有筛选数和服务点，占两个核`;
  return compared('nearest', of.what, comparison, { unit: '/秒', atLeast: 0.5, note });
}
