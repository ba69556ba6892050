import { useQuery } from '@tanstack/react-query';
import { getBulletin } from '../../api/bulletins/contract.ts';
import { call } from '../call.ts';

/** A wall screen stands for days: it asks again. */
const AGAIN_MS = 10 * 60_000;

export function useBulletin(id: string) {
  return useQuery({
    queryKey: ['bulletin', id],
    queryFn: ({ signal }) => call(getBulletin, { params: { id }, signal }),
    staleTime: AGAIN_MS,
    refetchInterval: AGAIN_MS,
  });
}
