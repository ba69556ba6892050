import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  consentTexts,
  currentConsent,
  maxMessageLength,
  sendApplication,
} from '../../api/applications/contract.ts';
import type { OpeningDetail } from '../../api/openings/contract.ts';
import { SessionEnded } from '../accounts/session-ended.tsx';
import { sessionEnded } from '../accounts/sign-in-dialog.tsx';
import type { Person } from '../accounts/use-viewer.ts';
import { createActKey } from '../act-key.ts';
import { call, CallFailure } from '../call.ts';
import { applicationsWords } from '../text/applications.ts';
import { formatPhone } from '../text/phone.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-group.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useForm } from '../ui/use-form.ts';
import styles from './apply.module.css';
import { mineKey } from './data.ts';

const maxNameLength = 30;

type ApplyFormProps = {
  opening: OpeningDetail;
  person: Person;
  onSent: (wasSentBefore: boolean) => void;
};
type Values = { name: string; message: string; agreed: boolean };

const tooLong = (text: string, most: number) => Math.max(0, text.trim().length - most);

function check({ name, message, agreed }: Values) {
  const words = applicationsWords();
  const overName = tooLong(name, maxNameLength);
  const overMessage = tooLong(message, maxMessageLength);
  return {
    name: name.trim() === '' ? words.nameEmpty : overName ? words.nameLong(overName) : undefined,
    message: overMessage ? words.messageLong(overMessage) : undefined,
    agreed: agreed ? undefined : words.consentNeeded,
  };
}

/** Name, two sentences, and the consent that names the employer. What is typed stays on the device until it is sent. */
export function ApplyForm({ opening, person, onSent }: ApplyFormProps) {
  const words = applicationsWords();
  const client = useQueryClient();
  const [keyOf] = useState(createActKey);
  const { employer } = opening;
  const form = useForm<Values>({
    initial: { name: '', message: '', agreed: false },
    check,
    draft: { form: `apply:${opening.id}`, account: `person:${person.id}` },
    nameOf: (name) => (name.startsWith('consent') ? 'agreed' : name),
  });
  const send = form.submit(async ({ name, message }) => {
    const consent = { version: currentConsent, employerId: employer.id };
    const body = { name: name.trim(), message: message.trim(), consent };
    try {
      const params = { idOrCode: opening.id };
      const reply = await call(sendApplication, { params, body, idempotencyKey: keyOf(body) });
      void client.invalidateQueries({ queryKey: mineKey });
      onSent(reply.wasSentBefore);
    } catch (error) {
      if (error instanceof CallFailure && error.code === 'application.consent-old') {
        form.set('agreed', false);
        void client.invalidateQueries({ queryKey: ['opening'] });
      }
      throw error;
    }
  });
  const isGone = form.failed instanceof CallFailure && form.failed.kind === 'missing';
  const failure = sessionEnded(form.failed) ? words.signInAgain : isGone ? words.openingGone : form.failure;
  const english = document.documentElement.lang === 'en';
  return (
    <>
      <form ref={form.ref} className={styles.form} onSubmit={send} noValidate>
        <p className={styles.lead}>{words.applyAs(formatPhone(person.phone))}</p>
        <TextInput label={words.name} hint={words.nameHint} autoComplete="name" {...form.field('name')} />
        <TextArea
          label={words.message}
          hint={words.messageHint}
          note={words.messageNote}
          limit={maxMessageLength}
          {...form.field('message')}
        />
        <CheckBox
          name="agreed"
          checked={form.values.agreed}
          fault={form.faults.agreed}
          more={english ? words.consentEnglish(employer.name) : undefined}
          onChange={(agreed) => form.set('agreed', agreed)}
        >
          <span className={styles.consent}>
            {consentTexts[currentConsent].replace('{employer}', () => employer.name)}
          </span>
        </CheckBox>
        {form.draftNote && <p className={styles.lead}>{form.draftNote}</p>}
        <FormFoot failure={failure}>
          <Button kind="primary" type="submit" wide working={form.working}>
            {form.working ? words.sending : words.send}
          </Button>
        </FormFoot>
      </form>
      <SessionEnded failed={form.failed} onDone={send} />
    </>
  );
}
