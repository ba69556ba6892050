import { words } from '../text/words.ts';
import styles from './mode-switch.module.css';
import type { Mode } from './reach.ts';

type ModeSwitchProps = {
  mode: Mode | null;
  /** How many openings each would give, by mode and for no limit. */
  counts?: Partial<Record<Mode | 'any', number>>;
  withAny?: boolean;
  tray?: boolean;
  onMode: (mode: Mode | null) => void;
};

/** On foot, by e-bike, by bus: how far 15 minutes reach. */
export function ModeSwitch({ mode, counts, withAny, tray, onMode }: ModeSwitchProps) {
  const options: (Mode | null)[] = ['walk', 'ebike', 'bus', ...(withAny ? [null] : [])];
  return (
    <div
      role="group"
      aria-label={words.filterFifteen}
      className={[styles.switch, tray && styles.tray, counts && styles.counted].filter(Boolean).join(' ')}
    >
      {options.map((option) => {
        const count = counts?.[option ?? 'any'];
        return (
          <button
            key={option ?? 'any'}
            type="button"
            aria-pressed={option === mode}
            className={[styles.option, option === mode && styles.on].filter(Boolean).join(' ')}
            onClick={() => onMode(option)}
          >
            {option ? words.modes[option] : words.modeAny}
            {count !== undefined && <span className={styles.count}>{words.countOf(count)}</span>}
          </button>
        );
      })}
    </div>
  );
}
