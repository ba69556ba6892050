import type { OpenState, ServicePointItem } from '../../api/service-points/contract.ts';
import type { HouseState, TerminalState } from '../ui/icons.tsx';
import { formatTime, localTime } from './clock.ts';
import { words } from './words.ts';

/** What the house looks like: closed now but opening again today is `later`. */
export function houseState(open: OpenState, now: Date): HouseState {
  if (open.state === 'open') return 'open';
  if (open.state === 'unknown') return 'unknown';
  if (open.opensAt && localTime(open.opensAt).dayNumber === localTime(now).dayNumber) return 'later';
  return 'closed';
}

export function terminalState(terminals: { installed: number; working: number }): TerminalState {
  if (terminals.working > 0) return 'working';
  return terminals.installed > 0 ? 'broken' : 'none';
}

/** `服务终端可用`, `终端没声音，可能坏了`, `终端坏了，昨天报修`. */
export function terminalSentence(
  { installed, working, fault, faultSince }: ServicePointItem['terminals'],
  now: Date,
): string {
  if (working > 0) return words.terminalWorking;
  if (installed === 0) return words.terminalNone;
  if (fault === 'silent') return words.terminalSilent;
  if (faultSince === null) return words.terminalBroken;
  const since = localTime(faultSince);
  const daysAgo = localTime(now).dayNumber - since.dayNumber;
  if (daysAgo <= 0) return words.terminalReported(words.terminalReportedToday);
  if (daysAgo === 1) return words.terminalReported(words.yesterday);
  return words.terminalReported(words.monthDay(since.month, since.day));
}

/** `14:00 开门`, `明天 8:30 开门`, `今天不开，周五 8:30 开`, or that nobody wrote the hours down. */
export function formatOpening(open: OpenState, now: Date): string {
  if (open.state === 'unknown') return words.hoursMissing;
  if (open.state === 'open') return open.until ? words.openUntil(formatTime(open.until)) : words.open;
  if (!open.opensAt) return words.closedLong;
  const today = localTime(now);
  const opens = localTime(open.opensAt);
  const time = formatTime(open.opensAt);
  const inDays = opens.dayNumber - today.dayNumber;
  if (inDays <= 0) return words.opensToday(time);
  if (inDays === 1) return words.opensTomorrow(time);
  if (inDays < 7) return words.opensOn(words.weekdays[opens.weekday - 1] ?? '', time);
  return words.opensOn(words.monthDay(opens.month, opens.day), time);
}

/** The part after 服务点 on a card, short: `600 米，开到 17:30`. */
export function formatNearestPoint(point: { distance: string; open: OpenState }, now: Date): string {
  const { open, distance } = point;
  if (open.state === 'open' && open.until) return words.pointOpenUntil(distance, formatTime(open.until));
  if (open.state === 'open') return words.pointAt(distance);
  if (open.state === 'closed' && open.opensAt) {
    const inDays = localTime(open.opensAt).dayNumber - localTime(now).dayNumber;
    const time = formatTime(open.opensAt);
    if (inDays <= 0) return words.pointOpens(time);
    if (inDays === 1) return words.pointOpens(words.tomorrowAt(time));
    if (inDays < 7) return words.pointOpens(`${words.weekdays[localTime(open.opensAt).weekday - 1]} ${time}`);
  }
  return words.pointAt(distance);
}
