import type { Database } from '../db/database.ts';
import { callersDays, daysBefore } from '../freshness/rules.ts';
import { countCallers } from '../freshness/store.ts';
import type { Answering } from './contract.ts';
import { answerRateDays, answerWithinDays, shownAnswerRate } from './rules.ts';
import { countAnswers, hasMembers } from './store.ts';

/** How the employer of an opening answers, for the opening's page. */
export async function findAnswering(
  db: Database,
  opening: { id: number; employerId: number },
  now: Date,
): Promise<Answering> {
  const { id, employerId } = opening;
  const counted = await countAnswers(
    db,
    employerId,
    daysBefore(now, answerRateDays),
    daysBefore(now, answerWithinDays),
  );
  const heard = await countCallers(db, id, daysBefore(now, callersDays));
  return {
    rate: shownAnswerRate(counted),
    isOnline: await hasMembers(db, employerId),
    callers: { hiring: heard.hiring ?? 0, full: heard.full ?? 0, noAnswer: heard['no-answer'] ?? 0 },
  };
}
