import type { Facets } from '../../api/openings/contract.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';
import type { FindState } from './filter.ts';

export type Condition = { key: string; label: string; without: FindState };

/** Code -> name, out of the facets of the whole city. */
export type Names = {
  district: Record<string, string>;
  town: Record<string, string>;
  industry: Record<string, string>;
};

export function namesOf(facets: Facets | undefined): Names {
  const read = (name: 'district' | 'town' | 'industry') =>
    Object.fromEntries(
      (facets?.[name] ?? []).flatMap(({ value, label }) => (value === null ? [] : [[value, label] as const])),
    );
  return { district: read('district'), town: read('town'), industry: read('industry') };
}

/** The conditions that hold, as chips say them, each with the state that is left without it. */
export function conditionsOf(state: FindState, names: Names): Condition[] {
  const conditions: Condition[] = [];
  const add = (key: string, label: string | null | undefined, without: Partial<FindState>) => {
    if (label) conditions.push({ key, label, without: { ...state, ...without } });
  };
  add('occupation', state.occupation, { occupation: null });
  add('district', state.district && (names.district[state.district] ?? state.district), {
    district: null,
    town: null,
  });
  add('town', state.town && (names.town[state.town] ?? state.town), { town: null });
  add('industry', state.industry && (names.industry[state.industry] ?? state.industry), { industry: null });
  add('pay', state.salaryMin === null ? null : words.chipPay(state.salaryMin), { salaryMin: null });
  for (const benefit of state.benefits)
    add(`benefit-${benefit}`, spaced(benefit), {
      benefits: state.benefits.filter((kept) => kept !== benefit),
    });
  add('education', state.education && words.educationWords[state.education], { education: null });
  add('experience', state.experience && words.experienceWords[state.experience], { experience: null });
  add('type', state.employmentType, { employmentType: null });
  add('days', state.publishedWithinDays === null ? null : daysLabel(state.publishedWithinDays), {
    publishedWithinDays: null,
  });
  return conditions;
}

export const daysLabel = (days: number): string => words.withinDays[days] ?? `${days} 天内`;
