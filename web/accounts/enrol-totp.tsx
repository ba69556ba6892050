import { lazy, Suspense } from 'react';
import { accountsWords } from '../text/accounts.ts';
import { Button } from '../ui/button.tsx';
import { Guard } from '../ui/guard.tsx';
import { useForm } from '../ui/use-form.ts';
import styles from './accounts.module.css';
import { CodeField } from './code-field.tsx';

export type Enrolment = { token: string; secret: string; uri: string };

const QrCode = lazy(() => import('../openings/qr-code.tsx').then((m) => ({ default: m.QrCode })));

type EnrolTotpProps = {
  enrolment: Enrolment;
  confirm: (token: string, code: string) => Promise<unknown>;
  onDone: () => void;
};

/** The code to scan, the same to type, and the first six digits as proof. */
export function EnrolTotp({ enrolment, confirm, onDone }: EnrolTotpProps) {
  const words = accountsWords();
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.length === 6 ? undefined : words.codeShort(6 - code.length) }),
  });
  const send = form.submit(async ({ code }) => {
    await confirm(enrolment.token, code);
    onDone();
  });
  return (
    <form ref={form.ref} className={styles.form} onSubmit={send} noValidate>
      <h2>{words.enrolTitle}</h2>
      <p>{words.enrolLead}</p>
      <Guard instead={null}>
        <Suspense fallback={<div className={styles.qr} />}>
          <QrCode text={enrolment.uri} label={words.enrolQr} className={styles.qr} />
        </Suspense>
      </Guard>
      <p className={styles.quiet}>
        {words.enrolSecret}
        <code className={styles.secret}>{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <CodeField
        label={words.totp}
        hint={words.totpHint}
        value={form.values.code}
        fault={form.faults.code ?? form.failure ?? undefined}
        onChange={(code) => form.set('code', code)}
        onWhole={() => send()}
      />
      <Button kind="primary" type="submit" wide working={form.working}>
        {words.enrolConfirm}
      </Button>
    </form>
  );
}
