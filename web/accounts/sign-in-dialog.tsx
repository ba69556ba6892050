import { CallFailure } from '../call.ts';
import { accountsWords } from '../text/accounts.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './accounts.module.css';
import { SignInForm } from './sign-in-form.tsx';
import { StaffSignInForm } from './staff-sign-in-form.tsx';
import { useViewer } from './use-viewer.ts';

type SignInDialogProps = { kind: 'person' | 'staff'; onDone: () => void; onClose: () => void };

/** Signing in over an open form: the form stays as it is. */
export function SignInDialog({ kind, onDone, onClose }: SignInDialogProps) {
  const { demo } = useViewer();
  const words = accountsWords();
  return (
    <Dialog title={words.endedTitle} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{words.ended}</p>
        {kind === 'person' ? <SignInForm demo={demo} onDone={onDone} /> : <StaffSignInForm onDone={onDone} />}
      </div>
    </Dialog>
  );
}

/** True when a call failed because nobody is signed in any more. */
export const sessionEnded = (error: unknown): boolean =>
  error instanceof CallFailure && error.code === 'session.needed';
