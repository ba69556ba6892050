import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';
import { Chip } from '../ui/chip.tsx';
import styles from './choice-chips.module.css';
import type { Choice } from './use-facets.ts';

type ChoiceChipsProps = {
  label: string;
  choices: readonly Choice[];
  isOn: (value: string) => boolean;
  onToggle: (value: string) => void;
};

/** Chips with counts. "Not stated" is said and counted, and cannot be asked for. */
export function ChoiceChips({ label, choices, isOn, onToggle }: ChoiceChipsProps) {
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {choices.map(({ value, label: word, openings }) =>
        value === null ? null : (
          <Chip key={value} on={isOn(value)} count={openings} onClick={() => onToggle(value)}>
            {spaced(word) || words.notStated}
          </Chip>
        ),
      )}
    </div>
  );
}
