import { IconPhone } from '@tabler/icons-react';
import { employerMoves, type EmployerMove, type InboxApplication } from '../../api/applications/contract.ts';
import { formatWhen } from '../text/accounts.ts';
import { applicationsWords } from '../text/applications.ts';
import { formatPhone, telHref } from '../text/phone.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence } from '../ui/use-form.ts';
import { useMove } from './data.ts';
import styles from './inbox.module.css';
import type { Asked } from './move-dialog.tsx';

type InboxItemProps = {
  item: InboxApplication;
  now: Date;
  /** Hired and not suitable are asked about once more. */
  onAsk: (to: Asked['to']) => void;
};

/** Which steps make sense from a state; api/applications/rules.ts decides. */
const stepsFrom: Partial<Record<InboxApplication['state'], readonly EmployerMove[]>> = {
  new: employerMoves,
  contacted: ['interview', 'hired', 'unsuitable'],
  interview: ['contacted', 'hired', 'unsuitable'],
  unsuitable: ['contacted'],
  ended: ['hired'],
};

/** Who wrote, what they said, a number to ring, and the next step. */
export function InboxItem({ item, now, onAsk }: InboxItemProps) {
  const words = applicationsWords();
  const move = useMove();
  const { state, name, phone, message, reason } = item;
  const steps = name === null ? [] : (stepsFrom[state] ?? []);
  const step = (to: EmployerMove) => {
    if (to === 'hired' || to === 'unsuitable') return onAsk(to);
    move.mutate(
      { id: item.id, version: item.version, state: to },
      {
        onSuccess: () => toast(words.moved[to]),
        onError: (error) => toast(failureSentence(error)),
      },
    );
  };
  return (
    <article className={`${styles.item} ${state === 'new' ? styles.isNew : ''}`}>
      <div className={styles.head}>
        <h3>{name ?? words.inboxStates[state]}</h3>
        {name && <p className={styles.state}>{words.inboxStates[state]}</p>}
      </div>
      <p className={styles.quiet}>{words.inboxFor(item.openingTitle, formatWhen(item.sentAt, now))}</p>
      {message && <p className={styles.message}>{message}</p>}
      {reason && <p className={styles.quiet}>{words.reasonOf(words.reasons[reason])}</p>}
      {name === null && (
        <p className={styles.quiet}>{state === 'withdrawn' ? words.inboxGone : words.inboxWiped}</p>
      )}
      {(phone || steps.length > 0) && (
        <div className={styles.actions}>
          {phone && (
            <LinkButton
              dense
              href={telHref(phone)}
              icon={<IconPhone size="1.125rem" stroke={1.75} aria-hidden="true" />}
            >
              {words.inboxCall(formatPhone(phone))}
            </LinkButton>
          )}
          {steps.map((to) => (
            <Button
              key={to}
              kind="quiet"
              dense
              working={move.isPending && move.variables.state === to}
              onClick={() => step(to)}
            >
              {words.inboxMoves[to]}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}
