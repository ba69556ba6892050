import { LRUCache } from 'lru-cache';
import { dayNumberAt, millisOf } from '../shanghai-day.ts';
import type { OpeningsModel } from './model.ts';

/** In bytes, of everything that one keeper remembers; then what was asked for longest ago goes. */
const mostBytes = 32 * 1024 * 1024;
/** A key, its place in the map and what hangs on a value, roughly. */
const besides = 500;

type Stretch = { version: number; from: number; until: number };

/**
 * The stretch of time around an instant in which nothing that is asked of the openings changes: none comes or goes, and
 * the day, which `publishedWithinDays` counts from, does not end. Milliseconds since 1970, the end exclusive.
 */
function stretchAround({ version, columns, length }: OpeningsModel, now: number): Stretch {
  const today = dayNumberAt(new Date(now));
  let [from, until] = [millisOf(today, 0), millisOf(today + 1, 0)];
  for (const column of [columns.publishedAt, columns.expiresAt])
    for (let row = 0; row < length; row++) {
      const at = column[row]!;
      if (at > now) until = Math.min(until, at);
      else from = Math.max(from, at);
    }
  return { version, from, until };
}

const known = new WeakMap<OpeningsModel, Stretch>();

/** The same stretch for all who keep, found once. */
function stretchOf(openings: OpeningsModel, now: number): Stretch {
  const last = known.get(openings);
  if (last && last.version === openings.version && now >= last.from && now < last.until) return last;
  const found = stretchAround(openings, now);
  known.set(openings, found);
  return found;
}

/**
 * Remembers what was made of the openings for a key as long as it is true: until one of them changes, comes or goes, or
 * the day ends. Finding the stretch costs 4 ns an opening and is done once for it.
 * @param ask key (anything JSON can tell apart), maker, and bytes of what was made
 */
export function keepWhileTrue<Args extends unknown[], Value>(
  openings: OpeningsModel,
  ask: (...args: Args) => { key: unknown; make: () => Value; bytesOf: (made: Value) => number },
): (...args: [...Args, now: Date]) => Value {
  const kept = new LRUCache<string, { made: Value }>({ maxSize: mostBytes });
  let stretch: Stretch | null = null;
  return (...all) => {
    const now = (all.pop() as Date).getTime();
    const current = stretchOf(openings, now);
    if (current !== stretch) kept.clear();
    stretch = current;
    const { key, make, bytesOf } = ask(...(all as unknown as Args));
    const text = JSON.stringify(key);
    const known = kept.get(text);
    if (known) return known.made;
    const made = make();
    kept.set(text, { made }, { size: Math.ceil(bytesOf(made)) + text.length + besides });
    return made;
  };
}
