import type pg from 'pg';
import type { StaffMember } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { recordChanges } from '../db/changes.ts';
import {
  addMember,
  deleteMember,
  fillOwners,
  findMembers,
  lockMembers,
  phonesOf,
} from '../employers/members-store.ts';
import { verifiedUntil } from '../employers/rules.ts';
import { type EmployerRow, findEmployer, renameEmployer, setStanding } from '../employers/store.ts';
import { sendMessage } from '../messages/messages.ts';
import { openingForm } from '../opening-desk/contract.ts';
import { hold, move, type Told } from '../opening-desk/lifecycle.ts';
import { approveOpening, turnDownOpening } from '../opening-desk/submission.ts';
import { Refusal } from '../refusals.ts';
import { endTask } from '../tasks/store.ts';
import { type Decision, mayReview, refuseDecision, stateAfter } from './rules.ts';
import { findStanding, lockReview, refuseEverything, type ReviewRow, writeDecision } from './store.ts';

/** What a reviewer decides and what follows from it. Every function works in the caller's transaction. */

export type Decided = { decision: Decision; reasons: string[]; text: string; codeOverride: string };

/** The same words for a review that is not there and one of another jurisdiction. */
export function noReview(): Refusal {
  return new Refusal('missing', 'review.missing', '没有这条审核');
}

/** Approves, sends back or refuses. The same decision again is done already; another one comes too late. */
export async function decide(
  tx: pg.PoolClient,
  id: string,
  decided: Decided,
  viewer: StaffMember,
  now: Date,
): Promise<void> {
  const review = /^\d{1,18}$/.test(id) ? await lockReview(tx, id) : null;
  if (!review || !mayReview(viewer, review.town)) throw noReview();
  if (review.state === stateAfter[decided.decision]) return;
  const employer = (await findEmployer(tx, review.employerId))!;
  const { codeReason, codeOverride } = employer;
  const refusal = refuseDecision({ ...review, codeReason, codeOverride }, decided);
  if (refusal) throw refusal;
  const by = `staff:${viewer.accountId}`;
  const { decision, reasons, text } = decided;
  await writeDecision(tx, { id, state: stateAfter[decision], by, reasons, text, now });
  if (review.kind === 'opening') await followOpening(tx, review, decided, by, now);
  else if (review.kind === 'employer') await followEmployer(tx, review, employer, decided, by, now);
  else await followClaim(tx, review, employer, decided, by, now);
  await recordAudit(
    tx,
    { actor: by, action: `review.${decision}`, entity: 'review', entityId: id, detail: { reasons, text } },
    now,
  );
  await tellAsker(tx, review, decision, now);
}

async function followOpening(
  tx: pg.PoolClient,
  { openingId, cause, form: kept }: ReviewRow,
  { decision, reasons, text }: Decided,
  by: string,
  now: Date,
): Promise<void> {
  const form = openingForm.parse(kept);
  const told = { by, why: text || reasons.join('、') };
  if (decision === 'approve') await approveOpening(tx, openingId!, { cause, form }, told, now);
  else await turnDownOpening(tx, openingId!, { cause, action: decision }, told, now);
  if (cause !== 'reported') return;
  const outcome = decision === 'approve' ? '审核过，没有问题' : '审核过，已经撤下';
  await endTask(tx, { kind: 'asked-for-money', subject: { openingId }, by, outcome }, now);
}

async function followEmployer(
  tx: pg.PoolClient,
  { cause, form }: ReviewRow,
  employer: EmployerRow,
  { decision, codeOverride, text }: Decided,
  by: string,
  now: Date,
): Promise<void> {
  const { id } = employer;
  const name = (form as { name?: string } | null)?.name;
  if (decision === 'approve' && name) await renameEmployer(tx, id, name, now);
  const isAboutName = cause === 'renamed';
  if (decision === 'approve' && !isAboutName) {
    const verified = { standing: 'verified', verifiedAt: now, verifiedUntil: verifiedUntil(now) } as const;
    await setStanding(tx, id, { ...verified, codeOverride: codeOverride || null, banReason: null, now });
    const subject = { employerId: id };
    await endTask(tx, { kind: 're-verification', subject, by, outcome: '重新核验过了' }, now);
  } else if (!isAboutName && (decision === 'refuse' || employer.standing === 'new')) {
    // A verified employer whose new papers are sent back stays verified until the old ones run out.
    const standing = decision === 'refuse' ? 'refused' : 'returned';
    const none = { verifiedAt: null, verifiedUntil: null, codeOverride: null, banReason: null };
    await setStanding(tx, id, { standing, ...none, now });
    // What a list brought in stands on the list's word, whoever's papers were refused.
    if (decision === 'refuse' && employer.standing !== 'imported')
      await hideShown(tx, id, { by, why: '单位没有通过核验' }, now);
  }
  await recordChanges(tx, 'employer', [Number(id)]);
  const detail = { cause, codeOverride, text };
  await recordAudit(
    tx,
    { actor: by, action: `employer.${decision}`, entity: 'employer', entityId: id, detail },
    now,
  );
}

/** Takes away what shows or is about to; what waits goes on waiting, and is not approved before the employer is. */
async function hideShown(tx: pg.PoolClient, employerId: string, told: Told, now: Date): Promise<void> {
  for (const { id, status } of await findStanding(tx, employerId)) {
    if (status === 'submitted') continue;
    const { row } = await hold(tx, id);
    await move(tx, row, 'hide', { status: 'hidden' }, told, now);
  }
}

