import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { OpeningDetail } from '../../api/openings/contract.ts';
import { applicationsWords } from '../text/applications.ts';
import { Button } from '../ui/button.tsx';
import { AnswerRate } from './answers.tsx';
import styles from './apply.module.css';

type ApplySentProps = { opening: OpeningDetail; wasBefore: boolean; mineHref: string; onClose: () => void };

/** It arrived: what happens now, and what to do when nothing happens. */
export function ApplySent({ opening, wasBefore, mineHref, onClose }: ApplySentProps) {
  const words = applicationsWords();
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className={styles.sent}>
      <p ref={ref} tabIndex={-1}>
        {wasBefore && `${words.sentBefore}`}
        {words.sentNext(opening.employer.name)}
      </p>
      <p className={styles.lead}>{words.sentAnswerRate}</p>
      <AnswerRate rate={opening.answering.rate} />
      <div className={styles.buttons}>
        <Button kind="primary" onClick={onClose}>
          {words.done}
        </Button>
        <Link href={mineHref} className={styles.link} onClick={onClose}>
          {words.seeMine}
        </Link>
      </div>
    </div>
  );
}
