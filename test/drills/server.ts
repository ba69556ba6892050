import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The project's server as `npm start` runs it, which can be killed and started again at the same address. */
export type Server = {
  url: string;
  pid: () => number;
  /** Resolves when it answers; ms that took. */
  start: () => Promise<number>;
  kill: () => Promise<void>;
  stop: () => Promise<void>;
  said: () => string;
};

const longestStartMs = 90_000;

export function createServerProcess(env: Record<string, string>, port: number, args: string[] = []): Server {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let said = '';
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    url,
    pid: () => child!.pid!,
    async start() {
      const began = performance.now();
      child = spawn(process.execPath, ['dist/server/server.mjs', ...args], {
        cwd: root,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          HOST: '127.0.0.1',
          PORT: String(port),
          SEED: 'none',
          RATE_LIMIT_PER_MINUTE: '0',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      said = '';
      for (const stream of [child.stdout!, child.stderr!])
        stream.on('data', (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-4000)));
      while (performance.now() - began < longestStartMs) {
        if (await isUp(url)) return performance.now() - began;
        if (child.exitCode !== null || child.signalCode !== null) break;
        await sleep(20);
      }
      throw new Error(`服务器没有起来：\n${said}`);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    said: () => said,
  };
}

export async function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) }).then(
    (reply) => reply.ok,
    () => false,
  );
}

/** Runs one of the project's commands; what it said and how it ended. */
export function runCommand(
  file: string,
  args: string[],
  env: Record<string, string>,
): { done: Promise<{ code: number | null; said: string }>; kill: () => void } {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, SEED: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const done = once(child, 'exit').then(([code]) => ({ code: code as number | null, said }));
  return { done, kill: () => void child.kill('SIGKILL') };
}
