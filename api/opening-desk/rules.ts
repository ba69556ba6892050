import { findDivision } from '../../geodata/divisions.ts';
import { checkPlace } from '../employers/place.ts';
import type { Finding } from '../moderation/advert.ts';
import { Refusal } from '../refusals.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import {
  longestValidityDays,
  type OpeningAction,
  type OpeningForm,
  type OpeningStatus,
  payRhythms,
  shifts,
} from './contract.ts';

/** Who acts: somebody of the employer, staff at a desk or a reviewer, or the server by itself. */
export type Hand = 'employer' | 'staff' | 'system';

type Transition = {
  from: readonly OpeningStatus[];
  /** null: it stays where it is. */
  to: OpeningStatus | null;
  by: readonly Hand[];
};

const standing = ['published', 'paused', 'scheduled', 'hidden'] as const;

/**
 * The one table of what may happen to an opening. `submit`, `relist` and `resume` name where they lead when somebody has
 * to look first; a trusted employer's go on to `publish` or `schedule` at once.
 */
export const transitions: Readonly<Record<OpeningAction, Transition>> = {
  save: {
    from: ['draft', 'returned', ...standing, 'closed', 'expired'],
    to: null,
    by: ['employer', 'staff'],
  },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['employer', 'staff'] },
  recall: { from: ['submitted'], to: 'draft', by: ['employer', 'staff'] },
  approve: { from: ['submitted', ...standing], to: null, by: ['staff'] },
  return: { from: ['submitted', ...standing], to: 'returned', by: ['staff'] },
  refuse: { from: ['submitted', ...standing], to: 'refused', by: ['staff'] },
  schedule: { from: ['submitted'], to: 'scheduled', by: ['staff', 'system'] },
  publish: { from: ['submitted', 'scheduled'], to: 'published', by: ['staff', 'system'] },
  pause: { from: ['published'], to: 'paused', by: ['employer', 'staff', 'system'] },
  resume: { from: ['paused', 'hidden'], to: 'published', by: ['employer', 'staff'] },
  change: { from: standing, to: null, by: ['employer', 'staff'] },
  extend: { from: standing, to: null, by: ['employer', 'staff'] },
  confirm: { from: ['published', 'hidden'], to: 'published', by: ['employer', 'staff', 'system'] },
  fill: { from: ['published', 'paused', 'hidden'], to: null, by: ['employer', 'staff', 'system'] },
  copy: {
    from: ['draft', 'submitted', 'returned', 'refused', ...standing, 'closed', 'expired'],
    to: null,
    by: ['employer', 'staff'],
  },
  relist: { from: ['closed', 'expired', 'hidden'], to: 'submitted', by: ['employer', 'staff'] },
  close: { from: [...standing, 'expired'], to: 'closed', by: ['employer', 'staff', 'system'] },
  expire: { from: standing, to: 'expired', by: ['system'] },
  hide: { from: ['published', 'paused', 'scheduled'], to: 'hidden', by: ['staff', 'system'] },
  discard: {
    from: ['draft', 'returned', ...standing, 'closed', 'expired'],
    to: null,
    by: ['employer', 'staff'],
  },
};

const statusWords: Record<OpeningStatus, string> = {
  draft: '还是草稿',
  submitted: '正在等审核',
  scheduled: '还没到发布时间',
  published: '正在招人',
  paused: '已经暂停',
  returned: '被退回了',
  refused: '没有通过审核',
  closed: '已经结束',
  expired: '已经到期',
  hidden: '已经收起来了',
};

/** What the rules need to know of an opening. */
export type OpeningState = {
  status: OpeningStatus;
  headcount: number | null;
  /** A waiting review of a change freezes the form. */
  changeWaits: boolean;
  hasForm: boolean;
  expiresAt: Date | null;
  /** Taken in at a service point, whose staff vouch for it. */
  isLocal: boolean;
};

/** What the rules need to know of the employer that an opening belongs to. */
export type EmployerState = {
  standing: string;
  verifiedUntil: Date | null;
  /** Openings approved since the last trouble. */
  approved: number;
  /** A refusal or a posting taken down, last. */
  troubleAt: Date | null;
};

const needsGoodEmployer: ReadonlySet<OpeningAction> = new Set([
  'submit',
  'schedule',
  'publish',
  'resume',
  'change',
  'extend',
  'confirm',
  'relist',
]);

/** What is handed in or vouched for again waits for papers not older than six months, of local listings too. */
const needsPapersInDate: ReadonlySet<OpeningAction> = new Set([
  'submit',
  'resume',
  'change',
  'extend',
  'confirm',
  'relist',
]);

