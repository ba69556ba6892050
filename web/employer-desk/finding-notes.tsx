import { deskOpeningWords } from '../text/desk-opening.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { leastYuan, offeredWords, splitAdvice, type Numbered } from '../moderation/findings.ts';
import styles from './finding-notes.module.css';

export type Mend =
  | { kind: 'remove'; finding: Numbered }
  | { kind: 'replace'; finding: Numbered; instead: string }
  | { kind: 'raise'; finding: Numbered; yuan: number };

type FindingNotesProps = {
  findings: readonly Numbered[];
  reasonOf: (finding: Numbered) => string;
  onReason: (finding: Numbered, reason: string) => void;
  onMend: (mend: Mend) => void;
  onGo: (finding: Numbered) => void;
};

/** What the law says about the marked words, and one press that mends them. */
export function FindingNotes({ findings, reasonOf, onReason, onMend, onGo }: FindingNotesProps) {
  if (findings.length === 0) return null;
  // A reason is given once for a rule in a field, however many words it marks.
  const isFirst = (finding: Numbered) => findings.find(({ rule }) => rule === finding.rule) === finding;
  return (
    <ul className={styles.notes}>
      {findings.map((finding) => (
        <li
          key={`${finding.number}${finding.words}`}
          className={finding.severity === 'error' ? styles.must : styles.warned}
        >
          <FindingNote
            finding={finding}
            reason={isFirst(finding) ? reasonOf(finding) : null}
            onReason={(reason) => onReason(finding, reason)}
            onMend={onMend}
            onGo={() => onGo(finding)}
          />
        </li>
      ))}
    </ul>
  );
}

type NoteProps = {
  finding: Numbered;
  /** null where another note of the same rule asks for it. */
  reason: string | null;
  onReason: (reason: string) => void;
  onMend: (mend: Mend) => void;
  onGo: () => void;
};

function FindingNote({ finding, reason, onReason, onMend, onGo }: NoteProps) {
  const words = deskOpeningWords();
  const { wrong, instead } = splitAdvice(finding.advice);
  const offered = offeredWords(finding.advice);
  const yuan = leastYuan(finding);
  const wantsReason = finding.severity === 'warning' && reason !== null;
  return (
    <>
      <button type="button" className={styles.head} onClick={onGo}>
        <span className={styles.number} aria-label={words.findingOf(finding.number)}>
          {finding.number}
        </span>
        <b>{wrong}</b>
      </button>
      <p className={styles.article}>{finding.article}</p>
      <div className={styles.mend}>
        {instead && <span>{instead}</span>}
        {yuan !== null ? (
          <Button kind="quiet" dense onClick={() => onMend({ kind: 'raise', finding, yuan })}>
            {words.raiseTo(String(yuan))}
          </Button>
        ) : (
          <>
            {offered && finding.field !== 'title' && (
              <Button
                kind="quiet"
                dense
                onClick={() => onMend({ kind: 'replace', finding, instead: offered })}
              >
                {words.replace}
              </Button>
            )}
            <Button kind="quiet" dense onClick={() => onMend({ kind: 'remove', finding })}>
              {words.remove}
            </Button>
          </>
        )}
      </div>
      {wantsReason && (
        <TextInput
          label={words.reason}
          hint={reason.trim().length >= 2 ? words.reasonGiven : words.reasonHint}
          value={reason}
          maxLength={300}
          onChange={onReason}
        />
      )}
    </>
  );
}
