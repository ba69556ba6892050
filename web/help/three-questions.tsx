import { IconSearch } from '@tabler/icons-react';
import { useId, useRef, useState, type FormEvent, type Ref } from 'react';
import type { ServicePointDetail } from '../../api/service-points/contract.ts';
import { helpWords } from '../text/help.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { type Asked, usePlaces } from './data.ts';
import styles from './help.module.css';
import { placeNamed } from './places.ts';

const MOST_SHOWN = 20;
const FARS = ['3000', '5000', '10000', '20000', 'all'] as const;
type Far = (typeof FARS)[number];

type QuestionsProps = {
  point: ServicePointDetail;
  inputRef: Ref<HTMLInputElement>;
  working: boolean;
  /** The next step is elsewhere then. */
  found: boolean;
  onAsk: (asked: Asked) => void;
  onNext: () => void;
};

/** What, from where, how far. Enter in any of them finds. */
export function ThreeQuestions({ point, inputRef, working, found, onAsk, onNext }: QuestionsProps) {
  const text = helpWords();
  const places = usePlaces(point.district.code);
  const [what, setWhat] = useState('');
  const [from, setFrom] = useState('');
  const [far, setFar] = useState<Far>('5000');
  const [fault, setFault] = useState<string | undefined>();
  const fromInput = useRef<HTMLInputElement>(null);
  const list = useId();
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const place = placeNamed(from, places.data ?? [], point.place);
    if (!place) {
      setFault(text.fromUnknown);
      fromInput.current?.focus();
      return;
    }
    onAsk({
      q: what.trim() || undefined,
      near: [place.lng, place.lat],
      withinMetres: far === 'all' ? undefined : Number(far),
      sort: 'distance',
      page: 1,
      pageSize: MOST_SHOWN,
    });
  };
  return (
    <form className={styles.questions} onSubmit={ask} noValidate>
      <TextInput
        label={text.what}
        hint={text.whatHint}
        value={what}
        maxLength={60}
        autoComplete="off"
        inputRef={inputRef}
        onChange={setWhat}
      />
      <TextInput
        label={text.from}
        hint={text.fromHint}
        value={from}
        maxLength={40}
        autoComplete="off"
        list={list}
        fault={fault}
        inputRef={fromInput}
        onChange={(next) => {
          setFrom(next);
          setFault(undefined);
        }}
      />
      <datalist id={list}>
        {places.data?.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      <Select
        label={text.far}
        value={far}
        empty={null}
        onChange={(next) => setFar(next as Far)}
        options={FARS.map((value) => ({ value, label: text.fars[value] }))}
      />
      <div className={styles.askRow}>
        <Button
          kind={found ? 'secondary' : 'primary'}
          type="submit"
          working={working}
          icon={<IconSearch size="1.25rem" stroke={1.75} aria-hidden="true" />}
        >
          {text.search}
        </Button>
        <Button kind="quiet" onClick={onNext}>
          {text.next}
        </Button>
      </div>
    </form>
  );
}
