import type pg from 'pg';
import { findDivision } from '../../geodata/divisions.ts';
import { covers } from '../accounts/jurisdiction.ts';
import { actorOf, type StaffMember } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { creditCodeFault } from '../employers/credit-code.ts';
import type { BodyOf, ReplyOf } from '../endpoint.ts';
import { createDraft } from '../opening-desk/drafts.ts';
import { submitOpening } from '../opening-desk/submission.ts';
import { Refusal } from '../refusals.ts';
import type { postLocalListing } from './contract.ts';
import { getPoint } from './keep-point.ts';
import { findListing, hasEmployer, putListingEmployer, writeListing } from './listing-store.ts';
import type { KeptPoint } from './store.ts';

type Asked = BodyOf<typeof postLocalListing>;
type Posted = ReplyOf<typeof postLocalListing>;

const sources = { desk: '到窗口说的', telephone: '电话里说的', door: '上门说的' } as const;

/**
 * Takes an opening in at a point and hands it in as its staff: it goes the way of every opening, lint and reviewers
 * included. Call it in a transaction.
 */
export async function takeListing(
  tx: pg.PoolClient,
  viewer: StaffMember,
  pointId: string,
  asked: Asked,
  now: Date,
): Promise<Posted> {
  const point = await getPoint(tx, viewer, pointId);
  if (point.closedAt) throw new Refusal('conflict', 'service-point.closed', '这个服务点已经撤了');
  mustBeNear(viewer, point, asked.form.town);
  const told = { by: actorOf(viewer), why: '服务点代发' };
  const employerId = await employerOf(tx, point, asked.employer);
  const { form, source, givenBy } = asked;
  const openingId = await createDraft(tx, { employerId, form }, told, now);
  await writeListing(tx, { openingId, pointId, source: `${sources[source]}，${givenBy}` }, now);
  await submitOpening(tx, openingId, told, now);
  const line = { actor: told.by, action: 'opening.take-in', entity: 'opening', entityId: openingId };
  await recordAudit(tx, { ...line, detail: { point: pointId, source, consented: true } }, now);
  const { code, status } = await findListing(tx, openingId);
  return { id: openingId, code, status: status as Posted['status'] };
}

/** A point vouches for whom its people know: in its own county, or wherever else the one who posts answers for. */
function mustBeNear({ divisions }: StaffMember, { facts }: KeptPoint, town: string | null): void {
  const county = facts.division.slice(0, 6);
  if (town === null || covers([county, ...divisions], town)) return;
  throw fault('invalid', 'town', 'town.foreign', '上班的地方不在本县（市、区），请那边的服务点代发');
}

async function employerOf(tx: pg.PoolClient, point: KeptPoint, employer: Asked['employer']): Promise<string> {
  if (employer.kind === 'on-file') {
    if (!(await hasEmployer(tx, employer.employerId)))
      throw fault('missing', 'employerId', 'employer.missing', '没有这家单位');
    return employer.employerId;
  }
  if (employer.kind === 'small') {
    const wrong = creditCodeFault(employer.creditCode);
    if (wrong) throw fault('invalid', 'creditCode', 'credit-code.wrong', wrong);
    return putListingEmployer(tx, { ...employer, codeReason: null, industry: null });
  }
  return putListingEmployer(tx, householdOf(point.facts.division));
}

/**
 * Families have no credit code. The openings of a town's families hang on one entry that says so: YY begins no code
 * that is given out, and its check character does not fit.
 */
function householdOf(division: string) {
  const town = division.slice(0, 9).padEnd(9, '0');
  return {
    creditCode: `YY${town}0000000`,
    name: `${findDivision(town)?.name ?? findDivision(division)?.name ?? ''}居民家庭（服务点代发）`,
    codeReason: '居民家庭没有统一社会信用代码，由服务点工作人员代发',
    industry: 'O',
  };
}

function fault(kind: 'missing' | 'invalid', name: string, code: string, detail: string): Refusal {
  return new Refusal(kind, code, detail, [{ in: 'body', name, code, detail }]);
}
