import { useCallback, useEffect, useRef, useState } from 'react';
import { beat, beatEverySeconds, terminalPage, type TerminalPage } from '../../api/terminals/contract.ts';
import { newKey } from '../act-key.ts';
import { call, CallFailure } from '../call.ts';
import { nextBeat, readDevice, shellOf, writeDevice } from './device.ts';

/** What is shown need not be newer than this while the network is there; a change elsewhere may come every second. */
const FRESH_MS = 10 * 60_000;
/** The hash in the name of the page's own script, the last of its three; nothing else tells one build from another. */
const versionOf = () =>
  /-([\w-]{8})\.js$/.exec(
    [...document.querySelectorAll('script[src]')].at(-1)?.getAttribute('src') ?? '',
  )?.[1] ?? 'dev';

export type Terminal = {
  status: 'loading' | 'unpaired' | 'failed' | 'ready';
  page: TerminalPage | null;
  offline: boolean;
  twoUsers: boolean;
  /** The time in Yangzhou by the server's clock, whatever the machine's says. */
  now: Date;
  reload: () => void;
  beatNow: () => void;
};

const isOut = (error: unknown) => error instanceof CallFailure && ['offline', 'slow'].includes(error.kind);
const isUnknown = (error: unknown) => error instanceof CallFailure && [401, 403].includes(error.status ?? 0);

/** A paired machine: its page, fetched again when something changed, and its beat every minute. */
export function useTerminal(): Terminal {
  const [status, setStatus] = useState<Terminal['status']>('loading');
  const [page, setPage] = useState<TerminalPage | null>(null);
  const [offline, setOffline] = useState(false);
  const [twoUsers, setTwoUsers] = useState(false);
  const [now, setNow] = useState(() => new Date(Date.now() - readDevice().clockOffMs));
  const shown = useRef<{ version: string; at: number } | null>(null);

  const reload = useCallback(async () => {
    try {
      const next = await call(terminalPage, {});
      shown.current = { version: next.version, at: performance.now() };
      setPage(next);
      setStatus('ready');
    } catch (error) {
      if (isUnknown(error)) setStatus('unpaired');
      else if (!shown.current) setStatus('failed');
    }
  }, []);

  const beatNow = useCallback(async () => {
    await oneAtATime(async () => {
      const device = readDevice();
      const next = nextBeat(device, newKey);
      writeDevice({ pending: next });
      const shell = shellOf();
      try {
        const answer = await call(beat, {
          body: {
            ...next,
            deviceClockMs: Date.now(),
            version: versionOf(),
            works: true,
            printer: shell.printer ?? device.printer,
            paper: shell.paper ?? device.paper,
          },
        });
        writeDevice({
          sequence: next.sequence,
          pending: null,
          clockOffMs: answer.clockOffSeconds * 1000,
        });
        setOffline(false);
        setTwoUsers(false);
        setNow(new Date(answer.now));
        const last = shown.current;
        const isOld = !last || performance.now() - last.at > FRESH_MS;
        if (!last || (isOld && last.version !== answer.pageVersion)) await reload();
      } catch (error) {
        if (isOut(error)) setOffline(true);
        else if (error instanceof CallFailure && error.kind === 'conflict') setTwoUsers(true);
        else if (isUnknown(error)) setStatus('unpaired');
      }
    });
  }, [reload]);

  useEffect(() => {
    void reload().then(() => beatNow());
    const timer = setInterval(() => void beatNow(), beatEverySeconds * 1000);
    const lost = () => setOffline(true);
    const back = () => void beatNow();
    addEventListener('offline', lost);
    addEventListener('online', back);
    return () => {
      clearInterval(timer);
      removeEventListener('offline', lost);
      removeEventListener('online', back);
    };
  }, [reload, beatNow]);

  useEffect(() => {
    const timer = setInterval(() => setNow(new Date(Date.now() - readDevice().clockOffMs)), 10_000);
    return () => clearInterval(timer);
  }, []);

  return {
    status,
    page,
    offline,
    twoUsers,
    now,
    reload: () => void reload().then(() => beatNow()),
    beatNow: () => void beatNow(),
  };
}

/** Two windows of one machine beat one after the other, not over each other. */
async function oneAtATime(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request('terminal-beat', work);
  else await work();
}
