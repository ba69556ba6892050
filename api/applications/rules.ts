import { Refusal } from '../refusals.ts';
import {
  type AnswerRate,
  type ApplicationState,
  consentTexts,
  currentConsent,
  type EmployerMove,
  type UnsuitableReason,
} from './contract.ts';

/** Personal data of an application that is over is wiped after so many days (PIPL art. 19: no longer than needed). */
export const keptAfterEndDays = 90;

/** Looked back on for an employer's answer rate. */
export const answerRateDays = 180;
/** An application younger than this may still be answered: it counts as a contact only once it was. */
export const answerWithinDays = 3;
/** Below it a rate says nothing, and one contact could be made out. */
export const fewestContacts = 5;

/** Telephones shown to one address: a person rings a few, a scraper wants them all. */
export const revealLimits = [
  { name: 'phone-reveal', limit: 20, perSeconds: 600 },
  { name: 'phone-reveal-day', limit: 100, perSeconds: 86_400 },
] as const;
/** A terminal in a village hall is one address and many people. */
export const terminalRevealLimits = [{ name: 'phone-reveal-day', limit: 400, perSeconds: 86_400 }] as const;

/** Applications one person may send. */
export const sendLimit = { limit: 60, perSeconds: 86_400 } as const;

const followers: Record<ApplicationState, readonly EmployerMove[]> = {
  new: ['contacted', 'interview', 'hired', 'unsuitable'],
  contacted: ['interview', 'hired', 'unsuitable'],
  interview: ['contacted', 'hired', 'unsuitable'],
  unsuitable: ['contacted', 'interview', 'hired'],
  // Somebody was taken on the day the advert ran out.
  ended: ['hired'],
  hired: [],
  withdrawn: [],
};

/** What the employer may make of it next. */
export function movesFrom(application: {
  state: ApplicationState;
  isWiped: boolean;
}): readonly EmployerMove[] {
  return application.isWiped ? [] : followers[application.state];
}

export function refuseMove(
  application: { state: ApplicationState; isWiped: boolean },
  to: EmployerMove,
  reason: UnsuitableReason | undefined,
): Refusal | null {
  if (to === 'unsuitable' && reason === undefined)
    return new Refusal('invalid', 'application.reason-missing', '选一个原因，对方看得到', [
      { in: 'body', name: 'reason', code: 'application.reason-missing', detail: '选一个原因，对方看得到' },
    ]);
  if (movesFrom(application).includes(to)) return null;
  return application.state === 'withdrawn'
    ? new Refusal('conflict', 'application.withdrawn', '对方已经撤回了，联系方式也删了')
    : new Refusal('conflict', 'application.state', '现在不能这样改，刷新看看最新的');
}

/**
 * A consent holds for the text and the employer that were on the screen.
 * @returns null, or why it does not
 */
export function refuseConsent(
  consent: { version: string; employerId: string },
  employer: { id: string },
): Refusal | null {
  const isCurrent = consent.version === currentConsent && Object.hasOwn(consentTexts, consent.version);
  if (isCurrent && consent.employerId === employer.id) return null;
  return new Refusal('conflict', 'application.consent-old', '同意书或者单位刚刚改过，看一遍再点同意');
}

/** Whether one more application makes enough, so that the opening pauses. */
export function isEnough(openApplications: number, limit: number | null): boolean {
  return limit !== null && openApplications >= limit;
}

/** What is shown of an employer's answers; null where there are too few. */
export function shownAnswerRate(counted: { contacts: number; answered: number }): AnswerRate {
  return counted.contacts >= fewestContacts ? counted : null;
}

const dayMs = 86_400_000;

/** Applications that ended before this have their personal data wiped. */
export function wipeBefore(now: Date): Date {
  return new Date(now.getTime() - keptAfterEndDays * dayMs);
}
