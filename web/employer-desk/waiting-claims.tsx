import { answerInvitation } from '../../api/employers/contract.ts';
import { call } from '../call.ts';
import { deskWords } from '../text/desk.ts';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence } from '../ui/use-form.ts';
import type { MyEmployers } from './data.ts';
import styles from './employer.module.css';

type WaitingClaimsProps = { mine: MyEmployers; onJoined: (employerId: string) => void };

/** Invitations to answer, and what one asked to join. */
export function WaitingClaims({ mine, onJoined }: WaitingClaimsProps) {
  const words = deskWords();
  const answer = async (invitationId: string, accept: boolean) => {
    try {
      const { employerId } = await call(answerInvitation, { params: { invitationId }, body: { accept } });
      onJoined(employerId ?? '');
    } catch (error) {
      toast(failureSentence(error));
    }
  };
  if (mine.invitations.length + mine.claims.length === 0) return null;
  return (
    <div className={styles.waiting}>
      {mine.invitations.length > 0 && (
        <section>
          <h2>{words.invitations}</h2>
          <ul className={styles.rows}>
            {mine.invitations.map(({ id, employerName }) => (
              <li key={id}>
                <p>{words.invitationOf(employerName)}</p>
                <Button dense kind="primary" onClick={() => void answer(id, true)}>
                  {words.accept}
                </Button>
                <Button dense kind="quiet" onClick={() => void answer(id, false)}>
                  {words.decline}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mine.claims.length > 0 && (
        <section>
          <h2>{words.claims}</h2>
          <ul className={styles.rows}>
            {mine.claims.map(({ id, employerName, state, text }) => (
              <li key={id}>
                <p>
                  {words.claimOf(employerName)}
                  <small>{[words.claimStates[state], text].filter(Boolean).join('：')}</small>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
