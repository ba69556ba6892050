import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import styles from './point-desk.module.css';

type DialogFootProps = {
  onDone: () => void;
  onClose: () => void;
  onRemove?: () => void;
  doneLabel?: string;
  working?: boolean;
};

/** Done, not now, and, where there is something, take it away. */
export function DialogFoot({ onDone, onClose, onRemove, doneLabel, working }: DialogFootProps) {
  const words = pointsDeskWords();
  return (
    <div className={styles.dialogFoot}>
      {onRemove && (
        <Button kind="quiet" className={styles.careful} onClick={onRemove}>
          {words.remove}
        </Button>
      )}
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button kind="primary" working={working} onClick={onDone}>
        {doneLabel ?? words.done}
      </Button>
    </div>
  );
}
