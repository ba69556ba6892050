import type pg from 'pg';
import { transact } from '../../api/db/transact.ts';
import { putEmployers, putOpenings, type NewOpening } from '../../api/openings/store.ts';
import { findDivision } from '../../geodata/divisions.ts';
import { makeCreditCode } from './lists.ts';

let made = 0;

/** A published opening with everything said; give what matters to the test. */
export function makeOpening(change: Partial<NewOpening> = {}): NewOpening {
  const town = change.town ?? '321003103';
  return {
    externalId: `T-${++made}`,
    creditCode: makeCreditCode(1),
    status: 'published',
    title: '电焊工',
    occupation: '焊工',
    industry: 'C',
    duties: '焊接和打磨。',
    requirements: '会看图。',
    headcount: 2,
    salaryMin: 6000,
    salaryMax: 8000,
    salaryUnit: '月',
    education: '不限',
    experience: '1-3年',
    employmentType: '全职',
    benefits: ['包吃'],
    address: '江口街 1 号',
    town,
    place: findDivision(town)!.seat,
    placeSource: '测试',
    placeQuality: 'imported',
    contactName: '周女士',
    contactPhone: '0514-80000000',
    publishedAt: '2026-11-20T00:00:00.000Z',
    confirmedAt: '2026-11-22T00:00:00.000Z',
    expiresAt: '2026-12-20T00:00:00.000Z',
    ...change,
  };
}

/** Writes openings and an employer for each of their codes. */
export async function addOpenings(pool: pg.Pool, openings: readonly NewOpening[]): Promise<void> {
  const codes = [...new Set(openings.map(({ creditCode }) => creditCode))];
  await transact(pool, async (tx) => {
    await putEmployers(
      tx,
      codes.map((creditCode) => ({ creditCode, name: `单位 ${creditCode.slice(-4)}`, industry: 'C' })),
    );
    await putOpenings(tx, openings);
  });
}
