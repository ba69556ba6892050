import { useSyncExternalStore } from 'react';

// For this visit only: what somebody read is nobody else's business.
let seen: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/** Remembers that an opening was read. */
export function markSeen(id: string): void {
  if (seen.has(id)) return;
  seen = new Set([...seen, id]);
  for (const listener of listeners) listener();
}

export function useSeen(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => seen,
  );
}
