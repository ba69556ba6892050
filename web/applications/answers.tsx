import type { Answering } from '../../api/applications/contract.ts';
import { applicationsWords } from '../text/applications.ts';
import styles from './apply.module.css';

/** Callers are listened to for so long; api/freshness/rules.ts says it. */
const CALLERS_DAYS = 14;

/** How often an employer answers, with what it is counted from; nothing below five contacts. */
export function AnswerRate({ rate }: { rate: Answering['rate'] }) {
  const words = applicationsWords();
  return rate && <p className={styles.rate}>{words.answerRate(rate.contacts, rate.answered)}</p>;
}

/** How an employer answers, and what people heard lately who rang about this opening. */
export function Answers({ answering }: { answering: Answering }) {
  const words = applicationsWords();
  const { callers } = answering;
  const said = (['hiring', 'full', 'noAnswer'] as const)
    .filter((kind) => callers[kind] > 0)
    .map((kind) => words.heard[kind](callers[kind]))
    .join('，');
  return (
    <>
      <AnswerRate rate={answering.rate} />
      {said && <p className={styles.rate}>{words.callsHeard(CALLERS_DAYS, said)}</p>}
    </>
  );
}
