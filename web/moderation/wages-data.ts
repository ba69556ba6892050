import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  listMinimumWages,
  type MinimumWageRow,
  putMinimumWage,
  removeMinimumWage,
  type WageDoubt,
} from '../../api/moderation/contract.ts';
import { call, CallFailure } from '../call.ts';
import { findWage, type WageValues } from './wages.ts';

/** Begins with `own`: who entered a figure is told to staff only. */
const key = ['own', 'minimum-wages'];

const fetchWages = ({ signal }: { signal?: AbortSignal } = {}) => call(listMinimumWages, { signal });

export function useWages() {
  return useQuery({ queryKey: key, queryFn: fetchWages, refetchOnWindowFocus: true });
}

/** A county whose figures want a second look before they are entered. */
export type Doubtful = { county: string; doubts: WageDoubt[] };

/**
 * Enters the same figures for each county, one after the other. What was entered already is left as it is, so that a
 * second try after a lost answer finishes what the first began.
 * @returns counties left out because nobody was sure yet
 */
async function enter(values: WageValues, sure: boolean, read: readonly MinimumWageRow[]) {
  const { counties, inForceFrom, monthlyYuan, hourlyYuan, source } = values;
  const left: Doubtful[] = [];
  for (const county of counties) {
    const version = findWage(read, county, inForceFrom)?.version ?? 0;
    try {
      await call(putMinimumWage, {
        params: { county, inForceFrom },
        body: { monthlyYuan: monthlyYuan!, hourlyYuan: hourlyYuan!, source: source.trim(), version, sure },
      });
    } catch (error) {
      if (!(error instanceof CallFailure) || error.code !== 'minimum-wage.doubtful') throw error;
      left.push({ county, doubts: error.more.doubts as WageDoubt[] });
    }
  }
  return left;
}

/** Entering and taking away; the list is asked for again afterwards. */
export function useWageActs() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const remove = useMutation({
    mutationFn: ({ county, inForceFrom, version }: MinimumWageRow) =>
      call(removeMinimumWage, { params: { county, inForceFrom: inForceFrom! }, query: { version } }),
    onSettled: refresh,
  });
  return {
    remove,
    enter: (...asked: Parameters<typeof enter>) => enter(...asked).finally(refresh),
    /** What stands now, past anything kept. */
    readAgain: () => client.fetchQuery({ queryKey: key, queryFn: fetchWages, staleTime: 0 }),
  };
}
