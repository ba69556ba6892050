import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { terminalWords } from '../text/terminal.ts';
import { words } from '../text/words.ts';
import { stopSpeaking, canSpeak } from '../openings/read-aloud.ts';
import { forgetVisitor } from './device.ts';
import { IdleNotice } from './idle-notice.tsx';
import { keepOffline } from './keep-offline.ts';
import { PairingScreen } from './pairing-screen.tsx';
import { TerminalScreen } from './terminal-screen.tsx';
import styles from './terminal.module.css';
import { useIdle } from './use-idle.ts';
import { useTerminal } from './use-terminal.ts';

/** A terminal in a village: locked to its point, wiped after a minute, and alive without a network. */
export function TerminalPage({ point }: { point: string }) {
  const text = terminalWords();
  const terminal = useTerminal();
  const [, navigate] = useLocation();
  const [visit, setVisit] = useState(0);
  const { status, page } = terminal;
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.terminal = '';
    document.title = words.titleOf(text.title);
    return () => void delete root.dataset.terminal;
  }, [text]);
  useEffect(() => {
    if (status === 'ready') keepOffline();
  }, [status]);
  // One machine, one point: another's address leads home.
  const own = page?.point.id;
  useEffect(() => {
    if (own !== undefined && own !== point) navigate(`/terminal/${own}`, { replace: true });
  }, [own, point, navigate]);
  const left = useIdle(status === 'ready', () => {
    if (canSpeak()) stopSpeaking();
    forgetVisitor();
    scrollTo(0, 0);
    setVisit((count) => count + 1);
  });
  if (status === 'unpaired') return <PairingScreen onPaired={terminal.reload} />;
  if (!page)
    return (
      <main id="main" className={styles.waiting}>
        <p>{status === 'failed' ? text.failed : text.loading}</p>
        {status === 'failed' && (
          <button type="button" className={styles.primary} onClick={terminal.reload}>
            {text.retry}
          </button>
        )}
      </main>
    );
  return (
    <>
      <TerminalScreen key={visit} terminal={terminal} page={page} />
      {left !== null && <IdleNotice seconds={left} />}
    </>
  );
}
