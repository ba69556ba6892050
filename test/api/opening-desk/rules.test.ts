import { describe, expect, it } from 'vitest';
import { openingActions, type OpeningForm, openingStatuses } from '../../../api/opening-desk/contract.ts';
import { findingsOf } from '../../../api/opening-desk/form.ts';
import {
  allowedActions,
  causeOfReview,
  type EmployerState,
  endOfDay,
  faultsOfForm,
  isSampled,
  isTrusted,
  lastDayOf,
  type OpeningState,
  refuseAction,
  samplePercent,
  transitions,
} from '../../../api/opening-desk/rules.ts';
import { defaultLintSettings } from '../../../api/moderation/lint/lint.ts';
import { findDivision } from '../../../geodata/divisions.ts';
import { makeForm } from '../../support/employers.ts';

const now = new Date('2026-11-23T02:00:00Z');
const later = new Date('2026-12-20T16:00:00Z');
const verified: EmployerState = { standing: 'verified', verifiedUntil: later, approved: 0, troubleAt: null };
const stateOf = (change: Partial<OpeningState>): OpeningState => ({
  status: 'published',
  headcount: 2,
  changeWaits: false,
  hasForm: false,
  expiresAt: later,
  isLocal: false,
  ...change,
});

describe('the table of what may happen', () => {
  it('has a line for every action, from statuses that exist', () => {
    expect(Object.keys(transitions).sort()).toEqual([...openingActions].sort());
    for (const { from, to } of Object.values(transitions))
      for (const status of [...from, ...(to ? [to] : [])]) expect(openingStatuses).toContain(status);
  });

  it('leads to published only by approval, by the clock, or back from where it was published', () => {
    const leads = Object.entries(transitions).filter(([, { to }]) => to === 'published');
    expect(leads.map(([action]) => action).sort()).toEqual(['confirm', 'publish', 'resume']);
    expect(transitions.publish.by).not.toContain('employer');
    expect(transitions.approve.by).toEqual(['staff']);
  });

  it.each([
    ['draft', ['save', 'submit', 'copy', 'discard']],
    ['submitted', ['recall', 'copy']],
    ['published', ['save', 'pause', 'extend', 'confirm', 'fill', 'copy', 'close']],
    ['paused', ['save', 'resume', 'extend', 'fill', 'copy', 'close']],
    ['scheduled', ['save', 'extend', 'copy', 'close']],
    ['returned', ['save', 'submit', 'copy']],
    ['refused', ['copy']],
    ['closed', ['save', 'copy', 'relist']],
    ['expired', ['save', 'copy', 'relist', 'close']],
    ['hidden', ['save', 'resume', 'extend', 'confirm', 'fill', 'copy', 'relist', 'close']],
  ] as const)('an employer may, with one that is %s: %j', (status, may) => {
    expect(allowedActions(stateOf({ status }), verified, 'employer', now)).toEqual(
      expect.arrayContaining([...may]),
    );
    expect(allowedActions(stateOf({ status }), verified, 'employer', now)).toHaveLength(may.length);
  });

  it('an employer never approves, refuses, hides or publishes by itself', () => {
    for (const status of openingStatuses) {
      const may = allowedActions(stateOf({ status }), verified, 'employer', now);
      for (const action of ['approve', 'return', 'refuse', 'publish', 'schedule', 'hide', 'expire'] as const)
        expect(may).not.toContain(action);
    }
  });

  it('what is over does not come back before its last day is moved', () => {
    const over = stateOf({ status: 'paused', expiresAt: now });
    expect(refuseAction(over, verified, 'resume', 'employer', now)?.code).toBe('opening.over');
    expect(refuseAction(over, verified, 'extend', 'employer', now)).toBeNull();
  });

  it('a banned employer shows nothing again, and may still say how openings ended', () => {
    const banned = { ...verified, standing: 'banned' };
    const hidden = stateOf({ status: 'hidden' });
    expect(refuseAction(hidden, banned, 'resume', 'employer', now)?.code).toBe('employer.banned');
    expect(refuseAction(hidden, banned, 'close', 'employer', now)).toBeNull();
  });

  it('six months after the papers were seen nothing is vouched for again before they are seen anew', () => {
    const lapsed = { ...verified, verifiedUntil: now };
    const refusals = (['confirm', 'extend', 'pause', 'fill', 'close'] as const).map((action) =>
      refuseAction(stateOf({}), lapsed, action, 'employer', now),
    );
    expect(refusals.map((refusal) => refusal?.code)).toEqual([
      'employer.reverify',
      'employer.reverify',
      undefined,
      undefined,
      undefined,
    ]);
    const hidden = stateOf({ status: 'hidden' });
    for (const hand of ['employer', 'staff'] as const)
      expect(refuseAction(hidden, lapsed, 'resume', hand, now)?.message).toContain('重新交一次执照');
    const dayBefore = { ...verified, verifiedUntil: new Date(now.getTime() + 86_400_000) };
    expect(refuseAction(stateOf({}), dayBefore, 'confirm', 'system', now)).toBeNull();
  });

  it('a form that waits for a reviewer is not written on', () => {
    const waiting = stateOf({ changeWaits: true, hasForm: true });
    expect(refuseAction(waiting, verified, 'save', 'employer', now)?.code).toBe('opening.in-review');
    expect(refuseAction(waiting, verified, 'recall', 'employer', now)).toBeNull();
  });
});

