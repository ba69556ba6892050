import type { WageDoubt } from '../../api/moderation/contract.ts';
import { wagesDeskWords } from '../text/wages-desk.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { countyName, type WageValues } from './wages.ts';
import type { Doubtful } from './wages-data.ts';
import styles from './wages.module.css';

type DoubtsDialogProps = {
  doubtful: readonly Doubtful[];
  values: WageValues;
  onSure: () => void;
  onClose: () => void;
};

/** Figures that are lower than before or much higher: asked once more before they count. */
export function DoubtsDialog({ doubtful, values, onSure, onClose }: DoubtsDialogProps) {
  const words = wagesDeskWords();
  return (
    <Dialog
      title={words.doubtTitle}
      onClose={onClose}
      foot={
        <div className={styles.foot}>
          <Button onClick={onClose}>{words.doubtNo}</Button>
          <Button kind="primary" onClick={onSure}>
            {words.doubtYes}
          </Button>
        </div>
      }
    >
      <div className={styles.dialog}>
        <p>{words.doubtLead}</p>
        <ul className={styles.doubts}>
          {doubtful.map(({ county, doubts }) => (
            <li key={county}>
              <b>{countyName(county)}</b>
              {doubts.map((doubt) => (
                <span key={doubt.figure}>{doubtText(doubt, values[doubt.figure]!)}</span>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function doubtText({ figure, why, beforeYuan }: WageDoubt, yuan: number): string {
  const words = wagesDeskWords();
  const [name, now, before] = [words.figures[figure], String(yuan), String(beforeYuan)] as const;
  if (why === 'lower') return words.doubt.lower(name, now, before);
  return words.doubt.far(name, now, before, String(Math.round((yuan / beforeYuan - 1) * 100)));
}
