import { useState } from 'react';
import { claimEmployer } from '../../api/employers/contract.ts';
import { createActKey } from '../act-key.ts';
import { call } from '../call.ts';
import { deskWords } from '../text/desk.ts';
import { words as mainWords } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useForm } from '../ui/use-form.ts';
import styles from './employer.module.css';

type ClaimFormProps = { creditCode: string; account: string; onBack: () => void };

/** The code is known already: whoever belongs to that employer asks to join. */
export function ClaimForm({ creditCode, account, onBack }: ClaimFormProps) {
  const words = deskWords();
  const [keyOf] = useState(createActKey);
  const [sent, setSent] = useState<string | null>(null);
  const form = useForm({
    initial: { note: '' },
    draft: { form: `claim:${creditCode}`, account },
    check: ({ note }) => ({ note: note.trim().length >= 2 ? undefined : words.claimNoteMissing }),
  });
  const send = form.submit(async ({ note }) => {
    const body = { creditCode, note: note.trim() };
    const { employerName } = await call(claimEmployer, { body, idempotencyKey: keyOf(body) });
    setSent(employerName);
  });
  if (sent !== null)
    return (
      <p className={styles.done} role="status">
        {words.claimSent(sent)}
      </p>
    );
  return (
    <form ref={form.ref} className={styles.form} onSubmit={send} noValidate>
      <div>
        <p className={styles.strong}>{words.exists}</p>
        <p>{words.claimLead}</p>
      </div>
      <TextArea label={words.claimNote} hint={words.claimNoteHint} limit={500} {...form.field('note')} />
      <FormFoot failure={form.failure} note={form.draftNote}>
        <Button onClick={onBack}>{mainWords.back}</Button>
        <Button kind="primary" type="submit" working={form.working}>
          {words.claimButton}
        </Button>
      </FormFoot>
    </form>
  );
}
