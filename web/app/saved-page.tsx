import { useLocate } from '../near/locate.ts';
import { SavedList } from '../openings/saved-list.tsx';
import { words } from '../text/words.ts';
import { useNow } from '../ui/use-now.ts';
import { PlainPage } from './plain-page.tsx';
import { urls } from './urls.ts';

/** The openings that this device has saved. */
export function SavedPage() {
  const located = useLocate();
  const now = useNow();
  return (
    <PlainPage title={words.savedTitle} bar={words.navSaved} section={null}>
      <SavedList
        now={now}
        me={located.kind === 'found' ? located.place : null}
        hrefOf={urls.opening}
        findHref={urls.find()}
      />
    </PlainPage>
  );
}
