import { cutAtMarks, type Numbered } from './findings.ts';
import styles from './marked-read.module.css';

/** A text that is only read, with the words of the findings marked and numbered. */
export function MarkedRead({ text, findings }: { text: string; findings: readonly Numbered[] }) {
  return (
    <p className={styles.text}>
      {cutAtMarks(text, findings).map(({ text: piece, finding }, index) =>
        finding ? (
          <mark key={index} className={finding.severity === 'error' ? styles.must : styles.reason}>
            {piece}
            <i>{finding.number}</i>
          </mark>
        ) : (
          <span key={index}>{piece}</span>
        ),
      )}
    </p>
  );
}
