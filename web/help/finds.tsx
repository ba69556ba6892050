import { IconPrinter } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { getSlips } from '../../api/help-ledger/contract.ts';
import type { ListedOpening, listOpenings } from '../../api/openings/contract.ts';
import type { ServicePointDetail } from '../../api/service-points/contract.ts';
import type { ReplyOf } from '../../api/endpoint.ts';
import { call } from '../call.ts';
import { freshnessOf } from '../openings/freshness.ts';
import { formatPay } from '../openings/pay.ts';
import { Paper } from '../print/paper.tsx';
import { Slip } from '../print/slip.tsx';
import { formatDistance } from '../text/distance.ts';
import { helpWords } from '../text/help.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { useNow } from '../ui/use-now.ts';
import type { Asked } from './data.ts';
import styles from './help.module.css';

type Slips = ReplyOf<typeof getSlips>;
type FindsProps = {
  point: ServicePointDetail;
  asked: Asked | null;
  found: UseQueryResult<ReplyOf<typeof listOpenings>>;
  onPrinted: () => void;
};

/** What was found, to tick and to print. */
export function Finds({ point, asked, found, onPrinted }: FindsProps) {
  const text = helpWords();
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [slips, setSlips] = useState<{ job: number; reply: Slips } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const { data } = found;
  useEffect(() => {
    setTicked(new Set());
    if (data) heading.current?.focus();
  }, [data]);
  if (!asked) return <p className={styles.notYet}>{text.notYet}</p>;
  if (found.isError)
    return <Failed title={words.failedTitle} error={found.error} onRetry={() => void found.refetch()} />;
  if (!data) return null;
  const tick = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
    setFault(null);
  };
  const printTicked = async () => {
    if (ticked.size === 0) return setFault(text.printNone);
    setWorking(true);
    try {
      const reply = await call(getSlips, { query: { servicePointId: point.id, ids: [...ticked] } });
      setSlips({ job: Date.now(), reply });
    } catch {
      setFault(text.printFailed);
    } finally {
      setWorking(false);
    }
  };
  return (
    <section className={styles.finds}>
      <h2 ref={heading} tabIndex={-1}>
        {data.total > 0 ? text.found(data.total, data.positions) : text.none}
      </h2>
      {data.unmet.length > 0 && (
        <p className={styles.hint}>{words.unmet(data.unmet.map(({ label }) => spaced(label)))}</p>
      )}
      {data.total > 0 && (
        <>
          <p className={styles.hint}>
            {data.total > data.items.length ? `${text.shownFirst(data.items.length)}。` : ''}
            {text.pick}
          </p>
          <ul className={styles.list} aria-label={words.listLabel}>
            {data.items.map((opening) => (
              <li key={opening.id}>
                <Find
                  opening={opening}
                  now={now}
                  checked={ticked.has(opening.id)}
                  onTick={() => tick(opening.id)}
                />
              </li>
            ))}
          </ul>
          <div className={styles.printRow}>
            <Button
              kind="primary"
              working={working}
              icon={<IconPrinter size="1.25rem" stroke={1.75} aria-hidden="true" />}
              onClick={() => void printTicked()}
            >
              {text.print(ticked.size)}
            </Button>
            <span role="alert" className={styles.fault}>
              {fault}
            </span>
          </div>
        </>
      )}
      {slips && (
        <Paper job={slips.job} onPrinted={onPrinted}>
          {slips.reply.openings.map((opening) => (
            <Slip
              key={opening.id}
              opening={opening}
              from={{
                name: point.name,
                place: point.place,
                telephone: point.telephones[0] ?? null,
                origin: slips.reply.publicUrl ?? location.origin,
                dataAt: slips.reply.asOf,
                now: new Date(slips.reply.asOf),
              }}
            />
          ))}
        </Paper>
      )}
    </section>
  );
}

type FindProps = { opening: ListedOpening; now: Date; checked: boolean; onTick: () => void };

function Find({ opening, now, checked, onTick }: FindProps) {
  const pay = formatPay(opening.salary);
  const line = [
    opening.employer.name,
    opening.distanceMetres !== undefined && formatDistance(opening.distanceMetres),
    ...opening.benefits.slice(0, 3).map(spaced),
    freshnessOf(opening.confirmedAt, now).text,
  ];
  return (
    <label className={styles.find}>
      <input type="checkbox" checked={checked} onChange={onTick} />
      <span className={styles.findText}>
        <b>{spaced(opening.title)}</b>
        <span>{line.filter(Boolean).join('，')}</span>
      </span>
      <span className={styles.findPay}>
        {pay.amount} <small>{pay.unit}</small>
      </span>
    </label>
  );
}
