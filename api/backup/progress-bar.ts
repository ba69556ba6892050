import { SingleBar } from 'cli-progress';
import type { Progress } from '../steps.ts';

/** A bar where there is a terminal, nothing elsewhere. */
export function createProgressBar(what: string): { progress: Progress; stop: () => void } {
  if (!process.stderr.isTTY) return { progress: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: `${what} [{bar}] {percentage}%  {text}`,
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(100, 0, { text: '' });
  return {
    progress: (text, share) => bar.update(Math.round(Math.min(1, share) * 100), { text }),
    stop: () => bar.stop(),
  };
}