describe('trust', () => {
  const trusted = { ...verified, approved: 3 };
  it('comes after three approvals, and ends with the papers', () => {
    expect(isTrusted({ ...verified, approved: 2 }, now)).toBe(false);
    expect(isTrusted(trusted, now)).toBe(true);
    expect(isTrusted({ ...trusted, verifiedUntil: now }, now)).toBe(false);
    expect(isTrusted({ ...trusted, standing: 'imported' }, now)).toBe(false);
  });

  it('is lost for half a year after trouble', () => {
    const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
    expect(isTrusted({ ...trusted, troubleAt: daysAgo(179) }, now)).toBe(false);
    expect(isTrusted({ ...trusted, troubleAt: daysAgo(181) }, now)).toBe(true);
  });

  it('spares the wait, except for what the lint has found; point staff vouch for whom they know', () => {
    const warning = [{ severity: 'warning' as const }];
    expect(causeOfReview(verified, [], false, now)).toBe('new-employer');
    expect(causeOfReview(trusted, [], false, now)).toBeNull();
    expect(causeOfReview(trusted, warning, false, now)).toBe('flagged');
    expect(causeOfReview({ ...verified, standing: 'imported' }, [], true, now)).toBeNull();
    expect(causeOfReview({ ...verified, standing: 'imported' }, warning, true, now)).toBe('flagged');
  });

  it('samples about one in ten, the same ones every time', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => String(index + 1));
    const sampled = ids.filter((id) => isSampled(id, 2));
    expect(sampled.length / ids.length).toBeGreaterThan(samplePercent / 100 - 0.01);
    expect(sampled.length / ids.length).toBeLessThan(samplePercent / 100 + 0.01);
    expect(ids.filter((id) => isSampled(id, 2))).toEqual(sampled);
  });
});

describe('a form', () => {
  const faultsOf = (change: Partial<OpeningForm>) => {
    const form = makeForm(change);
    return faultsOfForm(form, findingsOf(form, '芦汀机械厂', defaultLintSettings), now).map(
      ({ name, code }) => `${name} ${code}`,
    );
  };

  it('with everything the law wants has no fault', () => expect(faultsOf({})).toEqual([]));

  it.each<[string, Partial<OpeningForm>, string]>([
    ['no title', { title: ' ' }, 'title lint.missing-element'],
    ['no duties', { duties: '' }, 'duties lint.missing-element'],
    ['no requirements', { requirements: '' }, 'requirements lint.missing-element'],
    ['no headcount', { headcount: null }, 'headcount lint.missing-element'],
    ['no address', { address: '' }, 'address lint.missing-element'],
    ['no pay', { salaryMin: null, salaryMax: null }, 'salaryMin lint.missing-element'],
    ['no unit of pay', { salaryUnit: null }, 'salaryUnit missing'],
    ['no last day', { closesOn: null }, 'closesOn lint.missing-element'],
    ['no town', { town: null }, 'town missing'],
    ['no telephone', { contactPhone: '' }, 'contactPhone missing'],
    ['a telephone that is none', { contactPhone: '微信同号' }, 'contactPhone phone'],
    ['pay under the minimum', { salaryMin: 1800, salaryMax: 2000 }, 'salaryMin lint.under-minimum-wage'],
    ['pay the wrong way round', { salaryMin: 8000, salaryMax: 6000 }, 'salaryMax pay.order'],
    ['pay that is stated and negotiable', { salaryUnit: '面议' }, 'salaryMin pay.negotiable'],
    ['a last day that is over', { closesOn: '2026-11-22' }, 'closesOn end.before-beginning'],
    ['a last day too far off', { closesOn: '2027-04-01' }, 'closesOn end.too-late'],
    ['two rhythms of pay', { benefits: ['日结', '月结'] }, 'benefits rhythm'],
    ['two shifts', { benefits: ['长白班', '夜班'] }, 'benefits shift'],
    ['a repost without its source', { isReposted: true }, 'sourceName missing'],
    ['a pin in another county', { place: findDivision('321023100')!.seat }, 'place place.outside-county'],
  ])('with %s is told so at the field', (_what, change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });

  it('may close today, start later, stand at the town without a pin, and name its source', () => {
    expect(faultsOf({ closesOn: '2026-11-23' })).toEqual([]);
    expect(faultsOf({ publishAt: '2026-12-01T00:00:00Z', closesOn: '2027-02-28' })).toEqual([]);
    expect(faultsOf({ place: null })).toEqual([]);
    expect(faultsOf({ isReposted: true, sourceName: '镇上公告栏' })).toEqual([]);
    expect(faultsOf({ salaryUnit: '面议', salaryMin: null, salaryMax: null })).toEqual([]);
  });

  it('ends with its last day in Yangzhou', () => {
    expect(endOfDay('2026-11-30').toISOString()).toBe('2026-11-30T16:00:00.000Z');
    expect(lastDayOf(new Date('2026-11-30T16:00:00Z'))).toBe('2026-11-30');
    expect(lastDayOf(new Date('2026-11-30T15:59:59Z'))).toBe('2026-11-30');
  });
});
