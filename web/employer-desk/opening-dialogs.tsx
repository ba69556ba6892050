import { useState, type FormEvent, type ReactNode } from 'react';
import { closeOutcomes, usualValidityDays, type CloseOutcome } from '../../api/opening-desk/contract.ts';
import { deskWords } from '../text/desk.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { dayFrom, LastDay } from './opening-sections.tsx';
import styles from './employer.module.css';

type Shared<Sent extends unknown[]> = { onClose: () => void; onSend: (...sent: Sent) => Promise<unknown> };

type AskProps = {
  title: string;
  lead?: string;
  button: string;
  onClose: () => void;
  /** Sends, or says what is missing by returning false. */
  onSubmit: () => Promise<unknown> | false;
  children: ReactNode;
};

function Ask({ title, lead, button, onClose, onSubmit, children }: AskProps) {
  const [working, setWorking] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sent = onSubmit();
    if (!sent) return;
    setWorking(true);
    void sent.finally(() => setWorking(false));
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={styles.dialog} onSubmit={submit} noValidate>
        {lead && <p>{lead}</p>}
        {children}
        <p className={styles.buttons}>
          <Button kind="primary" type="submit" working={working}>
            {button}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

/** Out of sight for now. */
export function PauseDialog({ onClose, onSend }: Shared<[why: string]>) {
  const words = deskOpeningWords();
  const [why, setWhy] = useState('');
  return (
    <Ask
      title={words.pauseTitle}
      lead={words.pauseLead}
      button={words.pause}
      onClose={onClose}
      onSubmit={() => onSend(why.trim())}
    >
      <TextInput label={words.why} hint={words.whyHint} maxLength={300} value={why} onChange={setWhy} />
    </Ask>
  );
}

/** A new last day. */
export function EndDialog({
  title,
  button,
  onClose,
  onSend,
}: Shared<[day: string]> & { title: string; button: string }) {
  const words = deskOpeningWords();
  const [day, setDay] = useState(() => dayFrom(Date.now(), usualValidityDays));
  return (
    <Ask title={title} button={button} onClose={onClose} onSubmit={() => day !== '' && onSend(day)}>
      <LastDay label={words.closesOn} value={day} onChange={setDay} />
    </Ask>
  );
}

/** So many people were hired. */
export function FillDialog({ left, onClose, onSend }: Shared<[count: number]> & { left: number }) {
  const words = deskOpeningWords();
  const [count, setCount] = useState<number | null>(1);
  const isWrong = count === null || count < 1 || count > left;
  const [tried, setTried] = useState(false);
  return (
    <Ask
      title={words.fillTitle}
      lead={words.fillLead(left)}
      button={words.fill}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        return isWrong ? false : onSend(count);
      }}
    >
      <NumberInput
        label={words.fillTitle}
        labelHidden
        unit={words.headcountUnit}
        value={count}
        onChange={setCount}
        fault={tried && isWrong ? words.fillLead(left) : undefined}
      />
    </Ask>
  );
}

/** The end, and how it came. */
export function CloseDialog({ onClose, onSend }: Shared<[outcome: CloseOutcome, why: string]>) {
  const words = deskOpeningWords();
  const [outcome, setOutcome] = useState<CloseOutcome | ''>('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Ask
      title={words.closeTitle}
      lead={words.closeLead}
      button={words.close}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        return outcome === '' ? false : onSend(outcome, why.trim());
      }}
    >
      <RadioGroup
        label={words.closeOutcome}
        look="rows"
        value={outcome}
        onChange={setOutcome}
        options={closeOutcomes.map((value) => ({ value, label: deskWords().outcomes[value] }))}
        fault={tried && outcome === '' ? words.closeMissing : undefined}
      />
      <TextInput label={words.why} hint={words.whyHint} maxLength={300} value={why} onChange={setWhy} />
    </Ask>
  );
}
