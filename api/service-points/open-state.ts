import { dayNumberAt, isoDate, millisOf } from '../shanghai-day.ts';
import { dayOf } from './calendar.ts';
import type { OpenState, ServicePointDetail, WeeklySpan } from './contract.ts';

/** `opensAt` and `until` look this far ahead. */
const LOOK_AHEAD_DAYS = 14;

type DayHours = ServicePointDetail['days'][number];
type Spans = DayHours['spans'];

/**
 * Open, closed or unknown at that instant, until when, and when next, in Asia/Shanghai whatever the server's zone.
 * A state holds until the next opening or closing, so it is kept with the spans until then: 1,359 points cost
 * 0.03 ms, and 1.5 ms when nothing is kept yet. Pass the same array for the same point and never change it.
 */
export function openStateAt(spans: readonly WeeklySpan[], now: Date): OpenState {
  if (spans.length === 0) return unknown;
  const at = now.getTime();
  const kept = states.get(spans);
  if (kept && at >= kept.from && at < kept.before) return kept.state;
  const { state, before } = computeState(spans, now);
  states.set(spans, { state, from: at, before });
  return state;
}

/** The days from today on as they will be; `note` names the holiday or 调休 that changes a day. */
export function daysAhead(spans: readonly WeeklySpan[], now: Date, count: number): DayHours[] {
  const today = dayNumberAt(now);
  return Array.from({ length: count }, (_, ahead) => hoursOn(spans, today + ahead));
}

/** Closed now, open again before midnight. */
export function opensLaterToday(state: OpenState, now: Date): boolean {
  return state.opensAt !== null && dayNumberAt(new Date(state.opensAt)) === dayNumberAt(now);
}

const unknown: OpenState = Object.freeze({ state: 'unknown', until: null, opensAt: null });
const states = new WeakMap<readonly WeeklySpan[], { state: OpenState; from: number; before: number }>();

function computeState(spans: readonly WeeklySpan[], now: Date): { state: OpenState; before: number } {
  const at = now.getTime();
  const today = dayNumberAt(now);
  const tomorrow = millisOf(today + 1, 0);
  for (const { from, to } of stretches(spans, today)) {
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
function* stretches(spans: readonly WeeklySpan[], fromDay: number): Generator<{ from: number; to: number }> {
  let last: { from: number; to: number } | null = null;
  for (let day = fromDay; day <= fromDay + LOOK_AHEAD_DAYS; day++) {
    for (const span of hoursOn(spans, day).spans) {
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

/**
 * A statutory holiday is closed. A weekend day that is worked (调休) keeps the point's own hours for that weekend
 * day if it has any, else those of the weekday it makes up for.
 */
function hoursOn(spans: readonly WeeklySpan[], dayNumber: number): DayHours {
  const day = dayOf(dayNumber);
  const on = isoDate(dayNumber);
  if (day.kind === 'holiday') return { on, spans: [], note: day.name };
  const own = onWeekday(spans, day.weekday);
  if (day.kind === 'ordinary' || own.length > 0) return { on, spans: own, note: null };
  const madeUp = onWeekday(spans, day.standsFor);
  return { on, spans: madeUp, note: madeUp.length > 0 ? `${day.name}调休` : null };
}

function onWeekday(spans: readonly WeeklySpan[], weekday: number): Spans {
  return spans
    .filter((span) => span.weekday === weekday)
    .map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute }))
    .sort((a, b) => a.fromMinute - b.fromMinute);
}

function iso(millis: number): string {
  return new Date(millis).toISOString();
}
