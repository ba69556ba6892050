import { useViewer } from '../accounts/use-viewer.ts';
import { Me } from '../accounts/me.tsx';
import styles from '../accounts/accounts.module.css';
import { MyApplications } from '../applications/my-applications.tsx';
import { Redirect } from 'wouter';
import { accountsWords } from '../text/accounts.ts';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { PlainPage } from './plain-page.tsx';
import { urls } from './urls.ts';

/** The own account: for people and for staff. */
export function MePage() {
  const words = accountsWords();
  const { viewer, error, refetch } = useViewer();
  if (viewer?.kind === 'nobody') return <Redirect replace to={`${urls.signIn()}?to=${urls.me()}`} />;
  return (
    <PlainPage title={words.meTitle} section={null}>
      <div className={styles.page}>
        <h1 tabIndex={-1}>{words.meTitle}</h1>
        {viewer?.kind === 'person' || viewer?.kind === 'staff' ? (
          <Me
            viewer={viewer}
            alertsHref={urls.alerts()}
            applications={<MyApplications hrefOfOpening={urls.opening} findHref={urls.find()} />}
          />
        ) : error ? (
          <Failed title={words.failed} error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={2} label={words.loading} />
        )}
      </div>
    </PlainPage>
  );
}
