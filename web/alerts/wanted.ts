import type { Wanted } from '../../api/alerts/contract.ts';
import { emptyFind, type FindState } from '../openings/filter.ts';

/** What of a search can be asked for when it comes: not where somebody stands, nor what lies on the map. */
export function wantedOf(state: FindState): Wanted {
  const { q, occupation, industry, district, town, salaryMin, education, experience, employmentType } = state;
  return {
    q: q ?? undefined,
    literal: q !== null && state.literal ? true : undefined,
    occupation: occupation ?? undefined,
    industry: industry ?? undefined,
    // A town says its county.
    district: town === null ? (district ?? undefined) : undefined,
    town: town ?? undefined,
    salaryMin: salaryMin ?? undefined,
    education: education ?? undefined,
    experience: experience ?? undefined,
    employmentType: employmentType ?? undefined,
    benefits: state.benefits.length > 0 ? [...state.benefits] : undefined,
  };
}

/** Whether there is anything to be told of: all that comes to the city is no answer to anybody. */
export function canBeTold(state: FindState): boolean {
  const { q, literal: _literal, ...conditions } = wantedOf(state);
  return Boolean(q?.trim()) || Object.values(conditions).some((value) => value !== undefined);
}

/** The search that shows it, newest first. */
export function findOf(wanted: Wanted): FindState {
  const { town, district } = wanted;
  return {
    ...emptyFind,
    q: wanted.q ?? null,
    literal: wanted.literal ?? false,
    occupation: wanted.occupation ?? null,
    industry: wanted.industry ?? null,
    district: town === undefined ? (district ?? null) : town.slice(0, 6),
    town: town ?? null,
    salaryMin: wanted.salaryMin ?? null,
    education: wanted.education ?? null,
    experience: wanted.experience ?? null,
    employmentType: wanted.employmentType ?? null,
    benefits: wanted.benefits ?? [],
    sort: 'newest',
  };
}
