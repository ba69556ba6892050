import { expect, it } from 'vitest';
import { nextVisit, toICalendar } from '../../../api/bulletins/calendar.ts';

const days = [
  {
    on: '2026-11-23',
    spans: [
      { fromMinute: 510, toMinute: 690 },
      { fromMinute: 840, toMinute: 1050 },
    ],
  },
  { on: '2026-11-24', spans: [] },
  { on: '2026-11-25', spans: [{ fromMinute: 510, toMinute: 690 }] },
];
const at = (text: string) => new Date(`${text}+08:00`);

it.each([
  ['before it opens', '2026-11-23T07:00', undefined, '2026-11-23T08:30'],
  ['while it is open', '2026-11-23T10:00', undefined, '2026-11-23T08:30'],
  ['at noon', '2026-11-23T12:00', undefined, '2026-11-23T14:00'],
  ['in the evening before a closed day', '2026-11-23T18:00', undefined, '2026-11-25T08:30'],
  ['for a day of one’s choice', '2026-11-23T10:00', '2026-11-25', '2026-11-25T08:30'],
])('a visit planned %s is for the next opening', (_when, now, on, starts) => {
  expect(nextVisit(days, at(now), on)?.startsAt).toBe(at(starts).getTime());
});

it('there is no visit on a day that is closed, nor where nothing opens', () => {
  expect(nextVisit(days, at('2026-11-23T10:00'), '2026-11-24')).toBeNull();
  expect(nextVisit([], at('2026-11-23T10:00'))).toBeNull();
});

const event = {
  uid: 'visit-1@jiuye-e-map',
  summary: '去瓜洲镇人力资源和社会保障服务所',
  location: '邗江区江口街 1 号, 二楼; 东门',
  description: '带上身份证\n电话 0514-80000001',
  place: { lng: 119.4, lat: 32.25 },
  url: 'https://example.test/p/1',
  startsAt: at('2026-11-23T14:00').getTime(),
  endsAt: at('2026-11-23T17:30').getTime(),
};

it('a calendar reads the visit in the time of Yangzhou', () => {
  const text = toICalendar(event, at('2026-11-23T10:00')).replaceAll('\r\n ', '');
  expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n');
  expect(text).toContain('DTSTAMP:20261123T020000Z\r\n');
  expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261123T140000\r\n');
  expect(text).toContain('DTEND;TZID=Asia/Shanghai:20261123T173000\r\n');
  expect(text).toContain('LOCATION:邗江区江口街 1 号\\, 二楼\\; 东门\r\n');
  expect(text).toContain('DESCRIPTION:带上身份证\\n电话 0514-80000001\r\n');
});

it('no line is longer than 75 octets and no hanzi is cut through', () => {
  const lines = toICalendar({ ...event, description: '带上身份证和毕业证。'.repeat(20) }, new Date()).split(
    '\r\n',
  );
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.join('')).not.toContain('\ufffd');
});

it('a line break in a name begins no line of its own', () => {
  const text = toICalendar({ ...event, summary: '去\r\nATTENDEE:mailto:x' }, new Date());
  expect(text).not.toMatch(/^ATTENDEE/m);
});
