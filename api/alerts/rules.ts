import { findDivision } from '../../geodata/divisions.ts';
import { industryName } from '../openings/industries.ts';
import { Refusal } from '../refusals.ts';
import { dayNumberAt, daysAfter, millisOf } from '../shanghai-day.ts';
import { mostAlerts, type Rhythm, type Wanted } from './contract.ts';

/** Somebody who found work forgets to say so: an alert stops by itself, and says so before. */
export const aliveDays = 90;
export const tellEndDays = 3;
/** One that has stopped can be taken up again so long, then it is forgotten. */
export const endedKeptDays = 7;
/** A link of a message opens the alerts so long; the next message brings a newer one. */
export const linkDays = 30;
/** What came within the last minutes may not be searchable yet: it waits for the next time. */
export const settledMinutes = 10;
export const putLimit = { limit: 30, perSeconds: 86_400 } as const;
export const linkLimit = { limit: 60, perSeconds: 600 } as const;

const daysOf: Record<Rhythm, number> = { daily: 1, weekly: 7 };

/** What was told before this instant is due again: a rhythm counts days of the calendar, not hours. */
export const dueBefore = (rhythm: Rhythm, now: Date): Date =>
  new Date(millisOf(dayNumberAt(now) - daysOf[rhythm] + 1, 0));

export const endOf = (now: Date): Date => daysAfter(now, aliveDays);

/** The same wishes are the same text: nothing empty, benefits in one order. */
export function tidy({ q, literal, benefits, ...rest }: Wanted): Wanted {
  const words = q?.trim().replace(/\s+/g, ' ');
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(words && { q: words, ...(literal && { literal }) }),
    ...(benefits && benefits.length > 0 && { benefits: [...new Set(benefits)].sort() }),
  };
}

/** All of it in words, what decides most first: `电焊工 江都 包住`. */
export function nameOf({ q, occupation, industry, district, town, ...rest }: Wanted): string {
  const { education, experience, salaryMin } = rest;
  const division = town ?? district;
  const parts = [
    q,
    occupation,
    industry && industryName(industry),
    division && findDivision(division)?.shortName,
    rest.employmentType,
    ...(rest.benefits ?? []),
    salaryMin !== undefined && `每月 ${salaryMin} 元以上`,
    education && (education === '不限' ? '不限学历' : education),
    experience && (experience === '不限' ? '不限经验' : experience),
  ];
  return parts.filter(Boolean).join(' ');
}

const longestName = 16;

/** As long as a message has room for, by whole characters: half of one beyond the first plane is no character. */
export function shortNameOf(wanted: Wanted): string {
  const letters = [...nameOf(wanted)];
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : letters.join('');
}

export function refuseMore(active: number): Refusal | null {
  if (active < mostAlerts) return null;
  return new Refusal('conflict', 'alerts.full', `最多留 ${mostAlerts} 个提醒，停掉一个再添`);
}
