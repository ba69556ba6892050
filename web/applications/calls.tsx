import { useMutation } from '@tanstack/react-query';
import { type CallOutcome, callOutcomes, reportCall } from '../../api/freshness/contract.ts';
import { call, CallFailure } from '../call.ts';
import { applicationsWords } from '../text/applications.ts';
import { Chip } from '../ui/chip.tsx';
import styles from './calls.module.css';

/** What somebody heard who rang: one tap, no account. Another tap corrects it. */
export function Calls({ openingId }: { openingId: string }) {
  const words = applicationsWords();
  const report = useMutation({
    mutationFn: (outcome: CallOutcome) =>
      call(reportCall, { params: { idOrCode: openingId }, body: { outcome } }),
  });
  const said = report.data?.outcome;
  const failed = report.error;
  return (
    <section className={styles.calls}>
      <h2>{words.callsTitle}</h2>
      <p className={styles.lead}>{words.callsLead}</p>
      <div className={styles.chips}>
        {callOutcomes.map((outcome) => (
          <Chip
            key={outcome}
            on={said === outcome}
            className={`${styles.chip} ${outcome === 'asked-for-money' ? styles.money : ''}`}
            aria-busy={(report.isPending && report.variables === outcome) || undefined}
            onClick={() => report.mutate(outcome)}
          >
            {words.callOutcomes[outcome]}
          </Chip>
        ))}
      </div>
      <p className={failed ? styles.failed : styles.thanks} role="status">
        {failed
          ? failed instanceof CallFailure && failed.kind === 'throttled'
            ? failed.message
            : words.callsFailed
          : said && words.callsThanks[said]}
      </p>
    </section>
  );
}
