import type { OpeningDetail } from '../../api/openings/contract.ts';
import { applicationsWords } from '../text/applications.ts';
import { Done } from '../ui/done.tsx';
import { AnswerRate } from './answers.tsx';
import styles from './apply.module.css';

type ApplySentProps = { opening: OpeningDetail; wasBefore: boolean; mineHref: string; onClose: () => void };

/** It arrived: what happens now, and what to do when nothing happens. */
export function ApplySent({ opening, wasBefore, mineHref, onClose }: ApplySentProps) {
  const words = applicationsWords();
  const said = `${wasBefore ? words.sentBefore : ''}${words.sentNext(opening.employer.name)}`;
  return (
    <Done said={said} ok={words.done} onClose={onClose} next={{ href: mineHref, label: words.seeMine }}>
      <p className={styles.lead}>{words.sentAnswerRate}</p>
      <AnswerRate rate={opening.answering.rate} />
    </Done>
  );
}
