import { changePassword } from '../../api/accounts/contract.ts';
import { call } from '../call.ts';
import { accountsWords } from '../text/accounts.ts';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import styles from './accounts.module.css';

/** As rules.ts of accounts has it. */
export const SHORTEST_PASSWORD = 10;

/** Staff change their own password; every other device is signed out. */
export function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const words = accountsWords();
  const form = useForm({
    initial: { current: '', next: '' },
    check: ({ current, next }) => ({
      current: current ? undefined : words.passwordMissing,
      next: next.length < SHORTEST_PASSWORD ? words.setShort(SHORTEST_PASSWORD - next.length) : undefined,
    }),
    nameOf: (name) => (name === 'password' ? 'next' : name),
  });
  const send = form.submit(async (body) => {
    await call(changePassword, { body });
    toast(words.passwordChanged);
    onDone();
  });
  return (
    <form ref={form.ref} className={styles.form} onSubmit={send} noValidate>
      <TextInput
        label={words.currentPassword}
        type="password"
        autoComplete="current-password"
        {...form.field('current')}
      />
      <TextInput
        label={words.newPassword}
        hint={words.setHint}
        type="password"
        autoComplete="new-password"
        {...form.field('next')}
      />
      <FormFoot failure={Object.values(form.faults).some(Boolean) ? null : form.failure}>
        <Button kind="primary" type="submit" working={form.working}>
          {words.changePassword}
        </Button>
      </FormFoot>
    </form>
  );
}
