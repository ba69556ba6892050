import type pg from 'pg';
import type { StaffMember } from '../accounts/viewer.ts';
import type { Database } from '../db/database.ts';
import { once } from '../db/once.ts';
import { transact } from '../db/transact.ts';
import { toProfile } from '../employers/items.ts';
import { findMembers } from '../employers/members-store.ts';
import { findEmployer, findLicences } from '../employers/store.ts';
import { findWorkplaces } from '../employers/workplaces-store.ts';
import { type Route, route } from '../http/serve.ts';
import { openingForm } from '../opening-desk/contract.ts';
import { standingForm, takenUp } from '../opening-desk/form.ts';
import { isTrusted } from '../opening-desk/rules.ts';
import { findDeskOpening } from '../opening-desk/store.ts';
import * as contract from './contract.ts';
import { banEmployer, decide, expelMember, noReview, unbanEmployer } from './decisions.ts';
import { toReviewItem, toSimilar, toSteps } from './items.ts';
import { mayReview } from './rules.ts';
import { findSimilar } from './similar-store.ts';
import { countReviews, findReview, findReviews, findSteps, type ReviewRow } from './store.ts';

/** The reviewers' queue; what is outside the jurisdiction is not there. */
export function reviewRoutes({ db }: { db: pg.Pool }): Route[] {
  return [
    route(contract.listReviews, async ({ query, viewer }) => {
      const { state, kind = null, page, pageSize } = query;
      const filter = { divisions: viewer.divisions, state, kind };
      const counts = await countReviews(db, filter);
      const total = kind === null ? counts.opening + counts.employer + counts.claim : counts[kind];
      const rows = await findReviews(db, { ...filter, limit: pageSize, offset: (page - 1) * pageSize });
      return { total, counts, items: rows.map(toReviewItem) };
    }),

    route(contract.getReview, ({ params, viewer, now }) =>
      transact(db, (tx) => readReview(tx, params.reviewId, viewer, now)),
    ),

    route(contract.decideReview, ({ params, body, viewer, now, idempotencyKey: key }) =>
      transact(db, (tx) =>
        once(
          tx,
          {
            actor: `staff:${viewer.accountId}`,
            key,
            endpointId: 'decideReview',
            body: { params, body },
            now,
          },
          async () => {
            await decide(tx, params.reviewId, body, viewer, now);
            return readReview(tx, params.reviewId, viewer, now);
          },
        ),
      ),
    ),

    route(contract.banEmployer, ({ params, body, viewer, now }) =>
      transact(db, async (tx) => {
        const taken = await banEmployer(tx, params.employerId, body.reason, viewer, now);
        return { standing: 'banned' as const, taken };
      }),
    ),

    route(contract.expelMember, ({ params, body, viewer, now }) =>
      transact(db, async (tx) => ({ members: await expelMember(tx, params, body.reason, viewer, now) })),
    ),

    route(contract.unbanEmployer, ({ params, body, viewer, now }) =>
      transact(db, async (tx) => {
        await unbanEmployer(tx, params.employerId, body.reason, viewer, now);
        return { standing: 'new' as const };
      }),
    ),
  ];
}

async function readReview(
  tx: pg.PoolClient,
  id: string,
  viewer: StaffMember,
  now: Date,
): Promise<contract.Review> {
  const row = /^\d{1,18}$/.test(id) ? await findReview(tx, id) : null;
  if (!row || !mayReview(viewer, row.town)) throw noReview();
  const { employerId, openingId } = row;
  const steps = await findSteps(tx, { employerId, openingId });
  return {
    ...toReviewItem(row),
    ...(await readOpening(tx, row)),
    lint: row.findings,
    note: row.note,
    reasons: row.reasons,
    text: row.text,
    history: toSteps(steps),
    profile: await readProfile(tx, employerId, now),
  };
}

/** The text that was handed in, beside what stands and what resembles it. */
async function readOpening(tx: pg.PoolClient, { openingId, form: kept, employerId, cause, kind }: ReviewRow) {
  const opening = openingId === null ? null : await findDeskOpening(tx, openingId);
  if (kind !== 'opening' || !opening)
    return { form: null, standing: null, openingStatus: null, openingCode: null, similar: [] };
  const form = openingForm.parse(kept);
  const { place } = takenUp(form, null);
  const { title, duties, requirements } = form;
  const similar = await findSimilar(tx, {
    openingId: opening.id,
    employerId,
    title,
    duties,
    requirements,
    ...place,
  });
  return {
    form,
    standing: cause === 'change' ? standingForm(opening) : null,
    openingStatus: opening.status,
    openingCode: opening.code,
    similar: similar.map((other) => toSimilar(other, employerId, place)),
  };
}

async function readProfile(db: Database, employerId: string, now: Date) {
  const employer = (await findEmployer(db, employerId))!;
  const parts = {
    members: await findMembers(db, employerId),
    licences: await findLicences(db, employerId),
    workplaces: await findWorkplaces(db, employerId),
  };
  return {
    ...toProfile(employer, parts, null, now),
    trusted: isTrusted(employer, now),
    approved: employer.approvedEver,
    refused: employer.refusedEver,
  };
}
