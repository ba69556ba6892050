import { Link } from 'wouter';
import type { Alert } from '../../api/alerts/contract.ts';
import { CallFailure } from '../call.ts';
import { OpeningCard } from '../openings/card.tsx';
import type { FindState } from '../openings/filter.ts';
import { alertsWords } from '../text/alerts.ts';
import { localTime } from '../text/clock.ts';
import { words as common } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Dots } from '../ui/dots.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence } from '../ui/use-form.ts';
import link from '../ui/link.module.css';
import styles from './alerts.module.css';
import { type AlertsOf, recentDays, useAlerts, useChangeAlert, useRecent } from './data.ts';
import { findOf } from './wanted.ts';

type AlertListProps = {
  of: AlertsOf;
  now: Date;
  hrefOfOpening: (code: string) => string;
  hrefOfFind: (state?: FindState) => string;
  /** Where they are seen with signing in. */
  mineHref: string;
};

/** What somebody is told of: each with what came of late, another rhythm, and an end. */
export function AlertList({ of, now, hrefOfOpening, hrefOfFind, mineHref }: AlertListProps) {
  const words = alertsWords();
  const query = useAlerts(of);
  if (of !== 'mine' && query.error instanceof CallFailure && query.error.kind === 'missing')
    return (
      <Empty title={query.error.message}>
        <Link href={mineHref}>{words.toMine}</Link>
      </Empty>
    );
  if (query.isError)
    return <Failed title={words.failed} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={2} label={words.title} />;
  const { items } = query.data;
  if (items.length === 0)
    return (
      <Empty title={words.empty}>
        <Link href={hrefOfFind()}>{words.find}</Link>
      </Empty>
    );
  return (
    <>
      <p className={styles.lead}>{words.lead}</p>
      <ul className={styles.list}>
        {items.map((alert) => (
          <li key={alert.id} className={alert.isOn ? undefined : styles.off}>
            <OneAlert alert={alert} of={of} now={now} hrefOfOpening={hrefOfOpening} hrefOfFind={hrefOfFind} />
          </li>
        ))}
      </ul>
    </>
  );
}

type OneAlertProps = Pick<AlertListProps, 'of' | 'now' | 'hrefOfOpening' | 'hrefOfFind'> & { alert: Alert };

function OneAlert({ alert, of, now, hrefOfOpening, hrefOfFind }: OneAlertProps) {
  const words = alertsWords();
  const recent = useRecent(alert.filter);
  const { total = 0, items = [] } = recent.data ?? {};
  const find = findOf(alert.filter);
  const end = localTime(alert.endsAt);
  return (
    <article className={styles.alert}>
      <h2>
        <Link href={hrefOfFind(find)}>{alert.name}</Link>
      </h2>
      <Dots
        className={styles.facts}
        items={[
          alert.isOn ? words.rhythms[alert.rhythm] : words.off,
          alert.isOn && words.until(common.monthDay(end.month, end.day)),
          recent.data && words.recent(total),
        ]}
      />
      {items.length > 0 && (
        <ul className={styles.recent}>
          {items.map((opening) => (
            <li key={opening.id}>
              <OpeningCard opening={opening} href={hrefOfOpening(opening.code)} now={now} heading="h3" />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.deeds}>
        <Deeds alert={alert} of={of} />
        {total > items.length && (
          <Link className={link.link} href={hrefOfFind({ ...find, publishedWithinDays: recentDays })}>
            {words.all(total)}
          </Link>
        )}
      </div>
    </article>
  );
}

function Deeds({ alert, of }: { alert: Alert; of: AlertsOf }) {
  const words = alertsWords();
  const change = useChangeAlert(of);
  const working = (rhythm: string) => change.isPending && change.variables.rhythm === rhythm;
  const to = (rhythm: Alert['rhythm'] | 'off', said: string) =>
    change.mutate(
      { id: alert.id, rhythm },
      { onSuccess: () => toast(said), onError: (error) => toast(failureSentence(error)) },
    );
  const other = alert.rhythm === 'daily' ? 'weekly' : 'daily';
  if (!alert.isOn)
    return (
      <Button dense working={change.isPending} onClick={() => to(alert.rhythm, words.resumed)}>
        {words.resume}
      </Button>
    );
  return (
    <>
      <Button dense working={working(other)} onClick={() => to(other, words.changed)}>
        {other === 'weekly' ? words.toWeekly : words.toDaily}
      </Button>
      <Button dense kind="quiet" working={working('off')} onClick={() => to('off', words.stopped)}>
        {words.stop}
      </Button>
    </>
  );
}
