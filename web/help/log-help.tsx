import { useEffect, useRef, useState } from 'react';
import {
  type HelpKind,
  helpKinds,
  type HelpResult,
  helpResults,
  logHelp,
  undoHelp,
} from '../../api/help-ledger/contract.ts';
import type { ServicePointDetail } from '../../api/service-points/contract.ts';
import { newKey } from '../act-key.ts';
import { call } from '../call.ts';
import { helpWords } from '../text/help.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import styles from './help.module.css';

type LogProps = {
  point: ServicePointDetail;
  /** Grows with every print: then the first of the two taps is done. */
  printed: number;
  onNext: () => void;
};

/** One line in the ledger: the service, then the result, which writes it. */
export function LogHelp({ point, printed, onNext }: LogProps) {
  const text = helpWords();
  const [kind, setKind] = useState<HelpKind | ''>('');
  const [entry, setEntry] = useState<{ id: string; todayAtPoint: number } | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const next = useRef<HTMLDivElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const key = useRef(newKey());
  useEffect(() => {
    if (printed === 0) return;
    setKind('placement');
    results.current?.querySelector('button')?.focus();
  }, [printed]);
  useEffect(() => {
    if (entry) next.current?.querySelector('button')?.focus();
  }, [entry]);
  const log = async (result: HelpResult) => {
    if (kind === '') return setTold(text.kindFirst);
    try {
      setTold(null);
      const body = { servicePointId: point.id, kind, result };
      setEntry(await call(logHelp, { body, idempotencyKey: key.current }));
    } catch {
      key.current = newKey();
      setTold(text.logFailed);
    }
  };
  const undo = async () => {
    if (!entry) return;
    try {
      await call(undoHelp, { params: { id: entry.id } });
      key.current = newKey();
      setEntry(null);
      setTold(text.undone);
    } catch {
      setTold(text.undoFailed);
    }
  };
  return (
    <section className={styles.log} aria-labelledby="log-title">
      <h2 id="log-title">{text.logTitle}</h2>
      <p className={styles.hint}>{text.logLead}</p>
      {entry ? (
        <div className={styles.logged}>
          <p role="status">{text.logged(entry.todayAtPoint)}</p>
          <div ref={next} className={styles.loggedRow}>
            <Button kind="primary" onClick={onNext}>
              {text.next}
            </Button>
            <Button kind="quiet" onClick={() => void undo()}>
              {text.undo}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <RadioGroup
            label={text.kind}
            hint={text.kindsLaw}
            value={kind}
            onChange={(chosen) => {
              setKind(chosen);
              setTold(null);
            }}
            options={helpKinds.map((value) => ({ value, label: text.kinds[value] }))}
          />
          <div role="group" aria-labelledby="result-title" ref={results}>
            <b id="result-title" className={styles.resultTitle}>
              {text.result}
            </b>
            <div className={styles.results}>
              {helpResults.map((result) => (
                <Button key={result} onClick={() => void log(result)}>
                  {text.results[result]}
                </Button>
              ))}
            </div>
          </div>
          <p role="alert" className={styles.fault}>
            {told}
          </p>
        </>
      )}
    </section>
  );
}
