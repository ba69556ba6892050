import type pg from 'pg';
import { signLink } from '../accounts/signed-link.ts';
import { transact } from '../db/transact.ts';
import { sendMessage } from '../messages/messages.ts';
import type { OpeningFilter } from '../openings/contract.ts';
import { daysAfter } from '../shanghai-day.ts';
import { linkDays, shortNameOf, tellEndDays } from './rules.ts';
import { type DueAlert, markTold, type Newcomer } from './store.ts';

export type AlertDeps = {
  linkSecret: Buffer;
  /** Where this system is reached, such as `https://jobs.example`; links in messages start with it. */
  origin: string;
  /** Openings that answer words and conditions to the letter. */
  matching: (filter: OpeningFilter, now: Date) => Promise<ReadonlySet<number>>;
  /** Whether everything that is published can be found by its words. */
  isFilled: () => boolean;
};

/**
 * Tells one person what came for the alerts that are due, in one message however many there are, and of those that end
 * soon. Where nothing came nothing is sent; that it was looked for is noted all the same.
 * @param due of one person @param newcomers openings that came since the earliest of them was told, until `until`
 */
export async function tellPerson(
  pool: pg.Pool,
  { linkSecret, origin, matching }: AlertDeps,
  due: readonly DueAlert[],
  newcomers: readonly Newcomer[],
  until: Date,
  now: Date,
): Promise<void> {
  const found = await Promise.all(
    due.map(async (alert) => {
      const recent = newcomers.filter(({ cameAt }) => cameAt > alert.toldUntil);
      const ids = recent.length > 0 ? await matching(alert.filter, now) : new Set<number>();
      return { alert, came: recent.filter(({ id }) => ids.has(id)).map(({ id }) => id) };
    }),
  );
  await transact(pool, async (tx) => {
    const told: typeof found = [];
    const ending: DueAlert[] = [];
    for (const one of found) {
      const { alert } = one;
      const endsSoon = !alert.endTold && alert.endsAt <= daysAfter(now, tellEndDays);
      if (!(await markTold(tx, alert, { until, endTold: alert.endTold || endsSoon }))) continue;
      if (one.came.length > 0) told.push(one);
      if (endsSoon) ending.push(alert);
    }
    const { accountId, phone } = due[0]!;
    const linkUntil = daysAfter(now, linkDays);
    const link = `${origin}/a/${signLink(linkSecret, { purpose: 'alerts', id: accountId, expiresAt: linkUntil })}`;
    const sms = { channel: 'sms', to: phone } as const;
    const [most] = [...told].sort((one, other) => other.came.length - one.came.length);
    if (most) {
      const openings = new Set(told.flatMap(({ came }) => came)).size;
      const values = { name: shortNameOf(most.alert.filter), others: told.length - 1, openings, link };
      await sendMessage(tx, { ...sms, template: 'alerts.came', values }, now);
    }
    for (const { filter } of ending) {
      const values = { name: shortNameOf(filter), days: tellEndDays, link };
      await sendMessage(tx, { ...sms, template: 'alerts.ends-soon', values }, now);
    }
  });
}
