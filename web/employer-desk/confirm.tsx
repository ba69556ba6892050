import { useState, type ReactNode } from 'react';
import { deskWords } from '../text/desk.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './employer.module.css';

type ConfirmProps = {
  /** What will be done, as the button says it. */
  deed: string;
  children?: ReactNode;
  onNo: () => void;
  onYes: () => Promise<unknown>;
};

/** Asks once more before something is taken away. */
export function Confirm({ deed, children, onNo, onYes }: ConfirmProps) {
  const words = deskWords();
  const [working, setWorking] = useState(false);
  return (
    <Dialog title={words.sure(deed)} onClose={onNo}>
      <div className={styles.dialog}>
        {children}
        <p className={styles.buttons}>
          <Button onClick={onNo}>{words.no}</Button>
          <Button
            kind="primary"
            working={working}
            onClick={() => {
              setWorking(true);
              void onYes().finally(() => setWorking(false));
            }}
          >
            {words.yes(deed)}
          </Button>
        </p>
      </div>
    </Dialog>
  );
}