/** Nobody has seen the papers of whoever wrote an unverified employer down first: that makes nobody its only owner. */
async function followClaim(
  tx: pg.PoolClient,
  { employerId, accountId }: ReviewRow,
  { standing }: EmployerRow,
  { decision }: Decided,
  by: string,
  now: Date,
): Promise<void> {
  if (decision !== 'approve') return;
  const members = await findMembers(tx, employerId);
  const isOwned = members.some((member) => member.role === 'owner');
  const role = isOwned && standing === 'verified' ? 'member' : 'owner';
  await addMember(tx, { employerId, accountId: accountId!, role, now });
  const detail = { account: accountId, role, standing };
  const line = { actor: by, action: 'employer.let-in', entity: 'employer', entityId: employerId, detail };
  await recordAudit(tx, line, now);
}

/** Tells those who asked: a claimant alone, else the employer's people. A quiet sample that is fine is not told. */
async function tellAsker(tx: pg.PoolClient, review: ReviewRow, decision: Decision, now: Date): Promise<void> {
  const isQuiet = review.cause === 'sampled' || review.cause === 'reported';
  if (isQuiet && decision === 'approve') return;
  const phones =
    review.kind === 'claim'
      ? [review.phone].flatMap((phone) => phone ?? [])
      : await phonesOf(tx, review.employerId);
  const values = { employer: review.employerName, title: review.openingTitle ?? '' };
  for (const to of phones)
    await sendMessage(tx, { channel: 'sms', to, template: templateOf(review, decision), values }, now);
}

function templateOf({ kind }: ReviewRow, decision: Decision) {
  if (kind === 'claim') return decision === 'approve' ? 'claim.approved' : 'claim.refused';
  if (kind === 'employer')
    return (
      { approve: 'employer.verified', return: 'employer.returned', refuse: 'employer.refused' } as const
    )[decision];
  return ({ approve: 'opening.approved', return: 'opening.returned', refuse: 'opening.refused' } as const)[
    decision
  ];
}

/** Ends an employer's posting; what showed leaves in the same transaction. How many openings that were. */
export async function banEmployer(
  tx: pg.PoolClient,
  employerId: string,
  reason: string,
  viewer: StaffMember,
  now: Date,
): Promise<number> {
  const employer = await getEmployer(tx, employerId, viewer);
  if (employer.standing === 'banned') return 0;
  const by = `staff:${viewer.accountId}`;
  const none = { verifiedAt: null, verifiedUntil: null, codeOverride: null };
  await setStanding(tx, employerId, { standing: 'banned', ...none, banReason: reason, now });
  await refuseEverything(tx, { employerId, by, text: reason, now });
  const openings = await findStanding(tx, employerId);
  for (const { id, status } of openings) {
    const { row } = await hold(tx, id);
    const to = status === 'submitted' ? 'refused' : 'hidden';
    const action = status === 'submitted' ? 'refuse' : 'hide';
    await move(tx, row, action, { status: to }, { by, why: `单位被停止发布：${reason}` }, now);
  }
  for (const to of await phonesOf(tx, employerId))
    await sendMessage(
      tx,
      { channel: 'sms', to, template: 'employer.banned', values: { employer: employer.name } },
      now,
    );
  await recordAudit(
    tx,
    { actor: by, action: 'employer.ban', entity: 'employer', entityId: employerId, detail: { reason } },
    now,
  );
  return openings.length;
}

/** Lets an employer back, as one that has to be verified anew. */
export async function unbanEmployer(
  tx: pg.PoolClient,
  employerId: string,
  reason: string,
  viewer: StaffMember,
  now: Date,
): Promise<void> {
  const employer = await getEmployer(tx, employerId, viewer);
  if (employer.standing === 'new') return;
  if (employer.standing !== 'banned')
    throw new Refusal('conflict', 'employer.not-banned', '这家单位没有被停止发布');
  const none = { verifiedAt: null, verifiedUntil: null, codeOverride: null, banReason: null };
  await setStanding(tx, employerId, { standing: 'new', ...none, now });
  const line = { actor: `staff:${viewer.accountId}`, action: 'employer.unban', entity: 'employer' };
  await recordAudit(tx, { ...line, entityId: employerId, detail: { reason } }, now);
}

/**
 * Takes a person out of an employer that is not theirs: who wrote it down first, or was let in on a word that proved
 * false. How many people it has then.
 */
export async function expelMember(
  tx: pg.PoolClient,
  { employerId, accountId }: { employerId: string; accountId: string },
  reason: string,
  viewer: StaffMember,
  now: Date,
): Promise<number> {
  const { name } = await getEmployer(tx, employerId, viewer);
  await lockMembers(tx, employerId);
  const members = await findMembers(tx, employerId);
  const leaving = members.find((member) => member.accountId === accountId);
  if (!leaving) return members.length;
  await deleteMember(tx, employerId, accountId);
  await fillOwners(tx, [employerId]);
  if (leaving.phone !== null) {
    const values = { employer: name };
    await sendMessage(tx, { channel: 'sms', to: leaving.phone, template: 'employer.expelled', values }, now);
  }
  const detail = { account: accountId, role: leaving.role, reason };
  const line = { actor: `staff:${viewer.accountId}`, action: 'employer.expel', entity: 'employer' };
  await recordAudit(tx, { ...line, entityId: employerId, detail }, now);
  return members.length - 1;
}

/** An employer of the reviewer's jurisdiction; any other is not there. */
async function getEmployer(tx: pg.PoolClient, id: string, viewer: StaffMember): Promise<EmployerRow> {
  const employer = /^\d{1,18}$/.test(id) ? await findEmployer(tx, id) : null;
  if (!employer || !mayReview(viewer, employer.town))
    throw new Refusal('missing', 'employer.missing', '没有这家单位');
  return employer;
}
