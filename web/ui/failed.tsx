import type { CallFailureKind } from '../call.ts';
import { CallFailure } from '../call.ts';
import { words } from '../text/words.ts';
import { Button } from './button.tsx';
import styles from './failed.module.css';

/** What went wrong, for choosing the sentence. Anything unknown is a fault of ours. */
export function failureKind(error: unknown): CallFailureKind {
  return error instanceof CallFailure ? error.kind : 'broken';
}

/** The answer did not come: what holds, and once more. */
export function Failed({ error, title, onRetry }: { error: unknown; title: string; onRetry: () => void }) {
  return (
    <div className={styles.failed} role="alert">
      <h2>{title}</h2>
      <p>{words.failed[failureKind(error)]}</p>
      <Button onClick={onRetry}>{words.retry}</Button>
    </div>
  );
}
