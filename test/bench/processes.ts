import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onAllCores, onCore } from './machine.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const api = fileURLToPath(new URL('../../dist/server/server.mjs', import.meta.url));
const bareExpress = fileURLToPath(new URL('./bare-express.ts', import.meta.url));

/** Servers stand on the first core, what loads them on the second. */
const serverCore = 0;

export type Served = {
  url: string;
  pid: number;
  /** Processor time the process has used so far; what others do to the machine hardly touches it. */
  cpuMs: () => number;
  stop: () => Promise<void>;
};

/**
 * The project's server as `npm start` runs it, with every protection on; only the rate limit is raised, because one
 * address makes all the load (and the server is told of a proxy, because loopback is not limited).
 * @param isFree on all cores: a database inside the server has a thread that would otherwise share the first core with
 *   it, while one outside has both
 */
export async function startServer(env: Record<string, string>, isFree = false): Promise<Served> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jiuye-bench-data-'));
  const command = [process.execPath, ...profiling(), api];
  const served = await listening(isFree ? onAllCores(command) : onCore(serverCore, command), {
    DATA_DIR: dataDir,
    SEED: 'none',
    RATE_LIMIT_PER_MINUTE: '1000000000',
    TRUST_PROXY: '1',
    ...env,
  });
  return {
    ...served,
    async stop() {
      await served.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** With BENCH_PROFILE=directory every server leaves a CPU profile there; such figures are not for a table. */
function profiling(): string[] {
  const directory = process.env.BENCH_PROFILE;
  return directory ? ['--cpu-prof', '--cpu-prof-interval', '500', '--cpu-prof-dir', directory] : [];
}

/** An Express handler that does nothing but send the bytes recorded in a file, path by path. */
export const startBareExpress = (recorded: string): Promise<Served> =>
  listening(onCore(serverCore, [process.execPath, '--import', 'tsx', bareExpress, recorded]), {});

async function listening(command: string[], env: Record<string, string>): Promise<Served> {
  const [program, ...args] = command;
  const child = spawn(program!, args, {
    cwd: root,
    // What the shell has set for the project's own runs does not belong to a measurement.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  child.on('exit', (code, signal) => {
    if (signal !== 'SIGTERM' && code !== 0)
      process.stderr.write(`${command.at(-1)} ended: ${code ?? signal}\n`);
  });
  child.stderr!.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  return { url, pid: child.pid!, cpuMs: () => cpuMsOf(child.pid!), stop: () => stopped(child) };
}

/** User and system time; NaN where there is no /proc. Ticks are 10 ms on Linux. */
function cpuMsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

/** The address that the process says it listens on. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const port = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.on('exit', (code) => reject(new Error(`server ended with ${code}:\n${said}`)));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const impatience = setTimeout(() => child.kill('SIGKILL'), 8000);
    child.once('exit', () => {
      clearTimeout(impatience);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
