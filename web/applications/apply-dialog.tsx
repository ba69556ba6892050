import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { OpeningDetail } from '../../api/openings/contract.ts';
import { SignInForm } from '../accounts/sign-in-form.tsx';
import { useViewer } from '../accounts/use-viewer.ts';
import { applicationsWords } from '../text/applications.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import styles from './apply.module.css';
import { ApplyForm } from './apply-form.tsx';
import { ApplySent } from './apply-sent.tsx';

type ApplyDialogProps = { opening: OpeningDetail; mineHref: string; onClose: () => void };

/** First the telephone, then name and two sentences, then done. */
export function ApplyDialog({ opening, mineHref, onClose }: ApplyDialogProps) {
  const words = applicationsWords();
  const { viewer, demo } = useViewer();
  const [sent, setSent] = useState<{ before: boolean } | null>(null);
  return (
    <Dialog title={sent ? words.sentTitle : words.applyTitle(opening.title)} onClose={onClose}>
      <div className={styles.body}>
        {!sent && !opening.answering.isOnline && (
          <p className={styles.warning}>
            <IconAlertTriangle size="1.25rem" stroke={1.75} aria-hidden="true" />
            <span>{words.applyNotOnline}</span>
          </p>
        )}
        {sent ? (
          <ApplySent opening={opening} wasBefore={sent.before} mineHref={mineHref} onClose={onClose} />
        ) : viewer?.kind === 'person' ? (
          <ApplyForm opening={opening} person={viewer} onSent={(before) => setSent({ before })} />
        ) : viewer ? (
          <>
            <p className={styles.lead}>{words.applyPhoneFirst}</p>
            <SignInForm demo={demo} onDone={() => {}} />
          </>
        ) : (
          <SkeletonRows rows={1} label={words.apply} />
        )}
      </div>
    </Dialog>
  );
}
