import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { suggest } from '../../api/search/contract.ts';
import { call } from '../call.ts';

const FRESH_MS = 5 * 60_000;

/** One hanzi says something; one letter does not. */
export function isWorthSuggesting(text: string): boolean {
  const trimmed = text.trim();
  return /\p{Script=Han}/u.test(trimmed) ? trimmed.length >= 1 : trimmed.length >= 2;
}

export function useSuggestions(text: string) {
  const q = text.trim().slice(0, 60);
  return useQuery({
    queryKey: ['suggest', q],
    queryFn: ({ signal }) => call(suggest, { query: { q }, signal }),
    enabled: isWorthSuggesting(q),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
}
