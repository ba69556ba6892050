import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../support/postgres-server.ts';
import { JOURNEY_STARTS_AT, shiftedClock } from './clock.ts';

export type System = {
  url: string;
  clockShiftMs: number;
  /** Of a member of the demo city's staff, as the system tells it once when it has started. */
  passwordOf: (login: string) => Promise<string>;
};

const root = fileURLToPath(new URL('../../..', import.meta.url));
const READY_WITHIN_MS = 110_000;

/**
 * The whole system as a person starts it: page built, embedded database with the demo city, one port. Only its clock
 * is ours. `JOURNEY_URL` names one that runs already (and keeps its own time), `JOURNEY_STAFF` what it told of its
 * staff: `guazhou=…,hanjiang=…`.
 */
export async function startSystem(): Promise<System> {
  if (process.env.JOURNEY_URL)
    return {
      url: process.env.JOURNEY_URL,
      clockShiftMs: 0,
      passwordOf: passwordIn(() => process.env.JOURNEY_STAFF ?? '', /=/),
    };
  const env = withoutSettings(process.env);
  await finished(
    spawn(process.execPath, ['--import', 'tsx', 'api/build.ts'], { cwd: root, stdio: 'pipe', env }),
  );
  const clockShiftMs = JOURNEY_STARTS_AT - Date.now();
  const port = await freePort();
  const clock = `data:text/javascript,${encodeURIComponent(shiftedClock(clockShiftMs))}`;
  const leave = new URL('leave-with-parent.ts', import.meta.url).href;
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', clock, '--import', leave, 'api/server.ts'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...env,
        DATA_DIR: await mkdtemp(join(tmpdir(), 'jiuye-journeys-')),
        PORT: String(port),
        HOST: '127.0.0.1',
        SEED: 'demo',
      },
    },
  );
  const told = listenTo(server);
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(url))) {
    if (server.exitCode !== null || Date.now() > deadline)
      throw new Error(`the system did not start:\n${told()}`);
    await sleep(200);
  }
  // The test's process may end while the server still runs: the channel closes and the server follows.
  server.unref();
  server.channel?.unref();
  for (const stream of [server.stdout, server.stderr]) (stream as unknown as { unref(): void }).unref();
  return { url, clockShiftMs, passwordOf: passwordIn(told, /\s+/) };
}

/** Reads a password out of what was told, waiting for it where the system is still starting. */
function passwordIn(told: () => string, between: RegExp): System['passwordOf'] {
  return async (login) => {
    const pattern = new RegExp(`\\b${login}${between.source}([\\w-]{12})`);
    for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await sleep(200)) {
      const found = pattern.exec(told())?.[1];
      if (found) return found;
    }
    throw new Error(`no password of ${login} was told:\n${told()}`);
  };
}

/** Neither the machine's settings nor the test runner's (`NODE_ENV`) decide which system is tested. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours =
    /^(DATABASE_URL|MEILI_|BASEMAP|TIANDITU_KEY|MAP_APPROVAL_NUMBER|PUBLIC_URL|TRUST_PROXY|METRICS_|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}

function listenTo(child: ChildProcess): () => string {
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => void (told += chunk.toString()));
  return () => told;
}

async function finished(child: ChildProcess): Promise<void> {
  const told = listenTo(child);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`building the page failed:\n${told()}`);
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`)
    .then((reply) => reply.ok)
    .catch(() => false);
