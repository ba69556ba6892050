import { dayNumberAt, millisOf } from '../shanghai-day.ts';
import type { OpenState, ServicePointDetail } from './contract.ts';
import { hasHours, hoursOn, type HoursPlan } from './plan.ts';

/** `opensAt` and `until` look this far ahead. */
const LOOK_AHEAD_DAYS = 14;

type DayHours = ServicePointDetail['days'][number];

/**
 * Open, closed or unknown at that instant, until when, and when next, in Asia/Shanghai whatever the server's zone.
 * A state holds until the next opening or closing, so it is kept with the plan until then: 1,359 points cost
 * 0.03 ms, and 1.5 ms when nothing is kept yet. Pass the same plan for the same point and never change it.
 */
export function openStateAt(plan: HoursPlan, now: Date): OpenState {
  if (!hasHours(plan)) return unknown;
  const at = now.getTime();
  const kept = states.get(plan);
  if (kept && at >= kept.from && at < kept.before) return kept.state;
  const { state, before } = computeState(plan, now);
  states.set(plan, { state, from: at, before });
  return state;
}

/** The days from today on as they will be; `note` says what changes a day: a holiday, 调休, a market, an exception. */
export function daysAhead(plan: HoursPlan, now: Date, count: number): DayHours[] {
  const today = dayNumberAt(now);
  return Array.from({ length: count }, (_, ahead) => hoursOn(plan, today + ahead));
}

/** Closed now, open again before midnight. */
export function opensLaterToday(state: OpenState, now: Date): boolean {
  return state.opensAt !== null && dayNumberAt(new Date(state.opensAt)) === dayNumberAt(now);
}

const unknown: OpenState = Object.freeze({ state: 'unknown', until: null, opensAt: null });
const states = new WeakMap<HoursPlan, { state: OpenState; from: number; before: number }>();

function computeState(plan: HoursPlan, now: Date): { state: OpenState; before: number } {
  const at = now.getTime();
  const today = dayNumberAt(now);
  const tomorrow = millisOf(today + 1, 0);
  for (const { from, to } of stretches(plan, today)) {
    if (to <= at) continue;
    if (from > at) return { state: { state: 'closed', until: null, opensAt: iso(from) }, before: from };
    // A point that does not close as far as we look has no `until`; it is asked again tomorrow.
    if (to >= millisOf(today + LOOK_AHEAD_DAYS + 1, 0))
      return { state: { state: 'open', until: null, opensAt: null }, before: tomorrow };
    return { state: { state: 'open', until: iso(to), opensAt: null }, before: to };
  }
  return { state: { state: 'closed', until: null, opensAt: null }, before: tomorrow };
}

/** The times a point is open from that day on, in order; what touches (also at midnight) is one stretch. */
function* stretches(plan: HoursPlan, fromDay: number): Generator<{ from: number; to: number }> {
  let last: { from: number; to: number } | null = null;
  for (let day = fromDay; day <= fromDay + LOOK_AHEAD_DAYS; day++) {
    for (const span of hoursOn(plan, day).spans) {
      const from = millisOf(day, span.fromMinute);
      const to = millisOf(day, span.toMinute);
      if (last !== null && last.to === from) last.to = to;
      else {
        if (last) yield last;
        last = { from, to };
      }
    }
  }
  if (last) yield last;
}

function iso(millis: number): string {
  return new Date(millis).toISOString();
}
