import { useQueries, useQuery } from '@tanstack/react-query';
import type { FacetName, Facets, OpeningFilter } from '../../api/openings/contract.ts';
import { countQuery, useOpeningCounts } from './data.ts';

export type Choice = { value: string | null; label: string; openings: number };

const singleValued = ['district', 'town', 'industry', 'education', 'experience', 'employmentType'] as const;

/** The facets of the whole city: every value there is, so that an empty kind stays visible with its 0. */
export function useAllFacets(): Facets | undefined {
  return useQuery(countQuery({})).data?.facets;
}

/**
 * Choices with what you would get. A chosen single value would leave the others at zero, so their counts come from
 * the same filter without it.
 */
export function useChoices(filter: OpeningFilter, enabled = true) {
  const all = useAllFacets();
  const current = useOpeningCounts(filter, enabled);
  const chosen = singleValued.filter((name) => filter[name] !== undefined);
  const others = useQueries({
    queries: chosen.map((name) => ({
      ...countQuery({ ...filter, [name]: undefined, ...(name === 'district' ? { town: undefined } : {}) }),
      enabled,
    })),
  });
  const countsOf = (name: FacetName) => {
    const index = chosen.indexOf(name as (typeof singleValued)[number]);
    return (index >= 0 ? others[index]?.data : current.data)?.facets[name];
  };
  const choices = (name: FacetName): Choice[] => {
    const counts = countsOf(name);
    const known = all?.[name] ?? counts ?? [];
    return known.map(({ value, label }) => ({
      value,
      label,
      openings: counts?.find((entry) => entry.value === value)?.openings ?? 0,
    }));
  };
  return { choices, total: current.data?.total, isFetching: current.isFetching };
}
