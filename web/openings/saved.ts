import { useSyncExternalStore } from 'react';
import { mostIds, type ListedOpening, type OpeningDetail } from '../../api/openings/contract.ts';

/**
 * An opening as it was when it was last seen here: the list stands without a network, and one that has ended can still be
 * named. On this device alone, without an account.
 */
export type SavedOpening = { opening: ListedOpening; savedAt: number };

const KEY = 'saved-openings';
/** An opening stands for three months at most; a device that was passed on forgets. */
const KEPT_MS = 180 * 86_400_000;

/** What a card shows. How far away it was is not among it: that would tell where somebody stood. */
const remembered = [
  'id',
  'code',
  'externalId',
  'title',
  'occupation',
  'employer',
  'industry',
  'headcount',
  'salary',
  'education',
  'experience',
  'employmentType',
  'benefits',
  'place',
  'address',
  'district',
  'town',
  'publishedAt',
  'confirmedAt',
  'expiresAt',
  'nearestPoint',
] as const satisfies (keyof ListedOpening)[];

/** What a device may remember of an opening. */
export const withoutPlaceOfPerson = (opening: ListedOpening): ListedOpening =>
  Object.fromEntries(remembered.map((name) => [name, opening[name]])) as ListedOpening;

/** The card of an opening that is looked at whole. */
export function listedOf(opening: OpeningDetail): ListedOpening {
  const [nearest] = opening.nearestPoints;
  if (!nearest) return { ...opening, nearestPoint: null };
  const { id, name, distanceMetres = 0, open, terminals } = nearest;
  return {
    ...opening,
    nearestPoint: { id, name, distanceMetres, open, terminalsWorking: terminals.working },
  };
}

/** Storage is the device's, not ours: what a card cannot be drawn from is left out. */
function readsAsOpening(kept: unknown): kept is ListedOpening {
  const one = kept as Partial<ListedOpening> | null | undefined;
  const texts = [one?.id, one?.code, one?.title, one?.employer?.name, one?.district?.name, one?.town?.name];
  return (
    [...texts, one?.confirmedAt, one?.salary?.unit].every((text) => typeof text === 'string') &&
    Array.isArray(one?.benefits)
  );
}

/** What is kept and reads, newest first. */
export function readSaved(text: string | null, now: number): SavedOpening[] {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(kept)) return [];
  return kept.slice(0, mostIds).flatMap((one: Partial<SavedOpening> | null) => {
    if (!one || typeof one.savedAt !== 'number' || now - one.savedAt >= KEPT_MS) return [];
    return readsAsOpening(one.opening) ? [{ opening: one.opening, savedAt: one.savedAt }] : [];
  });
}

const listeners = new Set<() => void>();
let known: { text: string | null; saved: readonly SavedOpening[] } = { text: null, saved: [] };

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function current(): readonly SavedOpening[] {
  const text = stored();
  if (text !== known.text) known = { text, saved: readSaved(text, Date.now()) };
  return known.saved;
}

/** @returns false where the device keeps nothing (private mode, full) */
function put(saved: readonly SavedOpening[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(saved));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

/** Saves an opening. `full` when as many are there as one page holds, `refused` where the device keeps nothing. */
export function save(opening: ListedOpening): 'saved' | 'full' | 'refused' {
  const others = current().filter((one) => one.opening.id !== opening.id);
  if (others.length >= mostIds) return 'full';
  const one = { opening: withoutPlaceOfPerson(opening), savedAt: Date.now() };
  return put([one, ...others]) ? 'saved' : 'refused';
}

export function unsave(id: string): void {
  put(current().filter((one) => one.opening.id !== id));
}

/** Brings what is remembered up to what the server says now; what it no longer lists stays as it was. */
export function renew(listed: readonly ListedOpening[]): void {
  const now = new Map(listed.map((opening) => [opening.id, opening]));
  put(
    current().map((one) => {
      const opening = now.get(one.opening.id);
      return opening ? { ...one, opening: withoutPlaceOfPerson(opening) } : one;
    }),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab of the same device.
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

/** What this device has saved, newest first. */
export const useSaved = (): readonly SavedOpening[] => useSyncExternalStore(subscribe, current);
