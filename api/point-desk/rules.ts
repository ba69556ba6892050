import { isDeepStrictEqual } from 'node:util';
import { findDivision } from '../../geodata/divisions.ts';
import { covers } from '../accounts/jurisdiction.ts';
import type { StaffMember } from '../accounts/viewer.ts';
import { type Fault, Refusal } from '../refusals.ts';
import { dayOf } from '../service-points/calendar.ts';
import type { PointLevel } from '../service-points/contract.ts';
import { dayNumberAt, millisOf } from '../shanghai-day.ts';
import type { PointFacts, PointField } from './contract.ts';
import { hoursFaults } from './hours-rules.ts';
import { refusePin } from './pin.ts';

const DAY_MS = 86_400_000;

/** How long a check is good for, days: few people look after a village's point, many come to a county's. */
export const checkedForDays: Readonly<Record<PointLevel, number>> = { county: 90, town: 120, village: 180 };
/** A point nobody has looked at yet has this long from the day it came, days. */
export const firstCheckDays = 30;

const digitsOf: Readonly<Record<PointLevel, number>> = { county: 6, town: 9, village: 12 };

/** By when somebody should look whether everything about a point is still right. */
export function checkDueAt(point: { level: PointLevel; checkedAt: Date | null; createdAt: Date }): Date {
  const days = point.checkedAt ? checkedForDays[point.level] : firstCheckDays;
  return new Date((point.checkedAt ?? point.createdAt).getTime() + days * DAY_MS);
}

/** A visitor who reports before noon has an answer that day, else on the next day that offices work, by 17:30. */
export function answerDueAt(reportedAt: Date): Date {
  let day = dayNumberAt(reportedAt);
  if (reportedAt.getTime() >= millisOf(day, 12 * 60)) day++;
  while (!isOfficeDay(day)) day++;
  return new Date(millisOf(day, 17 * 60 + 30));
}

function isOfficeDay(dayNumber: number): boolean {
  const day = dayOf(dayNumber);
  return day.kind === 'makeup' || (day.kind === 'ordinary' && day.weekday <= 5);
}

/** Which facts two states of a point differ in. */
export function changedFields(before: PointFacts, after: PointFacts): PointField[] {
  return (Object.keys(after) as PointField[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );
}

/** Names of the facts, for whoever reads what changed. */
export const fieldWords: Readonly<Record<PointField, string>> = {
  name: '名称',
  level: '级别',
  division: '所属地方',
  address: '地址',
  telephones: '电话',
  place: '图上的位置',
  weekly: '开门时间',
  summer: '夏季时间',
  markets: '赶集的日子',
  exceptions: '例外的日子',
  closure: '停办或搬家',
  notices: '公告',
  accessibility: '无障碍',
  services: '服务',
  serviceChanges: '服务的本地说明',
};

/** Facts in the order and form they are stored in, so that the same said differently is the same. */
export function tidy(facts: PointFacts): PointFacts {
  const byTime = <T extends { weekday?: number; fromMinute: number }>(spans: readonly T[]) =>
    [...spans].sort((a, b) => (a.weekday ?? 0) - (b.weekday ?? 0) || a.fromMinute - b.fromMinute);
  const services = [...new Set(facts.services)];
  return {
    ...facts,
    telephones: [...new Set(facts.telephones)],
    weekly: byTime(facts.weekly),
    summer: facts.summer && { ...facts.summer, weekly: byTime(facts.summer.weekly) },
    exceptions: [...facts.exceptions]
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map((days) => ({ ...days, spans: byTime(days.spans) })),
    accessibility: [...new Set(facts.accessibility)],
    services,
    serviceChanges: Object.fromEntries(
      Object.entries(facts.serviceChanges).filter(
        ([name, change]) => services.includes(name) && Object.keys(change).length > 0,
      ),
    ),
  };
}

/**
 * Says no to facts that cannot stand, all faults at once; a pin is looked at when it, or the division, has changed.
 * @param before null for a new point
 */
export function refuseFacts(
  viewer: StaffMember,
  before: PointFacts | null,
  facts: PointFacts,
  pinReason: string,
): Refusal | null {
  const faults = [...divisionFaults(viewer, facts), ...hoursFaults(facts), ...telephoneFaults(facts)];
  if (faults.length > 0) return new Refusal('invalid', 'service-point.faults', faults[0]!.detail, faults);
  const isSamePin =
    before !== null &&
    before.division === facts.division &&
    before.place.lng === facts.place.lng &&
    before.place.lat === facts.place.lat;
  return isSamePin ? null : refusePin(facts.place, facts.division, pinReason);
}

function divisionFaults({ divisions }: StaffMember, { division, level }: PointFacts): Fault[] {
  if (!findDivision(division)) return [fault('division', 'division.unknown', '没有这个地方，从名单里选一个')];
  if (!covers(divisions, division))
    return [fault('division', 'division.foreign', '这个地方不归你管，请那边的人来改')];
  if (division.length !== digitsOf[level])
    return [
      fault('level', 'level.division', '级别和所属地方对不上：区县的选区县，镇街的选镇街，村社区的选村社区'),
    ];
  return [];
}

/** Mobile numbers, fixed lines with their area, and the short ones of public services. */
const telephone = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,5})?|\d{7,8}|1\d{2,4}|[48]00-?\d{3}-?\d{4})$/;

function telephoneFaults({ telephones }: PointFacts): Fault[] {
  return telephones
    .filter((number) => !telephone.test(number.replaceAll(' ', '')))
    .map((number) =>
      fault('telephones', 'telephone.digits', `“${number}”不像电话号码，写成 0514-87654321 或手机号`),
    );
}

function fault(name: string, code: string, detail: string): Fault {
  return { in: 'body', name: `facts.${name}`, code, detail };
}
