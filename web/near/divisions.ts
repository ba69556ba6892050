import { useQuery } from '@tanstack/react-query';
import { listDivisions } from '../../api/divisions/contract.ts';
import { call } from '../call.ts';

/** Counties and towns with their seats; they change once in years. */
export function useDivisions(enabled = true) {
  return useQuery({
    queryKey: ['divisions'],
    queryFn: ({ signal }) => call(listDivisions, { signal }),
    staleTime: Infinity,
    enabled,
  }).data?.divisions;
}
