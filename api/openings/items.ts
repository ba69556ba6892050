import { distanceMetres } from '../../geodata/distance.ts';
import { findDivision } from '../../geodata/divisions.ts';
import type { ServicePointItem } from '../service-points/contract.ts';
import type { ListedOpening, MapGroup, OpeningItem } from './contract.ts';
import type { OpeningRow } from './store.ts';

/** Rows -> what crosses the wire. Pure. */

export function toItem(row: OpeningRow, near?: [number, number]): OpeningItem {
  return {
    id: String(row.id),
    code: row.code,
    externalId: row.externalId,
    title: row.title,
    occupation: row.occupation,
    employer: { id: String(row.employerId), name: row.employerName },
    industry: row.industry,
    headcount: row.headcount,
    salary: toSalary(row),
    education: row.education,
    experience: row.experience,
    employmentType: row.employmentType,
    benefits: row.benefits,
    place: { lng: row.lng, lat: row.lat, quality: row.placeQuality },
    address: row.address,
    district: named(row.town.slice(0, 6)),
    town: named(row.town),
    ...(near ? { distanceMetres: Math.round(distanceMetres({ lng: near[0], lat: near[1] }, row)) } : {}),
    publishedAt: instant(row.publishedAt),
    confirmedAt: instant(row.confirmedAt),
    expiresAt: instant(row.expiresAt),
  };
}

export function toListed(
  row: OpeningRow,
  nearest: ServicePointItem | null,
  extra: Partial<ListedOpening>,
): ListedOpening {
  const nearestPoint = nearest && {
    id: nearest.id,
    name: nearest.name,
    distanceMetres: nearest.distanceMetres ?? 0,
    open: nearest.open,
    terminalsWorking: nearest.terminals.working,
  };
  return { ...toItem(row), nearestPoint, ...extra };
}

/** A pin for one opening, or one mark for all that stand at its place. */
export function toPin(row: OpeningRow, openings: number, positions: number): MapGroup {
  const { lng, lat, title } = row;
  const opening = { id: String(row.id), title, salary: toSalary(row), confirmedAt: instant(row.confirmedAt) };
  return openings === 1
    ? { level: 'opening', code: opening.id, name: title, lng, lat, openings, positions, opening }
    : { level: 'place', code: `${lng},${lat}`, name: row.address, lng, lat, openings, positions };
}

function toSalary(row: OpeningRow): OpeningItem['salary'] {
  return {
    min: row.salaryMin,
    max: row.salaryMax,
    unit: row.salaryUnit,
    monthlyMin: row.salaryMonthlyMin,
    monthlyMax: row.salaryMonthlyMax,
  };
}

function named(code: string) {
  return { code, name: findDivision(code)?.name ?? code };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
