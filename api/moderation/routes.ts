import type pg from 'pg';
import { actorOf } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import type { Database } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Route, route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import { listMinimumWages, type MinimumWageRow, putMinimumWage, removeMinimumWage } from './contract.ts';
import { type MinimumWage, minimumWages } from './lint/minimum-wage-table.ts';
import * as store from './minimum-wages-store.ts';
import { doubtsAbout, refuseDay, refuseDoubtful, wageBefore, wageOn } from './rules.ts';

const changed = () => new Refusal('conflict', 'minimum-wage.changed', '别人刚改过这一行，先看看改了什么');

/** Minimum pay: everybody may read what adverts are checked against, the city enters it. */
export function moderationRoutes({ db }: { db: pg.Pool }): Route[] {
  return [
    route(listMinimumWages, async ({ now, viewer }) => {
      const entered = await store.findMinimumWages(db);
      const items = minimumWages.flatMap((known) => rowsOf(known, entered, todayAt(now)));
      if (viewer.kind === 'staff') return { items };
      return { items: items.map((item) => ({ ...item, enteredBy: null })) };
    }),

    route(putMinimumWage, async ({ params: { county, inForceFrom }, body, viewer, now }) => {
      const { sure, ...figures } = body;
      const known = knownOf(county);
      const today = todayAt(now);
      const tooFar = refuseDay(inForceFrom, today);
      if (tooFar) throw tooFar;
      return transact(db, async (tx) => {
        const own = await findOwn(tx, county);
        const stands = own.find((row) => row.inForceFrom === inForceFrom);
        if (!stands || !isSame(stands, figures)) {
          const doubts = doubtsAbout(figures, wageBefore(own, inForceFrom, known));
          const doubtful = refuseDoubtful(doubts, sure);
          if (doubtful) throw doubtful;
          if (!(await store.putMinimumWage(tx, { county, inForceFrom, ...figures, now }))) throw changed();
          await audit(tx, 'enter', county, { inForceFrom, ...figures }, actorOf(viewer), now);
        }
        const rows = rowsOf(known, await store.findMinimumWages(tx), today);
        return rows.find((row) => row.inForceFrom === inForceFrom)!;
      });
    }),

    route(removeMinimumWage, async ({ params: { county, inForceFrom }, query, viewer, now }) =>
      transact(db, async (tx) => {
        knownOf(county);
        const stands = (await findOwn(tx, county)).find((row) => row.inForceFrom === inForceFrom);
        if (!stands) throw new Refusal('missing', 'minimum-wage.missing', '这一行已经拿掉了');
        if (!(await store.removeMinimumWage(tx, { county, inForceFrom, ...query }))) throw changed();
        const { monthlyYuan, hourlyYuan, source } = stands;
        const detail = { inForceFrom, monthlyYuan, hourlyYuan, source };
        await audit(tx, 'remove', county, detail, actorOf(viewer), now);
        return { done: true as const };
      }),
    ),
  ];
}

const todayAt = (now: Date): string => isoDate(dayNumberAt(now));

function knownOf(county: string): MinimumWage {
  const known = minimumWages.find((row) => row.county === county);
  if (!known) throw new Refusal('missing', 'minimum-wage.missing', '扬州没有这个县（市、区）');
  return known;
}

const findOwn = async (tx: Database, county: string) =>
  (await store.findMinimumWages(tx)).filter((row) => row.county === county);

type Figures = Pick<store.EnteredWage, 'monthlyYuan' | 'hourlyYuan' | 'source'>;
const isSame = (one: Figures, other: Figures): boolean =>
  one.monthlyYuan === other.monthlyYuan && one.hourlyYuan === other.hourlyYuan && one.source === other.source;

const audit = (
  tx: Database,
  verb: 'enter' | 'remove',
  county: string,
  detail: Record<string, unknown>,
  actor: string,
  now: Date,
) =>
  recordAudit(
    tx,
    { actor, action: `minimum-wage.${verb}`, entity: 'minimum_wage', entityId: county, detail },
    now,
  );

/** What is entered for a county, and what is known of it while nothing that was entered counts. */
function rowsOf(known: MinimumWage, entered: readonly store.EnteredWage[], today: string): MinimumWageRow[] {
  const own = entered.filter(({ county }) => county === known.county);
  const counts = wageOn(own, today);
  const nothing = { inForceFrom: null, source: '', version: 0, updatedAt: null, enteredBy: null };
  return [
    ...own.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString(), isInForce: row === counts })),
    ...(counts ? [] : [{ ...known, ...nothing, isInForce: true }]),
  ];
}
