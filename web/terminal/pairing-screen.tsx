import { IconBackspace, IconDeviceDesktop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { pairTerminal } from '../../api/terminals/contract.ts';
import { call, CallFailure } from '../call.ts';
import { terminalWords } from '../text/terminal.ts';
import { resetDevice } from './device.ts';
import styles from './terminal.module.css';

const LENGTH = 8;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** A code in the address (`#pair=12345678`) is what the staff's QR code brings. */
const codeInAddress = (): string => /^#pair=(\d{8})$/.exec(location.hash)?.[1] ?? '';

/** A machine that belongs to no point yet: eight digits make it one's terminal. */
export function PairingScreen({ onPaired }: { onPaired: () => void }) {
  const text = terminalWords();
  const [code, setCode] = useState(codeInAddress);
  const [hasPrinter, setHasPrinter] = useState(true);
  const [fault, setFault] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const type = (digit: string) => {
    setFault(null);
    setCode((before) => (before + digit).slice(0, LENGTH));
  };
  const remove = () => setCode((before) => before.slice(0, -1));
  const pair = async () => {
    if (code.length < LENGTH) return setFault(text.pairShort(LENGTH - code.length));
    setWorking(true);
    try {
      await call(pairTerminal, { body: { code } });
      resetDevice(hasPrinter ? 'ready' : 'none');
      history.replaceState(null, '', location.pathname);
      onPaired();
    } catch (error) {
      const isOut = error instanceof CallFailure && ['offline', 'slow'].includes(error.kind);
      const told =
        error instanceof CallFailure && error.kind === 'throttled' ? error.message : text.pairFailed;
      setFault(isOut ? text.pairOffline : told);
      if (!isOut) setCode('');
    } finally {
      setWorking(false);
    }
  };
  useEffect(() => {
    const pressed = ({ key }: KeyboardEvent) => {
      if (/^\d$/.test(key)) type(key);
      else if (key === 'Backspace') remove();
    };
    // The staff's code opened where this screen stands already.
    const brought = () => setCode(codeInAddress());
    addEventListener('keydown', pressed);
    addEventListener('hashchange', brought);
    return () => {
      removeEventListener('keydown', pressed);
      removeEventListener('hashchange', brought);
    };
  }, []);
  return (
    <main id="main" className={styles.pairing}>
      <IconDeviceDesktop size="3rem" stroke={1.5} aria-hidden="true" />
      <h1>{text.pairTitle}</h1>
      <p className={styles.lead}>{text.pairLead}</p>
      <output className={styles.typed} aria-label={`${text.pairField} ${code}`}>
        {Array.from({ length: LENGTH }, (_, at) => (
          <span key={at} className={at === 4 ? styles.second : undefined}>
            {code[at] ?? ''}
          </span>
        ))}
      </output>
      <p className={fault ? styles.fault : styles.quiet} role={fault ? 'alert' : undefined}>
        {fault ?? text.pairHint}
      </p>
      <div className={styles.pad}>
        {DIGITS.map((digit) => (
          <button type="button" key={digit} className={styles.key} onClick={() => type(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={styles.key} onClick={remove} aria-label={text.pairDelete}>
          <IconBackspace size="1.5rem" stroke={1.75} aria-hidden="true" />
        </button>
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={hasPrinter}
          onChange={(event) => setHasPrinter(event.target.checked)}
        />
        {text.pairPrinter}
      </label>
      <button
        type="button"
        className={styles.primary}
        aria-busy={working || undefined}
        onClick={() => void pair()}
      >
        {text.pairGo}
      </button>
    </main>
  );
}
