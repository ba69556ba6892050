import { dayNumberAt, isoDate } from '../api/shanghai-day.ts';
import { parseHours } from '../api/service-points/hours.ts';
import type { Accessibility } from '../api/service-points/contract.ts';
import type { NewServicePoint } from '../api/service-points/store.ts';
import { type Chance, createChance } from './chance.ts';
import type { Database } from '../api/db/database.ts';
import { insertMistake } from '../api/point-desk/mistake-store.ts';
import { answerDueAt } from '../api/point-desk/rules.ts';
import { addTask } from '../api/tasks/store.ts';
import { makePoints } from './points.ts';
import { exceptionNotes, mistakes, noticeTexts, templates } from './point-words.ts';
import { findDemoPoints, type KeptFacts, putKept, putTemplates } from './store.ts';

const DAY_MS = 86_400_000;

/** 农历 days of markets as towns have them. */
const marketDays = [
  [1, 6],
  [2, 7],
  [3, 8],
  [4, 9],
  [5, 10],
].map((pair) =>
  Array.from({ length: 30 }, (_, day) => day + 1).filter((day) => pair.some((of) => (day - of) % 10 === 0)),
);

/** Puts what staff would have kept on the demo's points, again on a later day; returns the points it changed. */
export async function keepDemoPoints(tx: Database, now: Date): Promise<number[]> {
  await putTemplates(tx, templates);
  return putKept(tx, makeKept(makePoints(), now));
}

/** Five visitors have found something wrong this morning. */
export async function reportDemoMistakes(tx: Database, now: Date): Promise<void> {
  const chance = createChance(5);
  const all = await findDemoPoints(tx);
  // Two of them where the demo's own staff of a town works.
  const ofGuazhou = all.filter(({ division }) => division.startsWith('321003103'));
  const points = [...chance.some(ofGuazhou, 2), ...chance.some(all, mistakes.length - 2)];
  for (const [index, { id, division }] of points.entries()) {
    const { about, text } = mistakes[index]!;
    const dueAt = answerDueAt(now);
    const report = { pointId: id, about, text, phone: null, reportedAt: now, dueAt };
    const reportId = await insertMistake(tx, report);
    const subject = { servicePointId: id, reportId };
    await addTask(tx, { kind: 'mistake-report', division, subject, dueAt, note: text }, now);
  }
}

/**
 * What staff would have kept of the demo's points: when each was checked, half a dozen that are shut or have moved,
 * market days of villages, summer hours of towns, notices. Dates count from `now`.
 */
function makeKept(points: readonly NewServicePoint[], now: Date): KeptFacts[] {
  const chance = createChance(20_261_123);
  return points.map((point) => makeOne(chance, point, now));
}

function makeOne(chance: Chance, point: NewServicePoint, now: Date): KeptFacts {
  const today = dayNumberAt(now);
  const day = (ahead: number) => isoDate(today + ahead);
  const isVillage = point.level === 'village';
  const goodFor = { county: 90, town: 120, village: 180 }[point.level];
  // Five in a hundred are overdue: there is something to do.
  const daysAgo = chance.happens(0.05) ? goodFor + chance.between(1, 40) : chance.between(1, goodFor - 3);
  const shutFrom = chance.between(-4, 6);
  const isShut = chance.happens(0.006);
  const trainingIn = chance.between(1, 12);
  return {
    externalId: point.externalId,
    checkedAt: new Date(now.getTime() - daysAgo * DAY_MS).toISOString(),
    accessibility: accessibilityOf(chance, point.level),
    summer:
      point.level === 'town' && point.hours.length > 0
        ? { from: '05-01', to: '09-30', weekly: parseHours('一至五 08:30-12:00 14:30-18:00') }
        : null,
    markets:
      isVillage && chance.happens(0.04)
        ? [{ lunarDays: chance.pick(marketDays), weekdays: [], fromMinute: 420, toMinute: 660 }]
        : [],
    exceptions: chance.happens(0.04)
      ? [{ from: day(trainingIn), to: day(trainingIn), spans: [], note: chance.pick(exceptionNotes) }]
      : [],
    closure: isShut
      ? {
          from: day(shutFrom),
          to: day(shutFrom + chance.between(5, 20)),
          reason: chance.pick(['搬家', '装修', '房屋维修']),
          movedTo: chance.happens(0.7) ? '镇便民服务中心 1 楼' : null,
        }
      : null,
    notices: chance.happens(isVillage ? 0.04 : 0.3)
      ? [{ text: chance.pick(noticeTexts), from: day(-2), to: day(chance.between(4, 20)) }]
      : [],
  };
}

function accessibilityOf(chance: Chance, level: NewServicePoint['level']): Accessibility[] {
  if (level === 'village')
    return [...(chance.happens(0.6) ? (['no-steps'] as const) : (['ramp'] as const)), 'seats'];
  return [
    'ramp',
    'lift',
    'accessible-toilet',
    'seats',
    ...(chance.happens(0.7) ? (['parking'] as const) : []),
  ];
}
