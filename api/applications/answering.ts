import type { Database } from '../db/database.ts';
import { callersDays } from '../freshness/rules.ts';
import { daysBefore } from '../shanghai-day.ts';
import type { Answering } from './contract.ts';
import { answerRateDays, answerWithinDays, shownAnswerRate } from './rules.ts';
import { findHeard } from './store.ts';

/** How the employer of an opening answers, for the opening's page. */
export async function findAnswering(
  db: Database,
  opening: { id: number; employerId: number },
  now: Date,
): Promise<Answering> {
  const { contacts, answered, isOnline, ...callers } = await findHeard(db, opening, {
    contacts: daysBefore(now, answerRateDays),
    unanswered: daysBefore(now, answerWithinDays),
    callers: daysBefore(now, callersDays),
  });
  return { rate: shownAnswerRate({ contacts, answered }), isOnline, callers };
}
