import type pg from 'pg';
import { actorOf, type Person } from '../accounts/viewer.ts';
import type { Database } from '../db/database.ts';
import { once } from '../db/once.ts';
import { transact } from '../db/transact.ts';
import { findEmployer, isMember } from '../employers/store.ts';
import type { AnyEndpoint } from '../endpoint.ts';
import type { Asked } from '../http/asked.ts';
import { type Route, route } from '../http/serve.ts';
import { findLintSettings } from '../moderation/minimum-wages-store.ts';
import { Refusal } from '../refusals.ts';
import { findLastReviewOfOpening, putAnswer } from '../reviews/asking-store.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import * as contract from './contract.ts';
import { copyOpening, createDraft, discardOpening, saveOpening } from './drafts.ts';
import { toDeskItem, toDeskOpening } from './items.ts';
import * as lifecycle from './lifecycle.ts';
import { countDeskOpenings, type DeskRow, findDeskOpening, findDeskOpenings, findEvents } from './store.ts';
import { recallOpening, relistOpening, submitOpening } from './submission.ts';

type Work = (tx: pg.PoolClient, told: { by: string }, now: Date) => Promise<string | null>;

/** The employer's side of openings: only members of the employer, for everybody else there is nothing there. */
export function openingDeskRoutes({ db }: { db: pg.Pool }): Route[] {
  /** Does something in one transaction, once for an idempotency key; the reply is the opening as it stands then. */
  async function act(asked: Asked<AnyEndpoint>, endpointId: string, work: Work) {
    const { params, body, now, idempotencyKey: key } = asked;
    const viewer = asked.viewer as unknown as Person;
    const by = actorOf(viewer);
    return transact(db, (tx) =>
      once(tx, { actor: by, key, endpointId, body: { params, body }, now }, async () => {
        const id = await work(tx, { by }, now);
        return id === null ? null : read(tx, id, viewer.accountId, now);
      }),
    );
  }

  /** As `act`, with one of the person's openings. */
  function actOn(
    asked: Asked<AnyEndpoint>,
    endpointId: string,
    work: (tx: pg.PoolClient, openingId: string, told: { by: string }, now: Date) => Promise<unknown>,
  ) {
    const openingId = String(asked.params.openingId);
    const { accountId } = asked.viewer as unknown as Person;
    return act(asked, endpointId, async (tx, told, now) => {
      await mustBeMine(tx, openingId, accountId);
      const left = await work(tx, openingId, told, now);
      return typeof left === 'string' ? left : openingId;
    }).then((opening) => opening!);
  }

  return [
    route(contract.listDeskOpenings, async ({ query, viewer }) => {
      const filter = {
        accountId: viewer.accountId,
        employerId: query.employerId === undefined ? null : isId(query.employerId) ? query.employerId : '0',
        statuses: query.status ?? null,
        limit: query.pageSize,
        offset: (query.page - 1) * query.pageSize,
      };
      const counts = await countDeskOpenings(db, filter);
      const wanted = query.status ?? contract.openingStatuses;
      const items = (await findDeskOpenings(db, filter)).map(toDeskItem);
      let total = 0;
      for (const status of wanted) total += counts[status] ?? 0;
      return { total, counts, items };
    }),

    route(contract.createOpening, async (asked) => {
      const { employerId, form } = asked.body;
      const opening = await act(asked, 'createOpening', async (tx, told, now) => {
        if (!(await isMember(tx, asked.viewer.accountId, employerId))) throw noEmployer();
        return createDraft(tx, { employerId, form }, told, now);
      });
      return opening!;
    }),

    route(contract.getDeskOpening, async ({ params, viewer, now }) => {
      await mustBeMine(db, params.openingId, viewer.accountId);
      return read(db, params.openingId, viewer.accountId, now);
    }),

    route(contract.saveOpening, (asked) =>
      actOn(asked, 'saveOpening', (tx, id, told, now) => saveOpening(tx, id, asked.body, told, now)),
    ),

    route(contract.submitOpening, (asked) =>
      actOn(asked, 'submitOpening', (tx, id, told, now) =>
        submitOpening(tx, id, { ...told, ...asked.body }, now),
      ),
    ),

    route(contract.recallOpening, (asked) => actOn(asked, 'recallOpening', recallOpening)),

    route(contract.discardOpening, async (asked) => {
      const { openingId } = asked.params;
      const opening = await act(asked, 'discardOpening', async (tx, told, now) => {
        await mustBeMine(tx, openingId, asked.viewer.accountId);
        return (await discardOpening(tx, openingId, told, now)) ? null : openingId;
      });
      return { opening };
    }),

    route(contract.pauseOpening, (asked) =>
      actOn(asked, 'pauseOpening', (tx, id, told, now) =>
        lifecycle.pauseOpening(tx, id, { ...told, ...asked.body }, now),
      ),
    ),
    route(contract.resumeOpening, (asked) => actOn(asked, 'resumeOpening', lifecycle.resumeOpening)),
    route(contract.extendOpening, (asked) =>
      actOn(asked, 'extendOpening', (tx, id, told, now) =>
        lifecycle.extendOpening(tx, id, { ...told, ...asked.body }, now),
      ),
    ),
    route(contract.confirmOpening, (asked) =>
      actOn(asked, 'confirmOpening', (tx, id, told, now) =>
        lifecycle.confirmOpening(tx, id, { ...told, headcount: asked.body.headcount ?? null }, now),
      ),
    ),
    route(contract.fillPlaces, (asked) =>
      actOn(asked, 'fillPlaces', (tx, id, told, now) =>
        lifecycle.fillPlaces(tx, id, { ...told, ...asked.body }, now),
      ),
    ),
    route(contract.closeOpening, (asked) =>
      actOn(asked, 'closeOpening', (tx, id, told, now) =>
        lifecycle.closeOpening(tx, id, { ...told, ...asked.body }, now),
      ),
    ),
    route(contract.relistOpening, (asked) =>
      actOn(asked, 'relistOpening', (tx, id, told, now) =>
        relistOpening(tx, id, { ...told, ...asked.body }, now),
      ),
    ),
    route(contract.copyOpening, (asked) => actOn(asked, 'copyOpening', copyOpening)),

    route(contract.answerReview, (asked) =>
      actOn(asked, 'answerReview', async (tx, id, _told, now) => {
        const review = await findLastReviewOfOpening(tx, id);
        if (review?.answer === asked.body.text) return;
        if (!review || !(await putAnswer(tx, { id: review.id, text: asked.body.text, now })))
          throw new Refusal('conflict', 'review.not-answerable', '没有等你回复的审核意见');
      }),
    ),
  ];
}

async function read(db: Database, id: string, accountId: string, now: Date) {
  const row = (await findDeskOpening(db, id))!;
  const employer = (await findEmployer(db, row.employerId))!;
  const events = await findEvents(db, id);
  const review = await findLastReviewOfOpening(db, id);
  const settings = await findLintSettings(db, isoDate(dayNumberAt(now)));
  return toDeskOpening(row, employer, { events, review, accountId, settings }, now);
}

/** Somebody else's opening and one that is not there are the same to a stranger. */
async function mustBeMine(db: Database, openingId: string, accountId: string): Promise<DeskRow> {
  const row = isId(openingId) ? await findDeskOpening(db, openingId) : null;
  if (!row || !(await isMember(db, accountId, row.employerId))) throw lifecycle.noOpening();
  return row;
}

/** Ids are numbers as text; anything else is the id of nothing. */
const isId = (text: string) => /^\d{1,18}$/.test(text);

function noEmployer(): Refusal {
  return new Refusal('missing', 'employer.missing', '没有这家单位');
}
