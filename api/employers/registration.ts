import type pg from 'pg';
import { recordAudit } from '../db/audit.ts';
import { recordChanges } from '../db/changes.ts';
import { Refusal } from '../refusals.ts';
import { askAboutEmployer, askToBelong, renewEmployerReview } from '../reviews/asking-store.ts';
import type { EmployerForm } from './contract.ts';
import { addMember } from './members-store.ts';
import {
  isNameFixed,
  readCreditCode,
  refuseAsking,
  refuseChanging,
  refuseCode,
  refusePlace,
  wantedOf,
} from './rules.ts';
import {
  type EmployerRow,
  findEmployer,
  findEmployerByCode,
  findLicences,
  insertEmployer,
  isMember,
  updateEmployer,
} from './store.ts';

/** How an employer comes to be and is vouched for. Every function works in the caller's transaction. */

type Asking = { accountId: string; by: string; now: Date };

/** Writes an employer down; whoever does it is its owner. The id. */
export async function registerEmployer(
  tx: pg.PoolClient,
  given: { creditCode: string; codeReason: string; form: EmployerForm },
  { accountId, by, now }: Asking,
): Promise<string> {
  const creditCode = readCreditCode(given.creditCode);
  const refusal = refuseCode(creditCode, given.codeReason) ?? refusePlace(given.form, 'form.');
  if (refusal) throw refusal;
  const isSumRight = refuseCode(creditCode, '') === null;
  const codeReason = isSumRight ? null : given.codeReason;
  const id = await insertEmployer(tx, { creditCode, codeReason, form: given.form, now });
  if (id === null) return knownAlready(tx, creditCode, accountId);
  await addMember(tx, { employerId: id, accountId, role: 'owner', now });
  await recordAudit(
    tx,
    { actor: by, action: 'employer.create', entity: 'employer', entityId: id, detail: { creditCode } },
    now,
  );
  return id;
}

/** A second click finds one's own; a known code is claimed, not written down again. */
async function knownAlready(tx: pg.PoolClient, creditCode: string, accountId: string): Promise<string> {
  const known = (await findEmployerByCode(tx, creditCode))!;
  if (known.standing === 'new' && (await isMember(tx, accountId, known.id))) return known.id;
  throw new Refusal(
    'conflict',
    'employer.exists',
    `这个代码已经有单位了：${known.name}。是你们单位的话，申请加入`,
    [],
    undefined,
    { name: known.name },
  );
}

/** Asks a reviewer to be let into an employer that is known. */
export async function claimEmployer(
  tx: pg.PoolClient,
  given: { creditCode: string; note: string },
  { accountId, by, now }: Asking,
): Promise<{ id: string; employerName: string }> {
  const creditCode = readCreditCode(given.creditCode);
  const employer = await findEmployerByCode(tx, creditCode);
  if (!employer) throw new Refusal('missing', 'employer.unknown', '还没有这家单位，直接登记就行');
  if (employer.standing === 'banned')
    throw new Refusal('conflict', 'employer.banned', '这家单位已经被停止发布，请联系人社部门');
  if (await isMember(tx, accountId, employer.id))
    throw new Refusal('conflict', 'employer.member-already', '你已经在这家单位里了');
  const { id: employerId, town, name } = employer;
  const review = reviewOf(employer, 'claim', given.note, { by, now });
  const id = await askToBelong(tx, { ...review, kind: 'claim', accountId, town });
  await recordAudit(
    tx,
    { actor: by, action: 'employer.claim', entity: 'employer', entityId: employerId, detail: {} },
    now,
  );
  return { id, employerName: name };
}

/** What an employer says of itself; a new name of a known one waits for a reviewer. */
export async function changeEmployer(
  tx: pg.PoolClient,
  id: string,
  { version, form }: { version: number; form: EmployerForm },
  { by, now }: Asking,
): Promise<void> {
  const employer = (await findEmployer(tx, id))!;
  const refusal = refuseChanging(employer.standing) ?? refusePlace(form, 'form.');
  if (refusal) throw refusal;
  const keepsName = form.name !== employer.name && isNameFixed(employer.standing);
  const written = keepsName ? { ...form, name: employer.name } : form;
  if (isSaid(employer, written) && !keepsName) return;
  if (!(await updateEmployer(tx, { id, version, form: written, now })))
    throw new Refusal('conflict', 'employer.changed', '别人刚改过，先看看改了什么', [], undefined, {
      version: employer.version,
    });
  await renewEmployerReview(tx, { employerId: id, by, now });
  if (keepsName) {
    const review = reviewOf({ ...employer, town: form.town }, 'renamed', `改名为：${form.name}`, { by, now });
    await askAboutEmployer(tx, { ...review, form: { name: form.name } });
  }
  await recordChanges(tx, 'employer', [Number(id)]);
  const detail = { version: version + 1, ...(keepsName ? { name: form.name } : {}) };
  await recordAudit(
    tx,
    { actor: by, action: 'employer.change', entity: 'employer', entityId: id, detail },
    now,
  );
}

/** The same said again: a second click, or a page that saves too often. */
function isSaid(employer: EmployerRow, form: EmployerForm): boolean {
  const { name, industry, size, introduction, address, town, placeReason, lng, lat } = employer;
  const said = [name, industry, size, introduction, address, town, placeReason, lng, lat];
  const { place } = form;
  const asked = [
    form.name,
    form.industry,
    form.size,
    form.introduction,
    form.address,
    form.town,
    form.placeReason,
    place.lng,
    place.lat,
  ];
  return said.every((value, index) => value === asked[index]);
}

/** Puts the papers before a reviewer, the first time or again. */
export async function askForVerification(
  tx: pg.PoolClient,
  id: string,
  note: string,
  { by, now }: Pick<Asking, 'by' | 'now'>,
): Promise<void> {
  const employer = (await findEmployer(tx, id))!;
  const licences = await findLicences(tx, id);
  const refusal = refuseAsking(employer.standing, wantedOf(employer, licences.length));
  if (refusal) throw refusal;
  const cause = employer.standing === 'verified' ? 'reverification' : 'verification';
  await askAboutEmployer(tx, reviewOf(employer, cause, note, { by, now }));
  await recordAudit(
    tx,
    { actor: by, action: 'employer.ask-verification', entity: 'employer', entityId: id, detail: {} },
    now,
  );
}

function reviewOf(
  employer: Pick<EmployerRow, 'id' | 'town'>,
  cause: 'claim' | 'renamed' | 'verification' | 'reverification',
  note: string,
  { by, now }: { by: string; now: Date },
) {
  return {
    kind: 'employer' as const,
    cause,
    employerId: employer.id,
    openingId: null,
    accountId: null,
    town: employer.town,
    form: null,
    findings: [],
    note,
    askedBy: by,
    now,
  };
}
