import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const longestMs = 120_000;

export type MeasuredRun = { code: number | null; said: string; tookMs: number; peakMb: number };

/** Runs a command of the project and watches how long it takes and how much memory it had at most. */
export async function runMeasured(
  file: string,
  args: string[],
  env: Record<string, string>,
): Promise<MeasuredRun> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, SEED: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  let peakMb = 0;
  const watch = setInterval(() => void (peakMb = Math.max(peakMb, peakOf(child.pid!))), 20);
  const impatience = setTimeout(() => child.kill('SIGKILL'), longestMs);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  clearTimeout(impatience);
  return { code, said, tookMs: performance.now() - began, peakMb };
}

/** High-water mark of resident memory; 0 where there is no /proc. */
function peakOf(pid: number): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}
