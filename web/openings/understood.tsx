import type { Understood } from '../../api/openings/contract.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { RemovableChip } from '../ui/chip.tsx';
import type { FindState } from './filter.ts';
import styles from './understood.module.css';

type UnderstoodRowProps = {
  understood: readonly Understood[];
  literal: boolean;
  onRemove: (part: Understood) => void;
  onLiteral: (literal: boolean) => void;
};

/** Which words became conditions, each to be taken off, and the way back to the bare letters. */
export function UnderstoodRow({ understood, literal, onRemove, onLiteral }: UnderstoodRowProps) {
  if (literal)
    return (
      <div className={styles.row}>
        {words.literalOff}
        <Button kind="quiet" dense onClick={() => onLiteral(false)}>
          {words.literalUndo}
        </Button>
      </div>
    );
  if (understood.length === 0) return null;
  return (
    <div className={styles.row} role="group" aria-label={words.understood}>
      <span>{words.understood}</span>
      {understood.map((part) => (
        <RemovableChip
          key={`${part.filter}-${part.value}`}
          small
          label={part.label}
          removeLabel={words.understoodRemove(part.label)}
          onRemove={() => onRemove(part)}
        />
      ))}
      <Button kind="quiet" dense onClick={() => onLiteral(true)}>
        {words.literalOn}
      </Button>
    </div>
  );
}

/** The words without one understood part; null when nothing is left. */
function withoutPart(q: string, part: Understood): string | null {
  return q.replace(part.text, ' ').replace(/\s+/g, ' ').trim() || null;
}

/** What changes when a part is not meant: what was only heard is taken as it is written where no other word is left. */
export function unmeant(q: string, part: Understood): Partial<FindState> {
  const left = withoutPart(q, part);
  return part.filter === 'q' && (left === null || left === q) ? { literal: true } : { q: left };
}

type UnmetRowProps = { unmet: readonly Understood[]; onInsist: (part: Understood) => void };

/** Which wishes gave way because nothing was left with them, each to be held on to. */
export function UnmetRow({ unmet, onInsist }: UnmetRowProps) {
  if (unmet.length === 0) return null;
  return (
    <div className={styles.row} role="status">
      <span>{words.unmet(unmet.map(({ label }) => spaced(label)))}</span>
      {unmet.map((part) => (
        <Button
          key={`${part.filter}-${part.value}`}
          kind="quiet"
          dense
          className={styles.insist}
          onClick={() => onInsist(part)}
        >
          {words.insist(spaced(part.label))}
        </Button>
      ))}
    </div>
  );
}

/** The state in which a word's wish is a condition of the person: it gives way no more. */
export function insistOn(state: FindState, part: Understood): FindState {
  const next = { ...state, q: withoutPart(state.q ?? '', part) };
  const { filter, value } = part;
  if (filter === 'benefits') return { ...next, benefits: [...new Set([...state.benefits, value])] };
  if (filter === 'salaryMin') return { ...next, salaryMin: Number(value) };
  // The values of the other filters are the words of the address themselves.
  return { ...next, [filter]: value };
}

export function DegradedNote() {
  return (
    <p className={styles.note} role="status">
      {words.degraded}
    </p>
  );
}
