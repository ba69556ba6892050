import { useMemo, useState } from 'react';
import type { DeskPoint, PointFacts } from '../../api/point-desk/contract.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { merge } from './changes.ts';
import styles from './point-desk.module.css';

type ConflictDialogProps = {
  base: PointFacts;
  mine: PointFacts;
  theirs: DeskPoint;
  /** The joined facts, to be saved over the version of theirs. */
  onPick: (facts: PointFacts) => void;
  onClose: () => void;
};

/** Somebody else saved the same point: both values beside each other, and one is picked. */
export function ConflictDialog({ base, mine, theirs, onPick, onClose }: ConflictDialogProps) {
  const words = pointsDeskWords();
  const who = theirs.changedBy ?? words.somebody;
  const { clashes, pick } = useMemo(() => merge(base, mine, theirs.facts), [base, mine, theirs]);
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  const option = (key: string, side: 'mine' | 'theirs', label: string, value: string) => (
    <label className={styles.pick}>
      <input
        type="radio"
        name={key}
        checked={(chosen[key] ?? 'mine') === side}
        onChange={() => setChosen({ ...chosen, [key]: side })}
      />
      <span>
        <b>{label}</b>
        {value}
      </span>
    </label>
  );
  return (
    <Dialog
      title={words.conflictTitle(who)}
      onClose={onClose}
      foot={
        <div className={styles.dialogFoot}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" onClick={() => onPick(pick(chosen))}>
            {words.conflictSave}
          </Button>
        </div>
      }
    >
      <div className={styles.dialog}>
        <p>{clashes.length > 0 ? words.conflictLead : words.conflictAll}</p>
        {clashes.map(({ key, name, mine: own, theirs: other }) => (
          <fieldset key={key} className={styles.clash}>
            <legend>{name}</legend>
            {option(key, 'mine', words.useMine, own)}
            {option(key, 'theirs', words.useTheirs(who), other)}
          </fieldset>
        ))}
      </div>
    </Dialog>
  );
}
