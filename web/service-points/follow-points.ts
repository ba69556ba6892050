import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { getServicePointsVersion } from '../../api/service-points/contract.ts';
import { call } from '../call.ts';

/** Hours that staff change show on open pages within about a second. */
const LOOK_EVERY_MS = 1000;
const AFTER_FAILURE_MS = 10_000;
/** While a long list of points is read in, everything is asked for again this often at most. */
const AGAIN_AFTER_MS = 5000;

/** Asks whether any point changed, as long as the page is seen; then what is shown of points is asked for again. */
export function useFollowPoints(enabled: boolean): void {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['points-version'],
    queryFn: ({ signal }) => call(getServicePointsVersion, { signal }),
    // Stops by itself in a window that nobody sees, and goes on when it is looked at again.
    refetchInterval: ({ state }) => (state.error ? AFTER_FAILURE_MS : LOOK_EVERY_MS),
    refetchOnWindowFocus: 'always',
    enabled,
  });
  const version = data?.version;
  const known = useRef<string | undefined>(undefined);
  const askedAt = useRef(-Infinity);
  useEffect(() => {
    if (version === undefined || version === known.current) return;
    const isFirst = known.current === undefined;
    known.current = version;
    if (isFirst) return;
    const ask = () => {
      askedAt.current = Date.now();
      void client.invalidateQueries({
        predicate: ({ queryKey: [first] }) =>
          first === 'points' || first === 'point' || first === 'point-features',
      });
    };
    const timer = setTimeout(ask, Math.max(0, askedAt.current + AGAIN_AFTER_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [client, version]);
}
