import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { SessionReply } from '../../api/accounts/contract.ts';
import link from '../ui/link.module.css';
import styles from '../accounts/accounts.module.css';
import { Inbox } from '../accounts/inbox.tsx';
import { SetPasswordForm } from '../accounts/set-password-form.tsx';
import { SignInForm } from '../accounts/sign-in-form.tsx';
import { StaffSignInForm } from '../accounts/staff-sign-in-form.tsx';
import { useViewer } from '../accounts/use-viewer.ts';
import { readReturn } from '../accounts/wait-for-viewer.tsx';
import { accountsWords } from '../text/accounts.ts';
import { PlainPage } from './plain-page.tsx';
import { urls } from './urls.ts';

/** Goes where the visitor wanted to go; nobody comes back to the sign-in page by Back. */
function useGoOn(otherwise: (session: SessionReply) => string) {
  const [, navigate] = useLocation();
  const search = useSearch();
  return (session: SessionReply) => navigate(readReturn(search) ?? otherwise(session), { replace: true });
}

/** Telephone number and code. */
export function SignInPage() {
  const words = accountsWords();
  const { demo } = useViewer();
  const search = useSearch();
  const goOn = useGoOn(({ viewer }) =>
    viewer.kind === 'person' && viewer.employers.length > 0 ? urls.desk() : urls.me(),
  );
  return (
    <PlainPage title={words.signInTitle} section={null}>
      <div className={styles.card}>
        <h1 tabIndex={-1}>{words.signInTitle}</h1>
        <p className={styles.lead}>{words.signInLead}</p>
        <SignInForm demo={demo} onDone={goOn} />
        <p className={styles.other}>
          <Link
            className={`${link.link} ${styles.small}`}
            href={`${urls.staffSignIn()}${search ? `?${search}` : ''}`}
          >
            {words.staffHere}
          </Link>
        </p>
      </div>
    </PlainPage>
  );
}

/** Name, password and the code of the app. */
export function StaffSignInPage() {
  const words = accountsWords();
  const goOn = useGoOn(() => '/staff');
  return (
    <PlainPage title={words.staffTitle} section={null}>
      <div className={styles.card}>
        <h1 tabIndex={-1}>{words.staffTitle}</h1>
        <div style={{ height: '1.5rem' }} />
        <StaffSignInForm onDone={goOn} />
        <p className={styles.other}>
          <Link className={`${link.link} ${styles.small}`} href={urls.signIn()}>
            {words.personHere}
          </Link>
        </p>
      </div>
    </PlainPage>
  );
}

/** Where the link of an invitation leads. */
export function SetPasswordPage() {
  const words = accountsWords();
  const token = new URLSearchParams(useSearch()).get('token');
  const [login, setLogin] = useState<string | null>(null);
  return (
    <PlainPage title={words.setTitle} section={null}>
      <div className={styles.card}>
        <h1 tabIndex={-1}>{words.setTitle}</h1>
        {login !== null ? (
          <>
            <p className={styles.lead} role="status">
              {words.setDone(login)}
            </p>
            <StaffSignInForm onDone={() => location.assign('/staff')} />
          </>
        ) : token ? (
          <>
            <p className={styles.lead}>{words.setLead}</p>
            <SetPasswordForm token={token} onDone={setLogin} />
          </>
        ) : (
          <p className={styles.lead}>{words.setNoToken}</p>
        )}
      </div>
    </PlainPage>
  );
}

/** Only in the demo: what would have been sent. */
export function InboxPage() {
  const words = accountsWords();
  return (
    <PlainPage title={words.inboxTitle} section={null}>
      <div className={styles.page}>
        <h1 tabIndex={-1}>{words.inboxTitle}</h1>
        <Inbox />
      </div>
    </PlainPage>
  );
}