/** Says no to an action that the state of the opening, of its employer or the hand does not allow. */
export function refuseAction(
  opening: OpeningState,
  employer: EmployerState,
  action: OpeningAction,
  hand: Hand,
  now: Date,
): Refusal | null {
  const { from, by } = transitions[action];
  const isRecallOfChange = action === 'recall' && opening.changeWaits;
  if (!by.includes(hand) || (!from.includes(opening.status) && !isRecallOfChange))
    return new Refusal('conflict', 'opening.not-now', `现在不行：这个岗位${statusWords[opening.status]}`);
  if (employer.standing === 'banned' && needsGoodEmployer.has(action))
    return new Refusal('conflict', 'employer.banned', '这家单位已经被停止发布');
  if (['resume', 'confirm', 'extend'].includes(action) && isUnverified(employer) && !opening.isLocal)
    return new Refusal('conflict', 'employer.unverified', '单位还没核验，先把执照交上来');
  if (needsPapersInDate.has(action) && isLapsed(employer, now))
    return new Refusal(
      'conflict',
      'employer.reverify',
      '执照核验满六个月了。登录“我的单位”重新交一次执照，核验过再来',
    );
  if (opening.changeWaits && ['save', 'discard', 'change'].includes(action))
    return new Refusal('conflict', 'opening.in-review', '改动正在等审核。要接着改，先撤回');
  if (action === 'discard' && opening.status !== 'draft' && !opening.hasForm)
    return new Refusal('conflict', 'opening.nothing-to-discard', '没有要放弃的改动');
  if (action === 'change' && !opening.hasForm)
    return new Refusal('conflict', 'opening.nothing-to-submit', '没有改动');
  if (['resume', 'confirm'].includes(action) && isOver(opening, now))
    return new Refusal('conflict', 'opening.over', '截止日期已经过了，先改截止日期');
  return null;
}

/** What may be done with an opening now, for the buttons. */
export function allowedActions(
  opening: OpeningState,
  employer: EmployerState,
  hand: Hand,
  now: Date,
): OpeningAction[] {
  return (Object.keys(transitions) as OpeningAction[]).filter(
    (action) => refuseAction(opening, employer, action, hand, now) === null,
  );
}

const isOver = ({ expiresAt }: OpeningState, now: Date) => expiresAt !== null && expiresAt <= now;

/** Nobody has looked at the papers, or somebody did and said no. What a list brought in stands on the list's word. */
function isUnverified({ standing }: EmployerState): boolean {
  return ['new', 'returned', 'refused'].includes(standing);
}

/** The papers of a verified employer are older than six months. */
export function isLapsed({ standing, verifiedUntil }: EmployerState, now: Date): boolean {
  return standing === 'verified' && (verifiedUntil === null || verifiedUntil <= now);
}

/** So many openings approved since the last trouble make an employer trusted, and trouble counts so long. */
export const trustedAfterApproved = 3;
const troubleDays = 180;
const dayMs = 86_400_000;

/** Whether an employer's openings show at once and are looked at afterwards, some of them. */
export function isTrusted(employer: EmployerState, now: Date): boolean {
  const { standing, approved, troubleAt } = employer;
  if (standing !== 'verified' || isLapsed(employer, now)) return false;
  const isQuiet = troubleAt === null || now.getTime() - troubleAt.getTime() > troubleDays * dayMs;
  return isQuiet && approved >= trustedAfterApproved;
}

export const samplePercent = 10;

/** Whether a trusted employer's posting is looked at afterwards: the same answer for the same posting and version. */
export function isSampled(openingId: string, version: number): boolean {
  // FNV-1a over id and version: evenly spread, and the same second click gets the same answer.
  let hash = 0x811c9dc5;
  for (const character of `${openingId}:${version}`)
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % 100 < samplePercent;
}

/**
 * Who looks at a posting that is handed in, and why; null when nobody has to before it shows.
 * @param isVouched staff of a service point hand it in for somebody they know
 */
export function causeOfReview(
  employer: EmployerState,
  findings: readonly Pick<Finding, 'severity'>[],
  isVouched: boolean,
  now: Date,
): 'new-employer' | 'flagged' | null {
  if (!isVouched && !isTrusted(employer, now)) return 'new-employer';
  return findings.length > 0 ? 'flagged' : null;
}

/** The instant a last day is over, in Asia/Shanghai. */
export function endOfDay(closesOn: string): Date {
  return new Date(new Date(`${closesOn}T00:00:00+08:00`).getTime() + dayMs);
}

/** The last day of an opening that ends at an instant. */
export function lastDayOf(expiresAt: Date): string {
  return isoDate(dayNumberAt(new Date(expiresAt.getTime() - 1)));
}

