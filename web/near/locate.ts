import { useSyncExternalStore } from 'react';
import type { LngLat } from '../../geodata/lng-lat.ts';

export type LocateFailure = 'refused' | 'unavailable' | 'timeout' | 'unsupported';
export type LocateState =
  | { kind: 'off' }
  | { kind: 'asking' }
  | { kind: 'found'; place: LngLat }
  | { kind: 'failed'; why: LocateFailure };

const TIMEOUT_MS = 10_000;
/** A fix of the last two minutes is good enough to measure from. */
const OLDEST_MS = 120_000;

// In memory only: a reload forgets it, and no link, storage or log ever holds it.
let state: LocateState = { kind: 'off' };
const listeners = new Set<() => void>();

function put(next: LocateState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Four digits are 11 m: exact enough to measure from, and no finer than needed. */
const coarse = (degrees: number) => Number(degrees.toFixed(4));

const failures: Record<number, LocateFailure> = { 1: 'refused', 2: 'unavailable', 3: 'timeout' };

/** Asks the device where it is. Resolves to the place, or null with the reason in the state. */
export function locateMe(): Promise<LngLat | null> {
  if (!('geolocation' in navigator)) {
    put({ kind: 'failed', why: 'unsupported' });
    return Promise.resolve(null);
  }
  put({ kind: 'asking' });
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const place = { lng: coarse(coords.longitude), lat: coarse(coords.latitude) };
        put({ kind: 'found', place });
        resolve(place);
      },
      (error) => {
        put({ kind: 'failed', why: failures[error.code] ?? 'unavailable' });
        resolve(null);
      },
      { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: OLDEST_MS },
    );
  });
}

/** Forgets the position and any failure. */
export function forgetMe(): void {
  put({ kind: 'off' });
}

export function useLocate(): LocateState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
