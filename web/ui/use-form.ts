import { useCallback, useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { CallFailure } from '../call.ts';
import { formWords } from '../text/form.ts';
import { useDraft, type DraftKey } from './use-draft.ts';

/** A sentence by the name of the field. */
export type Faults = Partial<Record<string, string>>;

type FormOptions<V extends object> = {
  initial: V;
  /** What is wrong before anything is sent; an empty object when nothing is. */
  check?: (values: V) => Faults;
  /** Keeps what is typed on the device. Password fields do not belong into a draft: leave it out. */
  draft?: DraftKey | null;
  /** The server's sentence for one fault; its own detail unless told. */
  sentenceOf?: (fault: { name: string; code: string; detail: string }) => string;
  /** A field of this form for a fault of another name (`salary` -> `salaryMin`). */
  nameOf?: (name: string) => string;
};

export type Form<V extends object> = {
  values: V;
  /** Changes one field and takes its fault away. */
  set: <K extends keyof V>(name: K, value: V[K]) => void;
  patch: (some: Partial<V>) => void;
  /** Starts anew: other values, no faults, no draft. */
  reset: (values: V) => void;
  faults: Faults;
  setFaults: (faults: Faults) => void;
  /** Spread on TextInput, Select, NumberInput, CheckGroup, ...: name, value, onChange, fault. */
  field: <K extends keyof V & string>(
    name: K,
  ) => { name: K; value: V[K]; onChange: (value: V[K]) => void; fault: string | undefined };
  /** For `<form onSubmit={form.submit(send)}>`: checks, sends, and shows what came back. */
  submit: (
    send: (values: V) => Promise<unknown>,
    how?: {
      /** Sends what is there, right or not: keeping a draft. */
      unchecked?: boolean;
    },
  ) => (event?: FormEvent) => void;
  working: boolean;
  /** What went wrong beside the fields: no network, too slow, or the server's sentence. */
  failure: string | null;
  /** The same as it was thrown; 401 means that the session ended (see sign-in-dialog). */
  failed: unknown;
  /** Put it on the form element: the first fault is looked for in it. */
  ref: RefObject<HTMLFormElement | null>;
  goToFirstFault: () => void;
  /** Something was typed since the form opened or was reset. */
  touched: boolean;
  draftNote: string | null;
  /** True when the form opened with what was typed before. */
  restored: boolean;
  clearDraft: () => void;
};

type Submit<V extends object> = (
  ...asked: Parameters<Form<V>['submit']>
) => (event?: FormEvent) => Promise<void>;

const FOCUSABLE = 'input:not([tabindex="-1"]), select, textarea, button, [tabindex="0"]';

/** The values of one form, its faults by name, and sending it. */
export function useForm<V extends object>(options: FormOptions<V>): Form<V> {
  const latest = useRef(options);
  latest.current = options;
  const draft = useDraft<V>(options.draft ?? null);
  const { keep } = draft;
  const [values, setValues] = useState<V>(() => ({ ...options.initial, ...draft.restored }));
  const [faults, setFaults] = useState<Faults>({});
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [touched, setTouched] = useState(false);
  const [goCount, setGoCount] = useState(0);
  const ref = useRef<HTMLFormElement>(null);
  const now = useRef(values);
  now.current = values;

  const put = useCallback(
    (some: Partial<V>) => {
      now.current = { ...now.current, ...some };
      setValues(now.current);
      setTouched(true);
      keep(now.current);
      setFaults((before) => {
        const names = Object.keys(some).filter((name) => before[name]);
        if (names.length === 0) return before;
        return Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name)));
      });
    },
    [keep],
  );

  const goToFirstFault = useCallback(() => setGoCount((count) => count + 1), []);
  useEffect(() => {
    if (goCount === 0) return;
    const field = ref.current?.querySelector('[data-fault]');
    const control = field?.querySelector<HTMLElement>(FOCUSABLE);
    control?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'center' });
  }, [goCount]);

  const submit: Submit<V> = (send, how) => async (event) => {
    event?.preventDefault();
    if (working) return;
    const wrong = how?.unchecked ? {} : (latest.current.check?.(now.current) ?? {});
    setFailed(null);
    setFaults(wrong);
    if (Object.values(wrong).some(Boolean)) return goToFirstFault();
    setWorking(true);
    try {
      await send(now.current);
      draft.clear();
      setTouched(false);
    } catch (error) {
      const { nameOf, sentenceOf } = latest.current;
      const found = error instanceof CallFailure ? error.faults : [];
      setFailed(error);
      if (found.length > 0) {
        setFaults(
          Object.fromEntries(
            found.map((fault) => [nameOf?.(fault.name) ?? fault.name, sentenceOf?.(fault) ?? fault.detail]),
          ),
        );
        goToFirstFault();
      }
    } finally {
      setWorking(false);
    }
  };

  return {
    values,
    set: (name, value) => put({ [name]: value } as unknown as Partial<V>),
    patch: put,
    reset: (next) => {
      now.current = next;
      setValues(next);
      setFaults({});
      setFailed(null);
      setTouched(false);
      draft.clear();
    },
    faults,
    setFaults,
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => put({ [name]: value } as unknown as Partial<V>),
      fault: faults[name],
    }),
    submit: (send, how) => (event) => void submit(send, how)(event),
    working,
    failure: failed === null ? null : failureSentence(failed),
    failed,
    ref,
    goToFirstFault,
    touched,
    draftNote: draft.note,
    restored: draft.restored !== null,
    clearDraft: draft.clear,
  };
}

/** One sentence for a call that failed, when no field is to blame. */
export function failureSentence(error: unknown): string {
  const words = formWords();
  if (!(error instanceof CallFailure)) return words.failedFallback;
  if (error.kind === 'offline' || error.kind === 'slow') return words.sent[error.kind];
  // What the server says is Chinese and meant to be read; a bug of its own is not.
  return error.kind === 'broken' || error.message === error.kind ? words.failedFallback : error.message;
}