export type FormFault = { name: string; code: string; detail: string };

/** What keeps a form from being handed in: the lint's errors, warnings without a reason, and what the lint does not know. */
export function faultsOfForm(form: OpeningForm, findings: readonly Finding[], now: Date): FormFault[] {
  return [...faultsOfFindings(form, findings), ...faultsOfFields(form), ...faultsOfDays(form, now)];
}

function faultsOfFindings(form: OpeningForm, findings: readonly Finding[]): FormFault[] {
  const faults = findings.flatMap(({ severity, rule, field, advice }) => {
    const name = field === 'salary' ? 'salaryMin' : field;
    if (severity === 'error') return [{ name, code: `lint.${rule}`, detail: advice }];
    const given = form.reasons.find((reason) => reason.rule === rule && reason.field === field);
    if (given && given.reason.trim().length >= shortestReason) return [];
    return [{ name, code: 'reason.wanted', detail: `${advice}。不改的话，写清理由` }];
  });
  // Several words of one field and rule are told once.
  return faults.filter(
    (fault, index) =>
      faults.findIndex((other) => other.name === fault.name && other.code === fault.code) === index,
  );
}

const shortestReason = 2;

function faultsOfFields(form: OpeningForm): FormFault[] {
  const faults: FormFault[] = [];
  const fault = (name: keyof OpeningForm, code: string, detail: string) =>
    faults.push({ name, code, detail });
  if (form.salaryUnit === null) fault('salaryUnit', 'missing', '没选工资怎么算。谈不定的选“面议”');
  if (form.salaryUnit === '面议' && (form.salaryMin !== null || form.salaryMax !== null))
    fault('salaryMin', 'pay.negotiable', '写了工资数就不选“面议”');
  if (form.salaryMin !== null && form.salaryMax !== null && form.salaryMin > form.salaryMax)
    fault('salaryMax', 'pay.order', '最高工资比最低工资还低');
  if (form.contactPhone.trim() === '') fault('contactPhone', 'missing', '没写联系电话');
  else if (!isTelephone(form.contactPhone)) fault('contactPhone', 'phone', '不像电话号码');
  if (form.isReposted && form.sourceName.trim() === '')
    fault('sourceName', 'missing', '转发的招聘要写明从哪里转来');
  if (form.benefits.filter((word) => payRhythms.some((rhythm) => rhythm === word)).length > 1)
    fault('benefits', 'rhythm', '发工资的周期只选一个');
  if (form.benefits.filter((word) => shifts.some((shift) => shift === word)).length > 1)
    fault('benefits', 'shift', '班次只选一个');
  return [...faults, ...faultsOfPlace(form)];
}

function faultsOfPlace({ town, address, place, placeReason }: OpeningForm): FormFault[] {
  if (town === null || !findDivision(town))
    return [{ name: 'town', code: 'missing', detail: '没选镇或街道' }];
  if (place === null) return [];
  const { faults, doubts } = checkPlace({ address, town, place });
  return placeReason.trim().length >= shortestReason ? faults : [...faults, ...doubts];
}

function faultsOfDays({ closesOn, publishAt }: OpeningForm, now: Date): FormFault[] {
  if (closesOn === null) return []; // the lint says so
  const ends = endOfDay(closesOn);
  const begins = publishAt === null ? now : new Date(publishAt);
  const refusal = refuseEnd(ends, begins > now ? begins : now);
  const faults = refusal ? [{ name: 'closesOn', code: refusal.code, detail: refusal.message }] : [];
  if (begins.getTime() - now.getTime() > longestValidityDays * dayMs)
    faults.push({
      name: 'publishAt',
      code: 'too-far',
      detail: `发布时间最多定到 ${longestValidityDays} 天以后`,
    });
  return faults;
}

/** Says no to an end before the beginning, or too long after it. */
export function refuseEnd(expiresAt: Date, from: Date): Refusal | null {
  if (expiresAt <= from) return new Refusal('invalid', 'end.before-beginning', '截止日期要在今天或以后');
  if (expiresAt.getTime() - from.getTime() > (longestValidityDays + 1) * dayMs)
    return new Refusal('invalid', 'end.too-late', `最多招 ${longestValidityDays} 天，到期可以再延`);
  return null;
}

/** Digits with the usual signs; short numbers such as 12333 are telephones too. */
function isTelephone(written: string): boolean {
  const text = written.normalize('NFKC').replace(/\s/g, '');
  return /^\+?[\d()-]{5,20}(转\d{1,6})?$/.test(text) && text.replace(/\D/g, '').length >= 5;
}
