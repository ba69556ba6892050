import { useState } from 'react';
import type { AuditEntry } from '../../api/audit-log/contract.ts';
import { formatDayTime } from '../text/day-time.ts';
import { systemDeskWords } from '../text/system-desk.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { type LogFilter, useAuditLog } from './data.ts';
import { LogFilters } from './log-filters.tsx';
import styles from './system-desk.module.css';

/** What was done, for auditors: nothing here can be changed. */
export function LogPage() {
  const words = systemDeskWords();
  const [filter, setFilter] = useState<LogFilter>({});
  const query = useAuditLog(filter);
  const entries = query.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{words.logTitle}</h1>
        <p>{words.logLead}</p>
      </header>
      <LogFilters onShow={setFilter} />
      {query.isError && !entries && (
        <Failed title={words.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!entries && !query.isError && <SkeletonRows rows={6} label={words.loading} />}
      {entries?.length === 0 && (
        <Empty title={words.none}>
          <p>{words.noneMore}</p>
        </Empty>
      )}
      {entries && entries.length > 0 && (
        <>
          <div className={styles.surface}>
            <LogTable entries={entries} />
          </div>
          <div className={styles.more}>
            {query.isFetchNextPageError && (
              <Failed title={words.failed} error={query.error} onRetry={() => void query.fetchNextPage()} />
            )}
            {query.hasNextPage ? (
              !query.isFetchNextPageError && (
                <Button working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {words.more}
                </Button>
              )
            ) : (
              <p className={styles.quiet}>{words.noMore}</p>
            )}
          </div>
        </>
      )}
    </>
  );
}

function LogTable({ entries }: { entries: readonly AuditEntry[] }) {
  const words = systemDeskWords();
  return (
    <Table
      caption={words.logTitle}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        { id: 'action', head: words.heads.action, names: true, cell: ({ action }) => action },
        {
          id: 'at',
          head: words.heads.at,
          cell: ({ at }) => <time dateTime={at}>{formatDayTime(at)}</time>,
        },
        { id: 'actor', head: words.heads.actor, cell: (entry) => <Actor {...entry} /> },
        {
          id: 'entity',
          head: words.heads.entity,
          cell: ({ entity, entityId }) =>
            `${words.things[entity] ?? entity}${entityId === null ? '' : ` ${entityId}`}`,
        },
        { id: 'detail', head: words.heads.detail, cell: ({ detail }) => <Detail detail={detail} /> },
      ]}
    />
  );
}

function Actor({ actor, actorName }: AuditEntry) {
  const [kind = actor, ...rest] = actor.split(':');
  const said = actorName ?? [systemDeskWords().actors[kind] ?? kind, ...rest].join(' ');
  return (
    <>
      {said} {actorName !== null && <small className={styles.quiet}>{actor}</small>}
    </>
  );
}

function Detail({ detail }: Pick<AuditEntry, 'detail'>) {
  const parts = Object.entries(detail).filter(([, value]) => value !== null && value !== '');
  if (parts.length === 0) return <span className={styles.quiet}>{systemDeskWords().noDetail}</span>;
  return (
    <span className={styles.detail}>
      {parts
        .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join('; ')}
    </span>
  );
}
