import { CallFailure } from '../call.ts';
import { words } from '../text/words.ts';
import { Failed } from '../ui/failed.tsx';
import { PlainPage } from './plain-page.tsx';

/** The code of a page did not arrive: there is no network, or the server has a newer one. */
export function FailedPage() {
  const why = new CallFailure(navigator.onLine ? 'refused' : 'offline');
  return (
    <PlainPage title={words.failedPageTitle} section={null}>
      <Failed
        title={words.failedPageTitle}
        error={why}
        // The address holds everything; without a network a reload would lose even what is there.
        onRetry={() => navigator.onLine && location.reload()}
      />
    </PlainPage>
  );
}
