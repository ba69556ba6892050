import { Refusal } from '../refusals.ts';
import type { DeskEmployer, EmployerForm, EmployerStanding, WorkplaceForm } from './contract.ts';
import { reverifyMonths } from './contract.ts';
import { creditCodeCheck, creditCodeFault } from './credit-code.ts';
import { checkPlace } from './place.ts';

const dayMs = 86_400_000;
/** Papers are asked for again so long before they run out, and once more a week before. */
export const remindDays = [30, 7] as const;
export const invitationDays = 14;

/** A 统一社会信用代码 as it is kept: without spaces, half width, capitals. */
export function readCreditCode(written: string): string {
  return written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/**
 * Says no to a code that cannot be one. An early code of the pilot years fails the sum though it is real: with a reason it
 * passes here, and a reviewer decides.
 */
export function refuseCode(code: string, codeReason: string): Refusal | null {
  const detail = creditCodeFault(code);
  if (detail === null) return null;
  const isOnlyTheSum =
    /^[0-9A-HJ-NP-RT-UW-Y]{18}$/.test(code) && creditCodeCheck(code.slice(0, 17)) !== code[17];
  if (isOnlyTheSum && codeReason.length >= 2) return null;
  const fault = {
    in: 'body',
    name: 'creditCode',
    code: isOnlyTheSum ? 'code.sum' : 'code.format',
    detail: isOnlyTheSum ? `${detail}。执照上就是这样的话，写一句说明` : detail,
  } as const;
  return new Refusal('invalid', 'employer.code', fault.detail, [fault]);
}

/** Says no to a place whose address, pin and town do not belong together; a doubt passes with a reason. */
export function refusePlace(form: EmployerForm | WorkplaceForm, within = ''): Refusal | null {
  const { faults, doubts } = checkPlace(form);
  const wrong = form.placeReason.length >= 2 ? faults : [...faults, ...doubts];
  if (wrong.length === 0) return null;
  return new Refusal(
    'invalid',
    'place.doubtful',
    wrong[0]!.detail,
    wrong.map(({ name, code, detail }) => ({ in: 'body', name: `${within}${name}`, code, detail })),
  );
}

type Papers = {
  standing: EmployerStanding;
  verifiedUntil: Date | null;
};

/** Whether the papers are due: within thirty days of their end, or over. */
export function isReverifyDue({ standing, verifiedUntil }: Papers, now: Date): boolean {
  if (standing !== 'verified' || verifiedUntil === null) return false;
  return verifiedUntil.getTime() - now.getTime() < remindDays[0] * dayMs;
}

/** Six calendar months on, in Asia/Shanghai; the 31st of a shorter month is its last day. */
export function verifiedUntil(now: Date): Date {
  const local = new Date(now.getTime() + 8 * 3_600_000);
  const end = new Date(local);
  end.setUTCMonth(local.getUTCMonth() + reverifyMonths);
  if (end.getUTCDate() !== local.getUTCDate()) end.setUTCDate(0);
  return new Date(end.getTime() - 8 * 3_600_000);
}

/** What an employer still has to say or hand in before a reviewer can look. */
export function wantedOf(
  employer: { industry: string | null; size: string | null; address: string; lng: number | null },
  licences: number,
): DeskEmployer['wanted'] {
  const wanted: DeskEmployer['wanted'] = [];
  if (employer.industry === null || employer.size === null) wanted.push('profile');
  if (employer.address === '' || employer.lng === null) wanted.push('place');
  if (licences === 0) wanted.push('licence');
  return wanted;
}

/** Says no to asking a reviewer before everything is there, or when there is nothing to ask. */
export function refuseAsking(standing: EmployerStanding, wanted: DeskEmployer['wanted']): Refusal | null {
  if (standing === 'banned')
    return new Refusal('conflict', 'employer.banned', '这家单位已经被停止发布，请联系人社部门');
  if (wanted.length === 0) return null;
  const words = { profile: '行业和人数', place: '地址和图钉', licence: '营业执照' };
  return new Refusal(
    'conflict',
    'employer.incomplete',
    `还差：${wanted.map((part) => words[part]).join('、')}`,
  );
}

/** Says no to a banned employer that changes what it says of itself: its town names the reviewers responsible. */
export function refuseChanging(standing: EmployerStanding): Refusal | null {
  if (standing !== 'banned') return null;
  return new Refusal('conflict', 'employer.banned', '这家单位已经被停止发布，资料改不了，请联系人社部门');
}

/** Whether a new name waits for a reviewer: people know the employer under the old one. */
export function isNameFixed(standing: EmployerStanding): boolean {
  return standing === 'verified' || standing === 'imported' || standing === 'banned';
}

/** Only the owner invites and removes. */
export function refuseManaging(role: 'owner' | 'member'): Refusal | null {
  if (role === 'owner') return null;
  return new Refusal('forbidden', 'employer.owner-only', '只有负责人能加人、减人');
}

/** Says no to leaving an employer without an owner while others stay. */
export function refuseLeaving(
  members: readonly { accountId: string; role: 'owner' | 'member' }[],
  leaving: string,
): Refusal | null {
  const others = members.filter(({ accountId }) => accountId !== leaving);
  if (others.some(({ role }) => role === 'owner')) return null;
  return new Refusal('conflict', 'employer.last-owner', '你是最后一个负责人，走不了');
}
