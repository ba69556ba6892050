import { useState } from 'react';
import {
  addWorkplace,
  removeWorkplace,
  updateWorkplace,
  type DeskEmployer,
} from '../../api/employers/contract.ts';
import { call } from '../call.ts';
import { deskWords } from '../text/desk.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence, useForm } from '../ui/use-form.ts';
import { Confirm } from './confirm.tsx';
import styles from './employer.module.css';
import { PlaceFields, type PlaceValues } from './place-fields.tsx';

type Workplace = DeskEmployer['workplaces'][number];
type PanelProps = { employer: DeskEmployer; account: string; onChanged: () => void };

/** Places where people work, kept so that an opening's place is one press. */
export function WorkplacesPanel({ employer, account, onChanged }: PanelProps) {
  const words = deskWords();
  const [open, setOpen] = useState<Workplace | 'new' | null>(null);
  const [asked, setAsked] = useState<Workplace | null>(null);
  const remove = async ({ id }: Workplace) => {
    try {
      await call(removeWorkplace, { params: { employerId: employer.id, workplaceId: id } });
      toast(words.workplaceRemoved);
      setAsked(null);
      onChanged();
    } catch (error) {
      toast(failureSentence(error));
    }
  };
  return (
    <>
      <p className={styles.lead}>{words.workplacesLead}</p>
      {employer.workplaces.length > 0 && (
        <ul className={styles.rows}>
          {employer.workplaces.map((workplace) => (
            <li key={workplace.id}>
              <p>
                {workplace.name}
                <small>{workplace.address}</small>
              </p>
              <Button dense onClick={() => setOpen(workplace)}>
                {words.pinPut}
              </Button>
              <Button dense kind="quiet" onClick={() => setAsked(workplace)}>
                {words.removeWorkplace}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.buttons}>
        <Button onClick={() => setOpen('new')}>{words.addWorkplace}</Button>
      </p>
      {open && (
        <Dialog title={open === 'new' ? words.addWorkplace : open.name} onClose={() => setOpen(null)}>
          <div className={styles.dialog}>
            <WorkplaceForm
              employer={employer}
              account={account}
              workplace={open === 'new' ? null : open}
              onSaved={() => {
                setOpen(null);
                toast(words.saved);
                onChanged();
              }}
            />
          </div>
        </Dialog>
      )}
      {asked && (
        <Confirm deed={words.removeWorkplace} onNo={() => setAsked(null)} onYes={() => remove(asked)}>
          <p>{asked.name}</p>
        </Confirm>
      )}
    </>
  );
}

type WorkplaceFormProps = {
  employer: DeskEmployer;
  account: string;
  workplace: Workplace | null;
  onSaved: () => void;
};

function WorkplaceForm({ employer, account, workplace, onSaved }: WorkplaceFormProps) {
  const words = deskWords();
  const form = useForm<PlaceValues & { name: string }>({
    initial: workplace
      ? {
          name: workplace.name,
          address: workplace.address,
          town: workplace.town,
          place: workplace.place,
          placeReason: workplace.placeReason,
        }
      : { name: '', address: '', town: employer.town, place: null, placeReason: '' },
    draft: { form: `workplace:${employer.id}:${workplace?.id ?? 'new'}`, account },
    check: ({ name, address, town, place }) => ({
      name: name.trim() ? undefined : words.workplaceNameMissing,
      town: town ? undefined : words.townMissing,
      address: address.trim().length < 2 ? words.addressMissing : undefined,
      place: place ? undefined : words.pinMissing,
    }),
  });
  const send = form.submit(async ({ town, place, ...values }) => {
    const kept = { ...values, town: town ?? '', place: place ?? { lng: 0, lat: 0 } };
    const params = { employerId: employer.id };
    if (workplace)
      await call(updateWorkplace, {
        params: { ...params, workplaceId: workplace.id },
        body: { version: workplace.version, form: kept },
      });
    else await call(addWorkplace, { params, body: kept });
    onSaved();
  });
  return (
    <form ref={form.ref} className={styles.form} onSubmit={send} noValidate>
      <TextInput
        label={words.workplaceName}
        hint={words.workplaceNameHint}
        maxLength={60}
        {...form.field('name')}
      />
      <PlaceFields
        pinNeeded
        values={form.values}
        faults={form.faults}
        pinLabel={form.values.name.slice(0, 5) || words.place}
        onChange={(some) => form.patch(some)}
      />
      <FormFoot failure={form.failure} note={form.draftNote}>
        <Button kind="primary" type="submit" working={form.working}>
          {words.saveProfile}
        </Button>
      </FormFoot>
    </form>
  );
}
