import type { MinimumWageRow } from '../../api/moderation/contract.ts';
import { wagesDeskWords } from '../text/wages-desk.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence } from '../ui/use-form.ts';
import { countyName } from './wages.ts';
import { useWageActs } from './wages-data.ts';
import styles from './wages.module.css';

type RemoveWageDialogProps = { row: MinimumWageRow; onClose: () => void };

/** Asks before figures are taken away, and says what counts then. */
export function RemoveWageDialog({ row, onClose }: RemoveWageDialogProps) {
  const words = wagesDeskWords();
  const { remove } = useWageActs();
  const county = countyName(row.county);
  const take = () => {
    if (remove.isPending) return;
    remove.mutate(row, {
      onSuccess: () => {
        toast(words.taken(county));
        onClose();
      },
    });
  };
  return (
    <Dialog title={words.takeTitle(county, row.inForceFrom ?? '')} onClose={onClose}>
      <div className={styles.dialog}>
        <p>
          {row.isInForce ? words.takeInForce : words.takeLater} {words.takeKept}
        </p>
        <FormFoot failure={remove.error && failureSentence(remove.error)}>
          <Button onClick={onClose}>{words.keep}</Button>
          <Button kind="primary" working={remove.isPending} onClick={take}>
            {words.take}
          </Button>
        </FormFoot>
      </div>
    </Dialog>
  );
}
