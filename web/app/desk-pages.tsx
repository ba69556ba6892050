import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { urls } from './urls.ts';

/** The employer's desk. */
export function DeskPages() {
  return (
    <WaitForViewer kind="person" signIn={urls.signIn()}>
      {(viewer) => <p>{viewer.phone}</p>}
    </WaitForViewer>
  );
}
