import { useState } from 'react';
import { sessionEnded, SignInDialog } from './sign-in-dialog.tsx';

type SessionEndedProps = {
  /** What the form's last try threw (`form.failed`). */
  failed: unknown;
  kind?: 'person' | 'staff';
  /** Signed in again: send once more. */
  onDone: () => void;
};

/** Beside a form: when its session ended, signing in over it, and then it goes on. Closed, the form stays as it is. */
export function SessionEnded({ failed, kind = 'person', onDone }: SessionEndedProps) {
  const [closed, setClosed] = useState<unknown>(null);
  if (!sessionEnded(failed) || closed === failed) return null;
  const close = () => setClosed(failed);
  return (
    <SignInDialog
      kind={kind}
      onClose={close}
      onDone={() => {
        close();
        onDone();
      }}
    />
  );
}
