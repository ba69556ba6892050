import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { requestCode, signInWithCode, type SessionReply } from '../../api/accounts/contract.ts';
import { call } from '../call.ts';
import { accountsWords } from '../text/accounts.ts';
import { formatPhone } from '../text/phone.ts';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useForm } from '../ui/use-form.ts';
import link from '../ui/link.module.css';
import styles from './accounts.module.css';
import { CodeField } from './code-field.tsx';
import { phoneFault, readPhone } from './phone-number.ts';
import { useCountdown } from './use-countdown.ts';
import { useSetSession } from './use-viewer.ts';

type SignInFormProps = { demo?: boolean; phone?: string; onDone: (session: SessionReply) => void };

/** Telephone number, then the code that was sent to it. */
export function SignInForm({ demo, phone = '', onDone }: SignInFormProps) {
  const [sentTo, setSentTo] = useState<{ phone: string; minutes: number } | null>(null);
  const [secondsLeft, startCountdown] = useCountdown();
  const form = useForm({
    initial: { phone },
    check: (values) => ({ phone: phoneFault(values.phone) ?? undefined }),
  });
  const send = async ({ phone: typed }: { phone: string }) => {
    const digits = readPhone(typed);
    const { resendAfterSeconds, expiresInSeconds } = await call(requestCode, { body: { phone: digits } });
    startCountdown(resendAfterSeconds);
    setSentTo({ phone: digits, minutes: Math.round(expiresInSeconds / 60) });
  };
  const words = accountsWords();
  if (sentTo)
    return (
      <CodeStep
        key={sentTo.phone}
        {...sentTo}
        demo={demo}
        secondsLeft={secondsLeft}
        resending={form.working}
        resendFailure={form.failure}
        onResend={form.submit(send)}
        onOther={() => setSentTo(null)}
        onDone={onDone}
      />
    );
  return (
    <form ref={form.ref} className={styles.form} onSubmit={form.submit(send)} noValidate>
      <TextInput
        label={words.phone}
        type="tel"
        autoComplete="tel-national"
        inputMode="tel"
        {...form.field('phone')}
        note={words.privacy}
      />
      <FormFoot failure={form.failure}>
        <Button kind="primary" type="submit" wide working={form.working}>
          {form.working ? words.sendingCode : words.sendCode}
        </Button>
      </FormFoot>
    </form>
  );
}

type CodeStepProps = {
  phone: string;
  minutes: number;
  demo?: boolean;
  secondsLeft: number;
  resending: boolean;
  resendFailure: string | null;
  onResend: (event?: FormEvent) => void;
  onOther: () => void;
  onDone: (session: SessionReply) => void;
};

function CodeStep(props: CodeStepProps) {
  const { phone, minutes, demo, secondsLeft, resending, resendFailure, onResend, onOther, onDone } = props;
  const words = accountsWords();
  const setSession = useSetSession();
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.length === 6 ? undefined : words.codeShort(6 - code.length) }),
  });
  const signIn = form.submit(async ({ code }) => {
    const session = await call(signInWithCode, { body: { phone, code } });
    setSession(session);
    onDone(session);
  });
  return (
    <form ref={form.ref} className={styles.form} onSubmit={signIn} noValidate>
      <p className={styles.sent} role="status">
        {words.codeSentTo(formatPhone(phone))}
        <button type="button" className={`${link.link} ${styles.small}`} onClick={onOther}>
          {words.otherPhone}
        </button>
      </p>
      <CodeField
        label={words.code}
        hint={words.codeMinutes(minutes)}
        value={form.values.code}
        fault={form.faults.code ?? form.failure ?? undefined}
        onChange={(code) => form.set('code', code)}
        onWhole={() => signIn()}
      />
      <Button kind="primary" type="submit" wide working={form.working}>
        {form.working ? words.signingIn : words.signIn}
      </Button>
      <div className={styles.after}>
        {secondsLeft > 0 ? (
          <span className={styles.quiet}>{words.resendIn(secondsLeft)}</span>
        ) : (
          <Button kind="quiet" dense working={resending} onClick={() => onResend()}>
            {words.resend}
          </Button>
        )}
        {demo && (
          <Link href="/inbox" target="_blank" className={`${link.link} ${styles.small}`}>
            {words.demoInbox}
          </Link>
        )}
      </div>
      {resendFailure ? (
        <p className={styles.failure} role="alert">
          {resendFailure}
        </p>
      ) : (
        !demo && <p className={styles.quiet}>{words.codeNotCome}</p>
      )}
    </form>
  );
}
