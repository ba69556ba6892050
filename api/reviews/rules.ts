import { covers } from '../accounts/jurisdiction.ts';
import { isAdmitted, type StaffMember } from '../accounts/viewer.ts';
import { Refusal } from '../refusals.ts';
import type { ReviewKind } from './contract.ts';

/** The city itself: whose reviewers look at what has no town. */
export const cityCode = '3210';

/** Whether a member of staff decides about something in a town; null is the city's business. */
export function mayReview(viewer: StaffMember, town: string | null): boolean {
  return isAdmitted('reviewer', viewer) && covers(viewer.divisions, town ?? cityCode);
}

export type Decision = 'approve' | 'return' | 'refuse';

export const stateAfter = { approve: 'approved', return: 'returned', refuse: 'refused' } as const;

/** Says no to a decision that gives no reason, or that lets a code pass which nobody vouched for. */
export function refuseDecision(
  review: { kind: ReviewKind; state: string; codeReason: string | null; codeOverride: string | null },
  decision: { decision: Decision; reasons: readonly string[]; text: string; codeOverride: string },
): Refusal | null {
  if (review.state !== 'waiting')
    return new Refusal('conflict', 'review.decided', '别人已经处理过了，看看结果');
  if (decision.decision !== 'approve' && decision.reasons.length === 0 && decision.text.length < 2)
    return refusal('reasons', 'reason.wanted', '写清为什么，单位要照着改');
  const isCodeOpen = review.codeReason !== null && review.codeOverride === null;
  if (review.kind === 'employer' && decision.decision === 'approve' && isCodeOpen) {
    if (decision.codeOverride.length < 2)
      return refusal('codeOverride', 'code.override', '这个代码的校验码对不上。核对过执照的话，写明理由');
  }
  return null;
}

function refusal(name: string, code: string, detail: string): Refusal {
  return new Refusal('invalid', `review.${code}`, detail, [{ in: 'body', name, code, detail }]);
}
