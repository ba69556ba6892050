import type { Understood } from '../../api/openings/contract.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { RemovableChip } from '../ui/chip.tsx';
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
export function withoutPart(q: string, part: Understood): string | null {
  return q.replace(part.text, ' ').replace(/\s+/g, ' ').trim() || null;
}

export function DegradedNote() {
  return (
    <p className={styles.note} role="status">
      {words.degraded}
    </p>
  );
}
