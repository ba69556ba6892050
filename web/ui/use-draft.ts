import { useCallback, useEffect, useRef, useState } from 'react';
import { formatTime } from '../text/clock.ts';
import { formWords } from '../text/form.ts';
import { dropDraft, readDraft, writeDraft } from './draft-store.ts';

/** A draft is kept half a second after the last key. */
const SETTLED_MS = 500;

/** Which form of which account: `{ form: 'opening:12', account: 'person:7' }`. */
export type DraftKey = { form: string; account: string };

export type DraftState<V> = {
  /** What was typed the last time, read once. */
  restored: V | null;
  /** `草稿 10:24 已存，断网也不会丢`, or what is to be known instead; null before the first change. */
  note: string | null;
  /** Keeps the values soon. Call it with every change. */
  keep: (values: V) => void;
  /** After success, or when somebody starts anew. */
  clear: () => void;
};

/** Keeps typed text on the device while a form is open, and gives it back when the form opens again. */
export function useDraft<V>(key: DraftKey | null): DraftState<V> {
  const form = key?.form ?? '';
  const account = key?.account ?? '';
  const [first] = useState(() => (key ? readDraft<V>(form, account) : null));
  const [note, setNote] = useState(() =>
    first ? formWords().draftRestored(formatTime(first.savedAt)) : null,
  );
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void } | null>(null);

  const keep = useCallback(
    (values: V) => {
      if (!form) return;
      const write = () => {
        waiting.current = null;
        const savedAt = Date.now();
        const kept = writeDraft(form, account, { values, savedAt });
        setNote(kept ? formWords().draftSaved(formatTime(savedAt)) : formWords().draftNotKept);
      };
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { timer: setTimeout(write, SETTLED_MS), write };
    },
    [form, account],
  );
  const clear = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    if (form) dropDraft(form, account);
    setNote(null);
  }, [form, account]);

  useEffect(() => {
    // A page that is left does not wait for the half second.
    const flush = () => {
      if (!waiting.current) return;
      clearTimeout(waiting.current.timer);
      waiting.current.write();
    };
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  return { restored: first?.values ?? null, note, keep, clear };
}
