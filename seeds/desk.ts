import type pg from 'pg';
import { findStaffByLogin, putPerson } from '../api/accounts/store.ts';
import type { StaffMember } from '../api/accounts/viewer.ts';
import { recordChanges } from '../api/db/changes.ts';
import { transact } from '../api/db/transact.ts';
import type { EmployerForm } from '../api/employers/contract.ts';
import { creditCodeCheck } from '../api/employers/credit-code.ts';
import { addMember } from '../api/employers/members-store.ts';
import { askForVerification, registerEmployer } from '../api/employers/registration.ts';
import { findEmployerByCode, setStanding, updateEmployer } from '../api/employers/store.ts';
import { insertWorkplace } from '../api/employers/workplaces-store.ts';
import { createDraft } from '../api/opening-desk/drafts.ts';
import type { OpeningForm } from '../api/opening-desk/contract.ts';
import { submitOpening } from '../api/opening-desk/submission.ts';
import { decide } from '../api/reviews/decisions.ts';
import { dayNumberAt, isoDate } from '../api/shanghai-day.ts';
import { findDivision } from '../geodata/divisions.ts';
import { garageForms, noodleForms, type Where, workshopForm } from './desk-forms.ts';
import { type DemoEmployer, makeEmployers } from './employers.ts';
import { addLicence } from './licence.ts';
import { findShowing, findWaitingReview } from './store.ts';

/** Whom to sign in as; the code comes to the demo's inbox. */
export const demoPhones = { noodles: '13800000001', garage: '13800000002', workshop: '13800000003' } as const;
/** Two of the demo's employers with several openings. */
export const demoCodes = { noodles: '92321003MA000Q1PPR', garage: '92321003MA000QCR16' } as const;

const dayMs = 86_400_000;
const workshopCode = '92321003MA0DEM001';

/**
 * Gives two employers of the demo city people, papers and unfinished work, and puts a new one before the reviewers.
 * Once: twice changes nothing, nor does a city without those employers.
 */
export async function seedDesk(
  pool: pg.Pool,
  { now, uploadsDir }: { now: Date; uploadsDir: string },
): Promise<void> {
  await transact(pool, async (tx) => {
    // Touched before, or another city.
    if ((await findEmployerByCode(tx, demoCodes.noodles))?.standing !== 'imported') return;
    const first = await account(tx, demoPhones.noodles, now);
    const second = await account(tx, demoPhones.garage, now);
    const third = await account(tx, demoPhones.workshop, now);
    const noodles = await verified(tx, demoCodes.noodles, { owner: first, days: 150, uploadsDir }, now);
    const garage = await verified(tx, demoCodes.garage, { owner: second, days: 20, uploadsDir }, now);
    if (!noodles || !garage) return;
    await addMember(tx, { employerId: noodles.id, accountId: second, role: 'member', now });
    await fillNoodles(tx, noodles, first, now);
    await fillGarage(tx, garage, second, now);
    await addWorkshop(tx, noodles.demo, { owner: third, uploadsDir }, now);
  });
}

async function account(tx: pg.PoolClient, phone: string, now: Date): Promise<string> {
  return (await putPerson(tx, phone, now))!.id;
}

type Known = { id: string; demo: DemoEmployer };

async function verified(
  tx: pg.PoolClient,
  creditCode: string,
  { owner, days, uploadsDir }: { owner: string; days: number; uploadsDir: string },
  now: Date,
): Promise<Known | null> {
  const demo = makeEmployers().find((employer) => employer.creditCode === creditCode)!;
  const employer = await findEmployerByCode(tx, creditCode);
  if (!employer) return null;
  const { id, version } = employer;
  await updateEmployer(tx, { id, version, form: profileOf(demo), now });
  await addMember(tx, { employerId: id, accountId: owner, role: 'owner', now });
  await setStanding(tx, id, {
    standing: 'verified',
    verifiedAt: new Date(now.getTime() - (183 - days) * dayMs),
    verifiedUntil: new Date(now.getTime() + days * dayMs),
    codeOverride: null,
    banReason: null,
    now,
  });
  await addLicence(tx, { uploadsDir, employerId: id, accountId: owner }, now);
  await recordChanges(tx, 'employer', [Number(id)]);
  return { id, demo };
}

