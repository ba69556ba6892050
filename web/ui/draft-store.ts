/** What was typed and when, kept on the device per form and account. */
export type Draft<V> = { values: V; savedAt: number };

/** Long enough for a holiday, short enough that a shared computer forgets. */
const KEPT_MS = 30 * 86_400_000;

const keyOf = (form: string, account: string) => `draft:${account}:${form}`;

/** The draft of one form, or null where there is none, it is too old, or it does not read. */
export function readDraft<V>(form: string, account: string, now = Date.now()): Draft<V> | null {
  try {
    const draft = JSON.parse(localStorage.getItem(keyOf(form, account)) ?? 'null') as Draft<V> | null;
    if (!draft || typeof draft.values !== 'object' || typeof draft.savedAt !== 'number') return null;
    return now - draft.savedAt < KEPT_MS ? draft : null;
  } catch {
    return null;
  }
}

/** False where the device keeps nothing (private mode, full). */
export function writeDraft<V>(form: string, account: string, draft: Draft<V>): boolean {
  try {
    localStorage.setItem(keyOf(form, account), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(form: string, account: string): void {
  try {
    localStorage.removeItem(keyOf(form, account));
  } catch {
    // Nothing was kept.
  }
}
