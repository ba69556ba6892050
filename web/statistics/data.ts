import { useQuery } from '@tanstack/react-query';
import { getStatistics } from '../../api/statistics/contract.ts';
import { call } from '../call.ts';

export function useStatistics() {
  return useQuery({
    queryKey: ['statistics'],
    queryFn: ({ signal }) => call(getStatistics, { signal }),
    staleTime: 60_000,
  });
}
