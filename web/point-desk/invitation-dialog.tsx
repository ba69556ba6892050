import { useState } from 'react';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { invitationPage } from './addresses.ts';
import styles from './point-desk.module.css';

/** The link with which a colleague chooses a password: shown once. */
export function InvitationDialog({ token, onClose }: { token: string; onClose: () => void }) {
  const words = pointsDeskWords();
  const [copied, setCopied] = useState(false);
  const link = invitationPage(token);
  const copy = () =>
    navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => {},
    );
  return (
    <Dialog
      title={words.inviteAgain}
      onClose={onClose}
      foot={
        <div className={styles.dialogFoot}>
          <Button kind="primary" onClick={() => void copy()}>
            {copied ? words.inviteCopied : words.inviteCopy}
          </Button>
        </div>
      }
    >
      <div className={styles.dialog}>
        <p>{words.inviteLink}</p>
        <p className={styles.link}>{link}</p>
      </div>
    </Dialog>
  );
}
