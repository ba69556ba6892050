import type pg from 'pg';
import { actorOf } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { transact } from '../db/transact.ts';
import { type Route, route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import { listMinimumWages, putMinimumWage } from './contract.ts';
import { minimumWages } from './lint/minimum-wage-table.ts';
import * as store from './minimum-wages-store.ts';

/** Minimum pay: everybody may read what adverts are checked against, the city enters it. */
export function moderationRoutes({ db }: { db: pg.Pool }): Route[] {
  return [
    route(listMinimumWages, async ({ now }) => {
      const today = isoDate(dayNumberAt(now));
      const entered = await store.findMinimumWages(db);
      const items = minimumWages.flatMap((known) => {
        const own = entered.filter(({ county }) => county === known.county);
        const counts = own.find(({ inForceFrom }) => inForceFrom <= today);
        const assumed = {
          ...known,
          inForceFrom: null,
          source: '',
          version: 0,
          updatedAt: null,
          isInForce: true,
        };
        return [...own.map((one) => toReply(one, one === counts)), ...(counts ? [] : [assumed])];
      });
      return { items };
    }),

    route(putMinimumWage, async ({ params: { county, inForceFrom }, body, viewer, now }) => {
      if (!minimumWages.some((known) => known.county === county))
        throw new Refusal('missing', 'minimum-wage.missing', '扬州没有这个县（市、区）');
      return transact(db, async (tx) => {
        const entered = await store.putMinimumWage(tx, { county, inForceFrom, ...body, now });
        if (!entered)
          throw new Refusal('conflict', 'minimum-wage.changed', '别人刚改过这一行，先看看改了什么');
        await recordAudit(
          tx,
          {
            actor: actorOf(viewer),
            action: 'minimum-wage.enter',
            entity: 'minimum_wage',
            entityId: county,
            detail: { inForceFrom, ...body },
          },
          now,
        );
        return toReply(entered, inForceFrom <= isoDate(dayNumberAt(now)));
      });
    }),
  ];
}

const toReply = (entered: store.EnteredWage, isInForce: boolean) => ({
  ...entered,
  updatedAt: entered.updatedAt.toISOString(),
  isInForce,
});
