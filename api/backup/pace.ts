import { setTimeout as sleep } from 'node:timers/promises';

/** Rests when it is called, so that those whom a long work would hold up come first. */
export type Pace = () => Promise<void>;

/** Where nobody is held up. */
export const atOnce: Pace = () => Promise.resolve();

/**
 * Rests several times as long as was worked since the last rest. The system's own priority does not reach a database,
 * which works for a backup as for a page.
 * @param times 4 leaves a fifth of one core to the work
 */
export function restingPace(times: number): Pace {
  let since = performance.now();
  return async () => {
    await sleep(times * (performance.now() - since));
    since = performance.now();
  };
}
