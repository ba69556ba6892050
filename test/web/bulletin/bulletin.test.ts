import { beforeAll, expect, it } from 'vitest';
import type { Bulletin } from '../../../api/bulletins/contract.ts';
import { parseHours } from '../../../api/service-points/hours.ts';
import { groupText, lengths } from '../../../web/bulletin/group-text.ts';
import { hoursInWords, marketInWords } from '../../../web/bulletin/hours-words.ts';
import { placeNamed } from '../../../web/help/places.ts';

beforeAll(() => void ((globalThis as any).document ??= { documentElement: { lang: 'zh-CN' } }));

const item = (title: string, code: string) => ({
  title,
  code,
  employer: { id: '1', name: '禾渡配件厂' },
  salary: { min: 6000, max: 8000, unit: '月', monthlyMin: 6000, monthlyMax: 8000 },
  distanceMetres: 600,
});
const bulletin = (count: number) =>
  ({
    fromDay: '2026-11-17',
    toDay: '2026-11-23',
    withinMetres: 3000,
    total: count,
    positions: count * 2,
    point: { name: '永安村就业服务站', telephones: ['0514-80000118'] },
    items: Array.from({ length: count }, (_, number) => item(`电焊工 ${number}`, 'K7M2QX')),
    others: [],
  }) as unknown as Bulletin;

it('a message says who, how much, how far and the code, then where to ask', () => {
  expect(groupText(bulletin(1), 'https://jiuye.example/', lengths.short)).toBe(
    `【永安村就业服务站】
11 月 17 日到 11 月 23 日，离站 3 公里以内，1 个岗位招 2 人
1. 电焊工 0 6000–8000 元/月
   禾渡配件厂，600 米，编号 K7M 2QX
手机打开 jiuye.example/c 输编号，或在服务终端输编号。
问站里：0514-8000 0118
谁要你先交钱，都别交。`,
  );
});

it.each(Object.values(lengths))(
  'a message of %d characters is no longer, and says how many are left',
  (most) => {
    const text = groupText(bulletin(60), 'https://jiuye.example', most);
    expect([...text].length).toBeLessThanOrEqual(most);
    const shown = text.match(/编号 K7M 2QX/g)!.length;
    expect(text).toContain(`还有 ${60 - shown} 个`);
    expect(shown).toBeGreaterThan(2);
  },
);

it('no address in it follows anybody', () => {
  expect(groupText(bulletin(9), 'https://jiuye.example', 1200)).not.toMatch(/https?:|\?/);
});

it.each([
  ['一至五 08:30-11:30 14:00-17:30', ['周一到周五 8:30–11:30，14:00–17:30']],
  ['一、三、五 08:30-11:30', ['周一、周三、周五 8:30–11:30']],
  ['一至五 08:30-17:00; 六 09:00-11:30', ['周一到周五 8:30–17:00', '周六 9:00–11:30']],
])('%s is said as %s', (hours, said) => {
  expect(hoursInWords(parseHours(hours))).toEqual(said);
});

it('a market on the threes and eights is said as in the village', () => {
  const span = { fromMinute: 420, toMinute: 690, weekdays: [] };
  expect(marketInWords({ ...span, lunarDays: [3, 8, 13, 18, 23, 28] })).toBe(
    '逢农历三、八赶集也开 7:00–11:30',
  );
  expect(marketInWords({ ...span, lunarDays: [1, 15] })).toBe('逢农历 1、15 赶集也开 7:00–11:30');
});

it('a place named at the desk is a town or village, or the point when nothing is said', () => {
  const seat = { lng: 119.38, lat: 32.25 };
  const point = { lng: 119.4, lat: 32.3 };
  const places = [{ name: '瓜洲镇', shortName: '瓜洲', seat }];
  expect(placeNamed(' ', places, point)).toBe(point);
  for (const typed of ['瓜洲镇', '瓜洲', '瓜']) expect(placeNamed(typed, places, point)).toBe(seat);
  expect(placeNamed('上海', places, point)).toBeNull();
});
