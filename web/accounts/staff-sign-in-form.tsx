import { useState } from 'react';
import { enrolTotp, signInStaff, type SessionReply } from '../../api/accounts/contract.ts';
import { call } from '../call.ts';
import { accountsWords } from '../text/accounts.ts';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import styles from './accounts.module.css';
import { CodeField } from './code-field.tsx';
import { EnrolTotp, type Enrolment } from './enrol-totp.tsx';
import { useSetSession } from './use-viewer.ts';

type Step = { kind: 'password' } | { kind: 'totp' } | { kind: 'enrol'; enrolment: Enrolment };

/** Name and password, then the code of the app where one is set up, or setting one up where it is wanted. */
export function StaffSignInForm({ onDone }: { onDone: (session: SessionReply) => void }) {
  const [step, setStep] = useState<Step>({ kind: 'password' });
  const setSession = useSetSession();
  const words = accountsWords();
  const form = useForm({
    initial: { login: '', password: '', code: '' },
    check: ({ login, password, code }) => ({
      login: login.trim() ? undefined : words.loginMissing,
      password: password ? undefined : words.passwordMissing,
      code: step.kind === 'totp' && code.length < 6 ? words.codeShort(6 - code.length) : undefined,
    }),
    nameOf: (name) => (name === 'totp' ? 'code' : name),
  });
  const signIn = form.submit(async ({ login, password, code }) => {
    const body = { login: login.trim().toLowerCase(), password, ...(step.kind === 'totp' && { totp: code }) };
    const reply = await call(signInStaff, { body });
    if (reply.next === 'totp') return setStep({ kind: 'totp' });
    if (reply.next === 'enrol') return setStep({ kind: 'enrol', enrolment: reply });
    setSession(reply);
    onDone(reply);
  });
  if (step.kind === 'enrol')
    return (
      <EnrolTotp
        enrolment={step.enrolment}
        confirm={(token, code) => call(enrolTotp, { body: { token, code } })}
        onDone={() => {
          toast(words.enrolDone);
          setStep({ kind: 'password' });
        }}
      />
    );
  return (
    <form ref={form.ref} className={styles.form} onSubmit={signIn} noValidate>
      {step.kind === 'password' ? (
        <>
          <TextInput
            label={words.login}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...form.field('login')}
          />
          <TextInput
            label={words.password}
            type="password"
            autoComplete="current-password"
            {...form.field('password')}
            fault={form.faults.password ?? form.failure}
          />
        </>
      ) : (
        <>
          <p className={styles.sent}>{words.totpLead}</p>
          <CodeField
            label={words.totp}
            hint={words.totpHint}
            value={form.values.code}
            fault={form.faults.code ?? form.failure ?? undefined}
            onChange={(code) => form.set('code', code)}
            onWhole={() => signIn()}
          />
        </>
      )}
      <FormFoot>
        <Button kind="primary" type="submit" wide working={form.working}>
          {form.working ? words.signingIn : words.signIn}
        </Button>
      </FormFoot>
      <p className={styles.quiet}>{words.forgot}</p>
    </form>
  );
}
