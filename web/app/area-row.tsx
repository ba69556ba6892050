import { words } from '../text/words.ts';
import { RemovableChip } from '../ui/chip.tsx';
import styles from './frame.module.css';

/** Above a list that an area bounds: that it does, and the way out. */
export function AreaRow({ onRemove }: { onRemove: () => void }) {
  return (
    <div className={styles.areaRow}>
      <RemovableChip
        small
        label={words.areaChip}
        removeLabel={words.understoodRemove(words.areaChip)}
        onRemove={onRemove}
      />
    </div>
  );
}
