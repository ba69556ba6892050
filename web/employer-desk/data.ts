import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getDeskEmployer, listMyEmployers, type DeskEmployer } from '../../api/employers/contract.ts';
import type { ReplyOf } from '../../api/endpoint.ts';
import { getDeskOpening, listDeskOpenings, type DeskOpening } from '../../api/opening-desk/contract.ts';
import { getEmployerStatistics } from '../../api/opening-statistics/contract.ts';
import { call } from '../call.ts';

// Everything under `own` is dropped when another account signs in.
const keys = {
  employers: ['own', 'employers'],
  employer: (id: string) => ['own', 'employer', id],
  openings: (employerId: string) => ['own', 'openings', employerId],
  opening: (id: string) => ['own', 'opening', id],
  figures: (employerId: string) => ['own', 'figures', employerId],
};

export type MyEmployers = ReplyOf<typeof listMyEmployers>;

export function useMyEmployers() {
  return useQuery({
    queryKey: keys.employers,
    queryFn: ({ signal }) => call(listMyEmployers, { signal }),
  });
}

export function useDeskEmployer(employerId: string) {
  return useQuery({
    queryKey: keys.employer(employerId),
    queryFn: ({ signal }) => call(getDeskEmployer, { params: { employerId }, signal }),
  });
}

/** All of them, a hundred at most: an employer with more uses the bulk page and the search of its own list. */
export function useDeskOpenings(employerId: string) {
  return useQuery({
    queryKey: keys.openings(employerId),
    queryFn: ({ signal }) => call(listDeskOpenings, { query: { employerId, pageSize: 100 }, signal }),
    refetchOnWindowFocus: true,
  });
}

export function useDeskOpening(openingId: string) {
  return useQuery({
    queryKey: keys.opening(openingId),
    queryFn: ({ signal }) => call(getDeskOpening, { params: { openingId }, signal }),
    refetchOnWindowFocus: false,
  });
}

const FIGURES_DAYS = 28;

/** Seen, opened, called, applied of each opening over four weeks; the list stands without them. */
export function useFigures(employerId: string) {
  return useQuery({
    queryKey: keys.figures(employerId),
    queryFn: ({ signal }) =>
      call(getEmployerStatistics, { params: { employerId }, query: { days: FIGURES_DAYS }, signal }),
  }).data;
}

/** What an act gave back is what every page shows; the lists are asked again. */
export function useTold() {
  const client = useQueryClient();
  return useMemo(() => {
    const askAgain = (...queryKeys: (readonly string[])[]) =>
      queryKeys.forEach((queryKey) => void client.invalidateQueries({ queryKey }));
    return {
      employer: (employer: DeskEmployer) => {
        client.setQueryData(keys.employer(employer.id), employer);
        askAgain(keys.employers, ['session']);
      },
      employerChanged: (id: string) => askAgain(keys.employer(id), keys.employers, ['session']),
      opening: (opening: DeskOpening) => {
        client.setQueryData(keys.opening(opening.id), opening);
        askAgain(keys.openings(opening.employer.id));
      },
      openingGone: (id: string, employerId: string) => {
        client.removeQueries({ queryKey: keys.opening(id) });
        askAgain(keys.openings(employerId));
      },
    };
  }, [client]);
}
