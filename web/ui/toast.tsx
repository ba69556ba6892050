import { IconCheck } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import styles from './toast.module.css';

const SHOWN_MS = 5000;

let current: { text: string; since: number } | null = null;
const listeners = new Set<() => void>();

function put(next: typeof current): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Says one sentence at the bottom for five seconds. */
export function toast(text: string): void {
  put({ text, since: Date.now() });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function ToastPlace() {
  const shown = useSyncExternalStore(subscribe, () => current);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => put(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {shown && (
        <p className={styles.toast}>
          <IconCheck size="1.25rem" stroke={1.75} aria-hidden="true" />
          {shown.text}
        </p>
      )}
    </div>
  );
}
