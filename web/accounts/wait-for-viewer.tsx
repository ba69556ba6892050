import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { words } from '../text/words.ts';
import { accountsWords } from '../text/accounts.ts';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useViewer, type Viewer } from './use-viewer.ts';

type WaitForViewerProps<K extends Viewer['kind']> = {
  kind: K;
  /** Where somebody of no or another kind signs in; they come back here afterwards. */
  signIn: string;
  children: (viewer: Extract<Viewer, { kind: K }>, demo: boolean) => ReactNode;
};

/** A page for signed-in people of one kind; the others are led to signing in and back. */
export function WaitForViewer<K extends Viewer['kind']>({ kind, signIn, children }: WaitForViewerProps<K>) {
  const { viewer, demo = false, error, refetch } = useViewer();
  if (viewer?.kind === kind) return children(viewer as Extract<Viewer, { kind: K }>, demo);
  if (viewer) return <Redirect replace to={`${signIn}?to=${encodeURIComponent(here())}`} />;
  if (error) return <Failed title={accountsWords().failed} error={error} onRetry={() => void refetch()} />;
  return <SkeletonRows rows={2} label={words.loadingPage} />;
}

const here = () => location.pathname + location.search;

/** Where to go after signing in, from `?to=`: an address of ours or nothing. */
export function readReturn(search: string): string | null {
  const to = new URLSearchParams(search).get('to');
  return to && /^\/(?![/\\])/.test(to) ? to : null;
}
