import { IconBriefcase } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OwnApplication } from '../../api/applications/contract.ts';
import { formatWhen } from '../text/accounts.ts';
import { applicationsWords } from '../text/applications.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { failureSentence } from '../ui/use-form.ts';
import { useMyApplications, useWithdraw } from './data.ts';
import styles from './my-applications.module.css';

type MyApplicationsProps = { hrefOfOpening: (code: string) => string; findHref: string };

/** What a person has sent and where it stands. */
export function MyApplications({ hrefOfOpening, findHref }: MyApplicationsProps) {
  const words = applicationsWords();
  const query = useMyApplications();
  const now = useNow();
  const [leaving, setLeaving] = useState<OwnApplication | null>(null);
  if (query.isError && !query.data)
    return <Failed title={words.mineFailed} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={2} label={words.mineTitle} />;
  const { items } = query.data;
  if (items.length === 0)
    return (
      <Empty title={words.mineEmpty}>
        <Link href={findHref}>{words.mineFind}</Link>
      </Empty>
    );
  return (
    <>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            <Mine
              item={item}
              now={now}
              href={hrefOfOpening(item.opening.code)}
              onLeave={() => setLeaving(item)}
            />
          </li>
        ))}
      </ul>
      {leaving && <Leave item={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

const isOpen = ({ state }: OwnApplication) => ['new', 'contacted', 'interview'].includes(state);

type MineProps = { item: OwnApplication; now: Date; href: string; onLeave: () => void };

function Mine({ item, now, href, onLeave }: MineProps) {
  const words = applicationsWords();
  const { opening, state, name, message, reason } = item;
  const changed = item.changedAt !== item.sentAt;
  return (
    <article className={styles.item}>
      <div className={styles.head}>
        <h3>{opening.isPublished ? <Link href={href}>{opening.title}</Link> : opening.title}</h3>
        <p className={`${styles.state} ${styles[state]}`}>{words.states[state]}</p>
      </div>
      <p className={styles.employer}>
        <IconBriefcase size="1.125rem" stroke={1.75} aria-hidden="true" />
        {opening.employer.name}
      </p>
      {reason && <p className={styles.reason}>{words.reasonOf(words.reasons[reason])}</p>}
      {name === null ? (
        <p className={styles.quiet}>{words.wiped}</p>
      ) : (
        <p className={styles.words}>{words.yourWords(name, message ?? '')}</p>
      )}
      <p className={styles.quiet}>
        {words.sentAt(formatWhen(item.sentAt, now))}
        {changed && `，${words.changedAt(formatWhen(item.changedAt, now))}`}
      </p>
      {item.mayWithdraw && (
        <div className={styles.buttons}>
          <Button kind="quiet" dense onClick={onLeave}>
            {isOpen(item) ? words.withdraw : words.wipe}
          </Button>
        </div>
      )}
    </article>
  );
}

function Leave({ item, onClose }: { item: OwnApplication; onClose: () => void }) {
  const words = applicationsWords();
  const withdraw = useWithdraw();
  const confirm = () =>
    withdraw.mutate(item.id, {
      onSuccess: () => {
        toast(words.withdrawn);
        onClose();
      },
    });
  return (
    <Dialog title={words.withdrawTitle} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{words.withdrawLead(item.opening.employer.name)}</p>
        {withdraw.isError && (
          <p className={styles.failed} role="alert">
            {failureSentence(withdraw.error)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button kind="primary" onClick={onClose}>
            {words.withdrawKeep}
          </Button>
          <Button className={styles.danger} working={withdraw.isPending} onClick={confirm}>
            {words.withdrawConfirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
