import { useQuery } from '@tanstack/react-query';
import { revealPhone } from '../../api/applications/contract.ts';
import type { OpeningDetail } from '../../api/openings/contract.ts';
import { call, CallFailure } from '../call.ts';

/** One number, asked for by a person: it is in no list and no page before. */
export const phoneQuery = (openingId: string) => ({
  queryKey: ['contact-phone', openingId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call(revealPhone, { params: { idOrCode: openingId }, signal }),
  staleTime: Infinity,
  retry: false,
});

/** The number to ring about an opening: the employer's once it was asked for, else the nearest point's. */
export function useContactPhone(opening: OpeningDetail) {
  const query = useQuery({ ...phoneQuery(opening.id), enabled: false });
  const ofPoint = opening.nearestPoints[0]?.telephones[0] ?? null;
  const ofEmployer = query.data?.contactPhone ?? null;
  return {
    /** null until it was asked for. */
    ofEmployer,
    ofPoint,
    asking: query.isFetching,
    /** Why it was not told, in words. */
    refused: query.error instanceof CallFailure ? query.error : null,
    ask: async (): Promise<string | null> => {
      if (!opening.hasPhone) return null;
      if (ofEmployer) return ofEmployer;
      return (await query.refetch()).data?.contactPhone ?? null;
    },
  };
}
export type ContactPhone = ReturnType<typeof useContactPhone>;
