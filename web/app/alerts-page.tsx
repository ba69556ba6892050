import accounts from '../accounts/accounts.module.css';
import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { AlertList } from '../alerts/alert-list.tsx';
import type { AlertsOf } from '../alerts/data.ts';
import { alertsWords } from '../text/alerts.ts';
import { useNow } from '../ui/use-now.ts';
import { PlainPage } from './plain-page.tsx';
import { urls } from './urls.ts';

const List = ({ of }: { of: AlertsOf }) => (
  <AlertList
    of={of}
    now={useNow()}
    hrefOfOpening={urls.opening}
    hrefOfFind={urls.find}
    mineHref={urls.alerts()}
  />
);

/** What the signed-in person is told of; with the token of a message without signing in. */
export function AlertsPage({ token }: { token?: string }) {
  const words = alertsWords();
  return (
    <PlainPage title={words.title} section={null}>
      <div className={accounts.page}>
        <h1 tabIndex={-1}>{words.title}</h1>
        {token === undefined ? (
          <WaitForViewer kind="person" signIn={urls.signIn()}>
            {() => <List of="mine" />}
          </WaitForViewer>
        ) : (
          <List of={{ token }} />
        )}
      </div>
    </PlainPage>
  );
}
