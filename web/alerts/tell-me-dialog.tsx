import { useState } from 'react';
import { rhythms, type Rhythm, type Wanted } from '../../api/alerts/contract.ts';
import { SessionEnded } from '../accounts/session-ended.tsx';
import { sessionEnded } from '../accounts/sign-in-dialog.tsx';
import { SignInForm } from '../accounts/sign-in-form.tsx';
import { useViewer, type Person } from '../accounts/use-viewer.ts';
import { conditionsOf, type Names } from '../openings/conditions.ts';
import type { FindState } from '../openings/filter.ts';
import { alertsWords } from '../text/alerts.ts';
import { formatPhone } from '../text/phone.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Done } from '../ui/done.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useForm } from '../ui/use-form.ts';
import styles from './alerts.module.css';
import { usePutAlert } from './data.ts';
import { wantedOf } from './wanted.ts';

type TellMeDialogProps = { state: FindState; names: Names; mineHref: string; onClose: () => void };

/** First the telephone, then where and how often, then noted. */
export function TellMeDialog({ state, names, mineHref, onClose }: TellMeDialogProps) {
  const words = alertsWords();
  const { viewer, demo } = useViewer();
  const [isNoted, setNoted] = useState(false);
  return (
    <Dialog title={isNoted ? words.doneTitle : words.tell} onClose={onClose}>
      <div className={styles.dialog}>
        {viewer?.kind === 'person' ? (
          isNoted ? (
            <Done
              said={words.done(formatPhone(viewer.phone))}
              ok={words.doneOk}
              onClose={onClose}
              next={{ href: mineHref, label: words.seeMine }}
            />
          ) : (
            <TellMeForm state={state} names={names} person={viewer} onNoted={() => setNoted(true)} />
          )
        ) : viewer ? (
          <>
            <p className={styles.lead}>{words.phoneFirst}</p>
            <SignInForm demo={demo} onDone={() => {}} />
          </>
        ) : (
          <SkeletonRows rows={1} label={words.tell} />
        )}
      </div>
    </Dialog>
  );
}

type TellMeFormProps = { state: FindState; names: Names; person: Person; onNoted: () => void };

function TellMeForm({ state, names, person, onNoted }: TellMeFormProps) {
  const words = alertsWords();
  const put = usePutAlert();
  const form = useForm<{ place: string; rhythm: Rhythm }>({
    initial: { place: state.town ?? state.district ?? '', rhythm: 'daily' },
    check: () => ({}),
  });
  const anywhere = { ...state, district: null, town: null, publishedWithinDays: null };
  const conditions = conditionsOf({ ...anywhere, occupation: state.q ? state.occupation : null }, names);
  const asked = [state.q ?? state.occupation, ...conditions.map(({ label }) => label)].filter(Boolean);
  // With nothing else asked for, all of the city is no answer to anybody.
  const places = [
    ...(asked.length > 0 ? [{ value: '', label: words.whereCity }] : []),
    ...Object.entries(names.district).map(([value, label]) => ({ value, label })),
    ...(state.town ? [{ value: state.town, label: names.town[state.town] ?? state.town }] : []),
  ];
  const send = form.submit(async ({ place, rhythm }) => {
    await put({ filter: { ...wantedOf(anywhere), ...placed(place) }, rhythm });
    onNoted();
  });
  return (
    <>
      <form ref={form.ref} className={styles.form} onSubmit={send} noValidate>
        {asked.length > 0 && (
          <div>
            <p className={styles.label}>{words.wanted}</p>
            <p className={styles.asked}>{asked.join('、')}</p>
          </div>
        )}
        <Select
          label={words.where}
          note={state.area ? words.whereNoteArea : words.whereNote}
          options={places}
          empty={null}
          {...form.field('place')}
        />
        <RadioGroup<Rhythm>
          label={words.rhythm}
          options={rhythms.map((value) => ({ value, label: words.rhythms[value] }))}
          {...form.field('rhythm')}
        />
        <p className={styles.lead}>{words.toPhone(formatPhone(person.phone))}</p>
        <FormFoot failure={sessionEnded(form.failed) ? words.signInAgain : form.failure}>
          <Button kind="primary" type="submit" wide working={form.working}>
            {form.working ? words.putting : words.put}
          </Button>
        </FormFoot>
      </form>
      <SessionEnded failed={form.failed} onDone={send} />
    </>
  );
}

/** A code of nine digits is a town, of six a county. */
const placed = (code: string): Pick<Wanted, 'district' | 'town'> =>
  code === '' ? {} : code.length === 9 ? { town: code } : { district: code };
