import { useSyncExternalStore } from 'react';

/** 0 ordinary, 1 to 3 larger and larger (125, 150, 187.5 %: body text 20, 24, 30 px). */
export type ElderStep = 0 | 1 | 2 | 3;

const KEY = 'elder';
const listeners = new Set<() => void>();

function read(): ElderStep {
  try {
    const kept = Number(localStorage.getItem(KEY));
    return kept === 1 || kept === 2 || kept === 3 ? kept : 0;
  } catch {
    return 0;
  }
}

let step: ElderStep = 0;

function show(): void {
  if (step === 0) delete document.documentElement.dataset.elder;
  else document.documentElement.dataset.elder = String(step);
}

/** Puts the remembered size on the page; call before the first render. */
export function restoreElder(): void {
  step = read();
  show();
}

/** `/elder`, or `?view=elder` on any page, is 长辈版 by address: it is switched on and remembered, and the page opens. */
export function followElderAddress(): void {
  const url = new URL(location.href);
  const isElder = url.pathname === '/elder' || url.searchParams.get('view') === 'elder';
  if (!isElder) return;
  if (step === 0) setElder(1);
  if (url.pathname === '/elder') url.pathname = '/';
  url.searchParams.delete('view');
  history.replaceState(history.state, '', url);
}

export function setElder(next: ElderStep): void {
  step = next;
  try {
    localStorage.setItem(KEY, String(next));
  } catch {
    // Private mode: the size holds for this visit.
  }
  show();
  for (const listener of listeners) listener();
}

export function useElder(): ElderStep {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => step,
  );
}
