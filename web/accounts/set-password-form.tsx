import { setPassword } from '../../api/accounts/contract.ts';
import { call } from '../call.ts';
import { accountsWords } from '../text/accounts.ts';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useForm } from '../ui/use-form.ts';
import styles from './accounts.module.css';
import { SHORTEST_PASSWORD } from './change-password-form.tsx';

/** The first password, with the token of an invitation. */
export function SetPasswordForm({ token, onDone }: { token: string; onDone: (login: string) => void }) {
  const words = accountsWords();
  const form = useForm({
    initial: { password: '', again: '' },
    check: ({ password, again }) => ({
      password:
        password.length < SHORTEST_PASSWORD ? words.setShort(SHORTEST_PASSWORD - password.length) : undefined,
      again: password === again ? undefined : words.setDiffers,
    }),
  });
  const send = form.submit(async ({ password }) => {
    const { login } = await call(setPassword, { body: { token, password } });
    onDone(login);
  });
  return (
    <form ref={form.ref} className={styles.form} onSubmit={send} noValidate>
      <TextInput
        label={words.newPassword}
        hint={words.setHint}
        type="password"
        autoComplete="new-password"
        {...form.field('password')}
      />
      <TextInput
        label={words.setAgain}
        type="password"
        autoComplete="new-password"
        {...form.field('again')}
      />
      <FormFoot failure={Object.values(form.faults).some(Boolean) ? null : form.failure}>
        <Button kind="primary" type="submit" wide working={form.working}>
          {words.setButton}
        </Button>
      </FormFoot>
    </form>
  );
}
