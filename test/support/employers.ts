import type pg from 'pg';
import { transact } from '../../api/db/transact.ts';
import type { EmployerForm, EmployerStanding } from '../../api/employers/contract.ts';
import { addMember } from '../../api/employers/members-store.ts';
import { insertEmployer, setStanding } from '../../api/employers/store.ts';
import { type OpeningForm, openingForm } from '../../api/opening-desk/contract.ts';
import { findDivision } from '../../geodata/divisions.ts';
import { testNow } from './accounts.ts';
import { makeCreditCode } from './lists.ts';

const town = '321003103';

/** A complete profile in 瓜洲镇; give what matters to the test. */
export function makeProfile(change: Partial<EmployerForm> = {}): EmployerForm {
  return {
    name: '芦汀机械厂',
    industry: 'C',
    size: '10-49人',
    introduction: '做船用配件。',
    address: '瓜洲镇江口街 1 号',
    town,
    place: findDivision(town)!.seat,
    placeReason: '',
    ...change,
  };
}

/** A form with everything that must be said and nothing the lint minds; give what matters to the test. */
export function makeForm(change: Partial<OpeningForm> = {}): OpeningForm {
  return openingForm.parse({
    title: '电焊工',
    occupation: '焊工',
    duties: '焊接船用配件，焊完打磨，下班前收好工具。',
    requirements: '会二保焊，看得懂图。',
    headcount: 3,
    salaryMin: 6000,
    salaryMax: 8000,
    salaryUnit: '月',
    employmentType: '全职',
    benefits: ['包吃', '月结'],
    address: '瓜洲镇江口街 1 号',
    town,
    place: findDivision(town)!.seat,
    contactName: '周女士',
    contactPhone: '0514-80000000',
    closesOn: '2026-12-20',
    ...change,
  });
}

let made = 100;

/** An employer with an owner, verified for six months unless said. */
export async function addEmployer(
  pool: pg.Pool,
  accountId: string,
  { standing = 'verified', ...profile }: Partial<EmployerForm> & { standing?: EmployerStanding } = {},
  now: Date = testNow,
): Promise<string> {
  return transact(pool, async (tx) => {
    const creditCode = makeCreditCode(++made);
    const id = await insertEmployer(tx, { creditCode, codeReason: null, form: makeProfile(profile), now });
    await addMember(tx, { employerId: id!, accountId, role: 'owner', now });
    const verifiedUntil = new Date(now.getTime() + 180 * 86_400_000);
    await setStanding(tx, id!, {
      standing,
      verifiedAt: now,
      verifiedUntil,
      codeOverride: null,
      banReason: standing === 'banned' ? '测试' : null,
      now,
    });
    return id!;
  });
}
