import { millisOf } from '../shanghai-day.ts';

const dayMs = 86_400_000;

/** A visit as a phone's calendar keeps it. Instants are milliseconds since 1970. */
export type VisitEvent = {
  uid: string;
  summary: string;
  location: string;
  description: string;
  place: { lng: number; lat: number };
  url: string | null;
  startsAt: number;
  endsAt: number;
};

type Day = { on: string; spans: readonly { fromMinute: number; toMinute: number }[] };

/**
 * The span of opening hours to come for: the next that has not ended, or the first of the day asked for.
 * null where the point does not open in those days.
 */
export function nextVisit(
  days: readonly Day[],
  now: Date,
  on?: string,
): { startsAt: number; endsAt: number } | null {
  for (const day of days) {
    if (on !== undefined && day.on !== on) continue;
    const dayNumber = Date.parse(`${day.on}T00:00:00Z`) / dayMs;
    for (const { fromMinute, toMinute } of day.spans) {
      const endsAt = millisOf(dayNumber, toMinute);
      if (endsAt > now.getTime()) return { startsAt: millisOf(dayNumber, fromMinute), endsAt };
    }
  }
  return null;
}

/** RFC 5545: one event in Asia/Shanghai, with an alarm an hour before. */
export function toICalendar(event: VisitEvent, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//jiuye-e-map//visit//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Shanghai',
    // China has had no summer time since 1991.
    'BEGIN:STANDARD',
    'DTSTART:19910915T000000',
    'TZOFFSETFROM:+0800',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utc(now.getTime())}`,
    `DTSTART;TZID=Asia/Shanghai:${local(event.startsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${local(event.endsAt)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `LOCATION:${escaped(event.location)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `GEO:${event.place.lat.toFixed(6)};${event.place.lng.toFixed(6)}`,
    ...(event.url ? [`URL:${event.url}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.summary)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Lines end after 75 octets and go on with a space; a hanzi is three octets and is not cut through. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

const compact = (millis: number) => new Date(millis).toISOString().replace(/[-:]|\.\d{3}Z/g, '');
const utc = (millis: number) => `${compact(millis)}Z`;
const local = (millis: number) => compact(millis + 8 * 3_600_000);