function profileOf({ name, industry, address, town, place }: DemoEmployer): EmployerForm {
  return {
    name,
    industry: industry ?? 'C',
    size: '10-49人',
    introduction: '演示用的单位，名称、地址和人都是编的。',
    address,
    town: town.code,
    place,
    placeReason: '',
  };
}

const whereOf = ({ address, town, place }: DemoEmployer, now: Date): Where => ({
  address,
  town: town.code,
  place,
  closesOn: isoDate(dayNumberAt(now) + 60),
});

async function fillNoodles(tx: pg.PoolClient, { id, demo }: Known, owner: string, now: Date): Promise<void> {
  const write = writerFor(tx, id, owner, now);
  const forms = noodleForms(whereOf(demo, now));
  await write(forms.waiting, true);
  await write(forms.unfinished, false);
  await write(forms.withFinding, false);
  await sendBack(tx, await write(forms.sentBack, true), now);
  const { address, place } = demo;
  const workplace = { name: '米面车间', address, town: demo.town.code, place, placeReason: '' };
  await insertWorkplace(tx, id, workplace, now);
}

async function fillGarage(tx: pg.PoolClient, { id, demo }: Known, owner: string, now: Date): Promise<void> {
  const write = writerFor(tx, id, owner, now);
  const forms = garageForms(whereOf(demo, now));
  await write(forms.withReason, true);
  const showing = await findShowing(tx, id);
  if (showing) await write(forms.twice(showing), true);
}

function writerFor(tx: pg.PoolClient, employerId: string, owner: string, now: Date) {
  const told = { by: `person:${owner}` };
  return async (form: OpeningForm, isHandedIn: boolean): Promise<string> => {
    const id = await createDraft(tx, { employerId, form }, told, now);
    if (isHandedIn) await submitOpening(tx, id, told, now);
    return id;
  };
}

async function sendBack(tx: pg.PoolClient, openingId: string, now: Date): Promise<void> {
  const staff = await findStaffByLogin(tx, 'shenhe');
  const review = await findWaitingReview(tx, openingId);
  if (!staff || !review) return;
  const reviewer: StaffMember = {
    kind: 'staff',
    accountId: staff.id,
    name: staff.name,
    roles: ['reviewer'],
    divisions: ['3210'],
  };
  const text = '工作内容太短：写清每天跑几趟、几点到几点、要不要装卸。';
  const decided = { decision: 'return' as const, reasons: ['unclear-duties'], text, codeOverride: '' };
  await decide(tx, review, decided, reviewer, now);
}

/** A new employer whose papers and first opening wait. */
async function addWorkshop(
  tx: pg.PoolClient,
  neighbour: DemoEmployer,
  { owner, uploadsDir }: { owner: string; uploadsDir: string },
  now: Date,
): Promise<void> {
  const town = findDivision('321003103')!;
  const asking = { accountId: owner, by: `person:${owner}`, now };
  const place = { address: '瓜洲镇江口街 21 号', town: town.code, place: town.seat };
  const form = {
    ...profileOf(neighbour),
    ...place,
    name: '箬坞手工编织坊',
    industry: 'C',
    size: '1-9人' as const,
  };
  const creditCode = workshopCode + creditCodeCheck(workshopCode);
  const employerId = await registerEmployer(tx, { creditCode, codeReason: '', form }, asking);
  await addLicence(tx, { uploadsDir, employerId, accountId: owner }, now);
  await askForVerification(tx, employerId, '执照是今年换的', asking);
  const closesOn = isoDate(dayNumberAt(now) + 60);
  await writerFor(tx, employerId, owner, now)(workshopForm({ ...place, closesOn }), true);
}
