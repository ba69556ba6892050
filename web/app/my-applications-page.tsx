import accounts from '../accounts/accounts.module.css';
import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { MyApplications } from '../applications/my-applications.tsx';
import { applicationsWords } from '../text/applications.ts';
import { PlainPage } from './plain-page.tsx';
import { urls } from './urls.ts';

/** What the signed-in person has sent. */
export function MyApplicationsPage() {
  const words = applicationsWords();
  return (
    <PlainPage title={words.mineTitle} section={null}>
      <div className={accounts.page}>
        <h1 tabIndex={-1}>{words.mineTitle}</h1>
        <WaitForViewer kind="person" signIn={urls.signIn()}>
          {() => <MyApplications hrefOfOpening={urls.opening} findHref={urls.find()} />}
        </WaitForViewer>
      </div>
    </PlainPage>
  );
}
