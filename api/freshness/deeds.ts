import type pg from 'pg';
import type { CloseOutcome } from '../opening-desk/contract.ts';

/** Who did it, as the audit log names them, and why in words for the opening's history. */
type Told = { by: string; why: string };

/**
 * What can become of an opening through answers; done by the state machine of api/opening-desk, in the caller's
 * transaction, with event, audit line and change log. What does not fit the opening's status is a Refusal.
 */
export type OpeningDeeds = {
  confirm: (
    tx: pg.PoolClient,
    openingId: string,
    told: Told & { headcount: number | null; extendTo: Date | null },
    now: Date,
  ) => Promise<void>;
  close: (
    tx: pg.PoolClient,
    openingId: string,
    told: Told & { outcome: CloseOutcome },
    now: Date,
  ) => Promise<void>;
  pause: (tx: pg.PoolClient, openingId: string, told: Told, now: Date) => Promise<void>;
  /** With the last place the opening closes. */
  fill: (tx: pg.PoolClient, openingId: string, told: Told & { count: number }, now: Date) => Promise<void>;
  expire: (tx: pg.PoolClient, openingId: string, told: Told, now: Date) => Promise<void>;
  hide: (tx: pg.PoolClient, openingId: string, told: Told, now: Date) => Promise<void>;
};
