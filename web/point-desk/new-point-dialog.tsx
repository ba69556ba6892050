import { useState } from 'react';
import { findDivision } from '../../geodata/divisions.ts';
import { createPoint } from '../../api/point-desk/contract.ts';
import { createActKey } from '../act-key.ts';
import { CallFailure } from '../call.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useDeed } from './data.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { DivisionPicker } from './division-picker.tsx';
import styles from './point-desk.module.css';

type NewPointDialogProps = { within: readonly string[]; onDone: (id: string) => void; onClose: () => void };

/** A new point begins with its name and its place; the pin stands at the centre of the place until it is moved. */
export function NewPointDialog({ within, onDone, onClose }: NewPointDialogProps) {
  const words = pointsDeskWords();
  const [division, setDivision] = useState(within.find((code) => code.length >= 6) ?? '');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [telephone, setTelephone] = useState('');
  const [tried, setTried] = useState(false);
  const deed = useDeed(createPoint);
  const [keyOf] = useState(createActKey);
  const known = findDivision(division);
  const faults = deed.error instanceof CallFailure ? deed.error.faults : [];
  const faultOf = (field: string) => faults.find((fault) => fault.name.startsWith(`facts.${field}`))?.detail;
  const done = () => {
    setTried(true);
    if (!known || !name.trim() || !address.trim()) return;
    const facts = {
      name: name.trim(),
      level: known.level,
      division,
      address: address.trim(),
      telephones: telephone.trim() ? [telephone.trim()] : [],
      place: { ...known.seat, source: '所在地方的中心', quality: 'approximate' as const },
      weekly: [],
      summer: null,
      markets: [],
      exceptions: [],
      closure: null,
      notices: [],
      accessibility: [],
      services: [],
      serviceChanges: {},
    };
    deed.mutate({ body: { facts }, idempotencyKey: keyOf(facts) }, { onSuccess: ({ id }) => onDone(id) });
  };
  return (
    <Dialog
      title={words.newPoint}
      onClose={onClose}
      foot={
        <DialogFoot doneLabel={words.newPointSave} working={deed.isPending} onDone={done} onClose={onClose} />
      }
    >
      <div className={styles.dialog}>
        <p className={styles.quiet}>{words.newPointLead}</p>
        <TextInput
          label={words.name}
          maxLength={80}
          value={name}
          onChange={setName}
          fault={faultOf('name') ?? (tried && !name.trim() ? words.name : undefined)}
        />
        <FieldGroup label={words.division}>
          <DivisionPicker
            value={division}
            within={within}
            onChange={setDivision}
            fault={faultOf('division') ?? (tried && !known ? words.division : undefined)}
          />
        </FieldGroup>
        <TextInput
          label={words.address}
          hint={words.addressHint}
          maxLength={200}
          value={address}
          onChange={setAddress}
          fault={faultOf('address') ?? (tried && !address.trim() ? words.addressHint : undefined)}
        />
        <TextInput
          label={words.telephones}
          type="tel"
          maxLength={20}
          value={telephone}
          onChange={setTelephone}
          fault={faultOf('telephones')}
        />
        {deed.isError && faults.length === 0 && <p className={styles.fault}>{deed.error.message}</p>}
      </div>
    </Dialog>
  );
}
