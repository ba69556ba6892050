import { useState } from 'react';
import type { AddedWord, KnownOccupation } from '../../api/search/contract.ts';
import { wordsDeskWords } from '../text/words-desk.ts';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { useSettled } from '../ui/use-settled.ts';
import { useProposals, useWordActs } from './words-data.ts';
import styles from './words-desk.module.css';

const typedMs = 250;

type Values = { word: string; occupation: string; kind: AddedWord['kind'] };
const kinds = ['everyday', 'phrase', 'name'] as const;

/** One word, the occupation it stands for, and who says so. */
export function WordForm({ start }: { start: string }) {
  const words = wordsDeskWords();
  const { add } = useWordActs();
  const [sought, setSought] = useState('');
  const form = useForm<Values>({
    initial: { word: start, occupation: '', kind: 'everyday' },
    check: ({ word, occupation }) => ({
      word: [...word.trim()].length > 1 ? undefined : words.wordMissing,
      occupation: occupation ? undefined : words.occupationMissing,
    }),
  });
  const word = useSettled(form.values.word.trim(), typedMs);
  const own = useProposals(word).data;
  const other = useProposals(useSettled(sought.trim(), typedMs)).data;
  const proposed: readonly KnownOccupation[] = sought.trim()
    ? [...(other?.known ?? []), ...(other?.proposals ?? [])]
    : word.length > 1
      ? (own?.proposals ?? [])
      : [];
  const known = word.length > 1 ? (own?.known ?? []) : [];
  const send = async (values: Values) => {
    const added = await add.mutateAsync({ ...values, word: values.word.trim() });
    toast(words.taught(added.word, added.occupation.name));
    form.reset({ word: '', occupation: '', kind: 'everyday' });
    setSought('');
  };
  return (
    <form ref={form.ref} className={styles.form} onSubmit={form.submit(send)} noValidate>
      <TextInput
        label={words.word}
        hint={words.wordHint}
        note={known.length > 0 ? words.known(known.map(({ name }) => name).join('、')) : undefined}
        maxLength={30}
        {...form.field('word')}
      />
      <TextInput
        label={words.find}
        hint={words.findHint}
        type="search"
        maxLength={30}
        value={sought}
        onChange={setSought}
      />
      <RadioGroup
        look="rows"
        label={words.occupation}
        note={proposed.length > 0 ? undefined : word ? words.noneFitting : words.writeFirst}
        options={proposed.map(({ id, name, official }) => ({
          value: id,
          label: name,
          more: words.official(official),
        }))}
        {...form.field('occupation')}
      />
      <RadioGroup
        look="rows"
        label={words.kind}
        options={kinds.map((kind) => ({ value: kind, ...words.kinds[kind] }))}
        {...form.field('kind')}
      />
      <FormFoot failure={form.failure}>
        <Button kind="primary" type="submit" working={form.working}>
          {words.teach}
        </Button>
      </FormFoot>
    </form>
  );
}
