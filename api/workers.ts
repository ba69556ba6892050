import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { ConfigFault } from './config.ts';

const mostWorkers = 64;
/** A worker that dies at once would otherwise be made again as fast as the machine can. */
const againAfterMs = 1_000;

/**
 * How many processes `npm start -- --workers N` asks for.
 * @throws ConfigFault in plain words when that makes no sense
 */
export function readWorkers(args: string[], databaseUrl: string | null): number {
  let text: string | undefined;
  try {
    text = parseArgs({ args, options: { workers: { type: 'string' } } }).values.workers;
  } catch (error) {
    throw new ConfigFault(`启动参数只有 --workers：${(error as Error).message}`);
  }
  if (text === undefined) return 1;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostWorkers)
    throw new ConfigFault(`--workers 要 1 到 ${mostWorkers} 的整数`);
  if (count > 1 && databaseUrl === null)
    throw new ConfigFault(
      '内置数据库只能有一个主人，不能开几个进程。要用 --workers，先用 DATABASE_URL 接一个 PostgreSQL。',
    );
  return count;
}

/** Keeps `count` processes running, which take turns at the port; ends them all, in order, when it is told to end. */
export function superviseWorkers(count: number): void {
  let ending = false;
  let alive = 0;
  let hasListened = false;
  const startOne = () => {
    alive++;
    cluster.fork();
  };
  cluster.on('exit', (_worker, code) => {
    alive--;
    // Settings are wrong, or the database is away, from the start: the worker said so, and so would every next one.
    if (!ending && code === 1 && !hasListened) end(1);
    if (ending && alive === 0) process.exit();
    if (!ending) setTimeout(() => !ending && startOne(), againAfterMs);
  });
  cluster.on('listening', () => void (hasListened = true));
  const end = (code: number) => {
    if (ending) return;
    ending = true;
    process.exitCode = code;
    if (alive === 0) process.exit();
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  for (let n = 0; n < count; n++) startOne();
}

/** Which of the processes this is, from 0. A worker that takes the place of another has a later number. */
export const workerNumber = cluster.worker ? cluster.worker.id - 1 : 0;
export const isSupervisor = cluster.isPrimary;
