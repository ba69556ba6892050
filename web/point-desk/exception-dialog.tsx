import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ExceptionDays } from '../../api/service-points/contract.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { todayInYangzhou } from './dates.ts';
import { DialogFoot } from './dialog-foot.tsx';
import styles from './point-desk.module.css';
import { TimeInput } from './time-input.tsx';
import { faultsOf, spanText } from './week-edit.ts';

type ExceptionDialogProps = {
  days: ExceptionDays | null;
  /** null takes it away. */
  onDone: (days: ExceptionDays | null) => void;
  onClose: () => void;
};

const LUNCHLESS = { fromMinute: 510, toMinute: 690 };
const MOST_SPANS = 6;

/** Days that differ: from, to, closed or other hours, and why. */
export function ExceptionDialog({ days, onDone, onClose }: ExceptionDialogProps) {
  const words = pointsDeskWords();
  const [from, setFrom] = useState(days?.from ?? todayInYangzhou());
  const [to, setTo] = useState(days?.to ?? '');
  const [spans, setSpans] = useState(days?.spans ?? []);
  const [note, setNote] = useState(days?.note ?? '');
  const [tried, setTried] = useState(false);
  const last = to || from;
  const order = last < from ? words.orderSentence(words.exceptions, `${from}–${last}`) : undefined;
  const faults = faultsOf(spans.map((span) => ({ ...span, weekday: 1 })));
  const wrong =
    faults[0] &&
    faultSentence(
      faults[0].kind,
      faults[0].indexes.map((at) => spanText(spans[at]!)),
    );
  const put = (at: number, some: Partial<(typeof spans)[number]>) =>
    setSpans(spans.map((span, index) => (index === at ? { ...span, ...some } : span)));
  const done = () => {
    setTried(true);
    if (!from || order || wrong) return;
    onDone({ from, to: last, spans, note: note.trim() });
  };
  return (
    <Dialog
      title={words.exceptions}
      onClose={onClose}
      foot={<DialogFoot onDone={done} onClose={onClose} onRemove={days ? () => onDone(null) : undefined} />}
    >
      <div className={styles.dialog}>
        <div className={styles.pair}>
          <TextInput type="date" label={words.exceptionFrom} value={from} onChange={setFrom} />
          <TextInput type="date" label={words.exceptionTo} value={last} onChange={setTo} fault={order} />
        </div>
        <RadioGroup
          label={words.fields.weekly!}
          value={spans.length === 0 ? 'closed' : 'open'}
          options={[
            { value: 'closed', label: words.exceptionClosed },
            { value: 'open', label: words.exceptionOpen },
          ]}
          onChange={(kind) => setSpans(kind === 'closed' ? [] : [LUNCHLESS])}
        />
        {spans.map((span, at) => (
          <div key={at} className={styles.span}>
            <TimeInput
              label={words.spanFrom}
              value={span.fromMinute}
              onChange={(fromMinute) => put(at, { fromMinute })}
            />
            <span>{words.to}</span>
            <TimeInput
              label={words.spanTo}
              value={span.toMinute}
              onChange={(toMinute) => put(at, { toMinute })}
            />
            <IconButton
              label={words.remove}
              onClick={() => setSpans(spans.filter((_, index) => index !== at))}
            >
              <IconTrash size="1.125rem" stroke={1.75} aria-hidden="true" />
            </IconButton>
          </div>
        ))}
        {spans.length > 0 && spans.length < MOST_SPANS && (
          <Button
            kind="quiet"
            dense
            icon={<IconPlus size="1.125rem" stroke={1.75} aria-hidden="true" />}
            onClick={() => setSpans([...spans, { fromMinute: 840, toMinute: 1020 }])}
          >
            {words.addSpan}
          </Button>
        )}
        {tried && wrong && (
          <p className={styles.fault} role="alert">
            {wrong}
          </p>
        )}
        <TextInput
          label={words.exceptionNote}
          hint={words.exceptionNoteHint}
          maxLength={60}
          value={note}
          onChange={setNote}
        />
      </div>
    </Dialog>
  );
}

function faultSentence(kind: 'overlap' | 'order', [first, second]: string[]): string {
  const words = pointsDeskWords();
  return kind === 'order'
    ? words.orderSentence(words.exceptions, first!)
    : words.overlapSentence(words.exceptions, first!, second!);
}
