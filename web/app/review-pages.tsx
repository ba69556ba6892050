import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { urls } from './urls.ts';

/** The reviewer's desk. */
export function ReviewPages() {
  return (
    <WaitForViewer kind="staff" signIn={urls.staffSignIn()}>
      {(viewer) => <p>{viewer.name}</p>}
    </WaitForViewer>
  );
}
