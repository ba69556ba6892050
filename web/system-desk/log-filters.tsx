import { useState, type FormEvent } from 'react';
import { systemDeskWords } from '../text/system-desk.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { LogFilter } from './data.ts';
import styles from './system-desk.module.css';

type Field = 'actor' | 'action' | 'entity' | 'entityId' | 'from' | 'to';
type Values = Record<Field, string>;

const empty: Values = { actor: '', action: '', entity: '', entityId: '', from: '', to: '' };

function faultsOf(values: Values): Partial<Values> {
  const words = systemDeskWords();
  const faults: Partial<Values> = {};
  if (values.actor && !/^[a-z][\w:.-]*$/.test(values.actor)) faults.actor = words.actorFault;
  if (values.action && !/^[a-z][\w.-]*$/.test(values.action)) faults.action = words.actionFault;
  if (values.entityId && !/^\d+$/.test(values.entityId)) faults.entityId = words.entityIdFault;
  for (const name of ['from', 'to'] as const)
    if (values[name] && (values[name] < '2000' || values[name].length > 10)) faults[name] = words.dayFault;
  if (values.from && values.to && values.from > values.to) faults.from ??= words.daysFault;
  return faults;
}

/** What of the log is looked at; asked for on submit, so that no half-typed word is. */
export function LogFilters({ onShow }: { onShow: (filter: LogFilter) => void }) {
  const words = systemDeskWords();
  const [values, setValues] = useState(empty);
  const [faults, setFaults] = useState<Partial<Values>>({});
  const bind = (name: Field) => ({
    name,
    value: values[name],
    fault: faults[name],
    onChange: (value: string) => {
      setValues((before) => ({ ...before, [name]: value }));
      setFaults((before) => ({ ...before, [name]: undefined }));
    },
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const trimmed = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value.trim()]),
    ) as Values;
    const found = faultsOf(trimmed);
    setFaults(found);
    const first = Object.keys(found)[0];
    if (first) event.currentTarget.querySelector<HTMLElement>(`[name='${first}']`)?.focus();
    else onShow(Object.fromEntries(Object.entries(trimmed).filter(([, value]) => value !== '')));
  }
  const clear = () => {
    setValues(empty);
    setFaults({});
    onShow({});
  };
  return (
    <form className={styles.filters} aria-label={words.filters} noValidate onSubmit={submit}>
      <TextInput
        label={words.actor}
        hint={words.actorHint}
        maxLength={60}
        autoCapitalize="none"
        {...bind('actor')}
      />
      <TextInput
        label={words.action}
        hint={words.actionHint}
        maxLength={60}
        autoCapitalize="none"
        {...bind('action')}
      />
      <Select
        label={words.entity}
        empty={words.anyEntity}
        options={Object.entries(words.things).map(([value, label]) => ({ value, label }))}
        {...bind('entity')}
      />
      <TextInput label={words.entityId} inputMode="numeric" maxLength={18} {...bind('entityId')} />
      <TextInput label={words.from} type="date" {...bind('from')} />
      <TextInput label={words.to} type="date" {...bind('to')} />
      <div className={styles.buttons}>
        <Button type="submit" kind="primary">
          {words.show}
        </Button>
        <Button kind="quiet" onClick={clear}>
          {words.clear}
        </Button>
      </div>
    </form>
  );
}
