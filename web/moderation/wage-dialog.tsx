import { useState } from 'react';
import type { MinimumWageRow } from '../../api/moderation/contract.ts';
import { counties } from '../../geodata/towns.ts';
import { SessionEnded } from '../accounts/session-ended.tsx';
import { CallFailure } from '../call.ts';
import { formatDayTime } from '../text/day-time.ts';
import { wagesDeskWords } from '../text/wages-desk.ts';
import { Button } from '../ui/button.tsx';
import { CheckGroup } from '../ui/check-group.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { DoubtsDialog } from './doubts-dialog.tsx';
import { countyName, findWage, type WageValues, wageFaults } from './wages.ts';
import { type Doubtful, useWageActs } from './wages-data.ts';
import styles from './wages.module.css';

type WageDialogProps = {
  items: readonly MinimumWageRow[];
  /** What is changed; null enters a new notice. */
  row: MinimumWageRow | null;
  onClose: () => void;
};

/** The figures of one notice, for one county or for all that have the same. */
export function WageDialog({ items, row, onClose }: WageDialogProps) {
  const words = wagesDeskWords();
  const acts = useWageActs();
  /** As they were read: over anything newer nothing is saved before it was seen. */
  const [read, setRead] = useState(items);
  const [doubtful, setDoubtful] = useState<Doubtful[]>([]);
  const [isChanged, setIsChanged] = useState(false);
  const day = row?.inForceFrom ?? null;
  const form = useForm<WageValues>({
    initial: {
      counties: row ? [row.county] : [],
      inForceFrom: day ?? '',
      monthlyYuan: day === null ? null : row!.monthlyYuan,
      hourlyYuan: day === null ? null : row!.hourlyYuan,
      source: row?.source ?? '',
    },
    check: (values) => wageFaults(values, formatDayTime(new Date()).slice(0, 10)),
  });
  const send = (sure: boolean) => async (values: WageValues) => {
    setIsChanged(false);
    const only = doubtful.map(({ county }) => county);
    const asked = sure ? { ...values, counties: only } : values;
    setDoubtful([]);
    const left = await acts.enter(asked, sure, read).catch(async (error: unknown) => {
      if (!(error instanceof CallFailure) || error.code !== 'minimum-wage.changed') throw error;
      setRead((await acts.readAgain()).items);
      setIsChanged(true);
      return null;
    });
    if (left === null) return;
    if (left.length > 0) return setDoubtful(left);
    toast(words.saved(String(values.counties.length)));
    onClose();
  };
  return (
    <Dialog
      title={day ? words.changeTitle(countyName(row!.county), day) : words.enterTitle}
      full
      onClose={onClose}
    >
      <form ref={form.ref} className={styles.dialog} noValidate onSubmit={form.submit(send(false))}>
        {!day && (
          <>
            <CheckGroup
              label={words.counties}
              hint={words.countiesHint}
              options={counties.map(({ code, name }) => ({ value: code, label: name }))}
              {...form.field('counties')}
            />
            <TextInput type="date" label={words.from} hint={words.fromHint} {...form.field('inForceFrom')} />
          </>
        )}
        <div className={styles.pair}>
          <NumberInput
            label={words.monthly}
            unit={words.monthlyUnit}
            maxLength={6}
            {...form.field('monthlyYuan')}
          />
          <NumberInput
            label={words.hourly}
            hint={words.hourlyHint}
            unit={words.hourlyUnit}
            decimals={2}
            maxLength={7}
            {...form.field('hourlyYuan')}
          />
        </div>
        <TextInput label={words.source} hint={words.sourceHint} maxLength={200} {...form.field('source')} />
        <FormFoot
          failure={form.failure}
          note={<Notes values={form.values} read={read} isNew={!day} isChanged={isChanged} />}
        >
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" working={form.working}>
            {words.save}
          </Button>
        </FormFoot>
      </form>
      {doubtful.length > 0 && (
        <DoubtsDialog
          doubtful={doubtful}
          values={form.values}
          onSure={form.submit(send(true))}
          onClose={() => setDoubtful([])}
        />
      )}
      <SessionEnded kind="staff" failed={form.failed} onDone={form.submit(send(false))} />
    </Dialog>
  );
}

type NotesProps = {
  values: WageValues;
  read: readonly MinimumWageRow[];
  isNew: boolean;
  isChanged: boolean;
};

/** What saving takes the place of, when something stands there. */
function Notes({ values, read, isNew, isChanged }: NotesProps) {
  const words = wagesDeskWords();
  const standing = values.counties.flatMap((county) => findWage(read, county, values.inForceFrom) ?? []);
  if (!isChanged && (!isNew || standing.length === 0)) return null;
  return (
    <div className={styles.late} role={isChanged ? 'alert' : 'status'}>
      {isChanged && <p>{words.changedMeanwhile}</p>}
      {standing.map(({ county, monthlyYuan, hourlyYuan }) => (
        <p key={county}>{words.replaces(countyName(county), String(monthlyYuan), String(hourlyYuan))}</p>
      ))}
    </div>
  );
}
