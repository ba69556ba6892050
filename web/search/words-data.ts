import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyInputOf } from '../../api/endpoint.ts';
import {
  addSearchWord,
  listMissedSearches,
  listSearchWords,
  proposeOccupations,
  removeSearchWord,
  setAsideMissedSearch,
} from '../../api/search/contract.ts';
import { call } from '../call.ts';

/** Keys begin with `own`: they go when another account signs in. */
const all = ['own', 'search-words'];

export function useAddedWords() {
  return useQuery({
    queryKey: [...all, 'added'],
    queryFn: ({ signal }) => call(listSearchWords, { signal }),
  });
}

export function useMissedSearches() {
  return useQuery({
    queryKey: [...all, 'missed'],
    queryFn: ({ signal }) => call(listMissedSearches, { signal }),
  });
}

/** @param word as typed so far; nothing is asked for one character */
export function useProposals(word: string) {
  return useQuery({
    queryKey: [...all, 'proposals', word],
    queryFn: ({ signal }) => call(proposeOccupations, { query: { word }, signal }),
    enabled: [...word].length > 1,
    placeholderData: keepPreviousData,
  });
}

/** What is done here changes all three lists. */
export function useWordActs() {
  const client = useQueryClient();
  const onSettled = () => void client.invalidateQueries({ queryKey: all });
  return {
    add: useMutation({
      mutationFn: (body: BodyInputOf<typeof addSearchWord>) => call(addSearchWord, { body }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (id: string) => call(removeSearchWord, { params: { id } }),
      onSettled,
    }),
    setAside: useMutation({
      mutationFn: (words: string) => call(setAsideMissedSearch, { body: { words } }),
      onSettled,
    }),
  };
}
