import type { ReactNode } from 'react';
import type { SystemStatus } from '../../api/audit-log/contract.ts';
import { formatDayTime } from '../text/day-time.ts';
import { formatCount } from '../text/numbers.ts';
import { systemDeskWords } from '../text/system-desk.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { useSystemStatus } from './data.ts';
import { formatBytes } from './sizes.ts';
import styles from './system-desk.module.css';

/** A change is in the index within a second; behind by this much something is wrong. */
const LATE_SECONDS = 10;

/** Whether the system does its work, for its administrators: figures and faults, nothing about anybody. */
export function StatusPage() {
  const words = systemDeskWords();
  const query = useSystemStatus();
  const status = query.data;
  return (
    <>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{words.systemTitle}</h1>
        {status && <p>{words.systemLead(formatDayTime(status.asOf))}</p>}
      </header>
      {query.isError && !status && (
        <Failed title={words.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!status && !query.isError && <SkeletonRows rows={6} label={words.loading} />}
      {query.isError && status && (
        <p className={styles.late} role="status">
          {words.stale}
        </p>
      )}
      {status && <Shown status={status} />}
    </>
  );
}

function faultsIn({ search, jobs, messages }: SystemStatus): number {
  const faults = [
    search.lastError !== null,
    search.breaker === 'open',
    search.lagSeconds > LATE_SECONDS,
    messages.failed > 0,
    ...jobs.map(({ lastError }) => lastError !== null),
  ];
  return faults.filter(Boolean).length;
}

function Shown({ status }: { status: SystemStatus }) {
  const words = systemDeskWords();
  const { search, messages, sessions, database, process } = status;
  const faults = faultsIn(status);
  const minutes = Math.floor(process.upSeconds / 60);
  return (
    <>
      <p className={faults > 0 ? styles.attention : styles.well} role="status">
        {faults > 0 ? words.attention(faults) : words.allWell}
      </p>
      <div className={styles.groups}>
        <Group title={words.search}>
          <Fact name={words.engine}>{words.engines[search.engine]}</Fact>
          <Fact name={words.lag} late={search.lagSeconds > LATE_SECONDS}>
            {search.lagRows === 0
              ? words.lagNone
              : words.lagOf(formatCount(search.lagRows), formatCount(search.lagSeconds))}
          </Fact>
          {search.breaker && (
            <Fact name={words.breaker} late={search.breaker === 'open'}>
              {words.breakers[search.breaker]}
            </Fact>
          )}
          <Fact name={words.lastError} late={search.lastError !== null}>
            {search.lastError ?? words.noError}
          </Fact>
        </Group>
        <Group title={words.messages}>
          <Fact name={words.waiting}>{words.messagesOf(formatCount(messages.waiting))}</Fact>
          <Fact name={words.givenUp} late={messages.failed > 0}>
            {words.messagesOf(formatCount(messages.failed))}
          </Fact>
        </Group>
        <Group title={words.server}>
          <Fact name={words.version}>{process.version}</Fact>
          <Fact name={words.up}>
            {words.upOf(Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60)}
          </Fact>
          <Fact name={words.database}>
            {words.databaseOf(words.kinds[database.kind], database.version, formatBytes(database.bytes))}
          </Fact>
          <Fact name={words.sessions}>{words.sessionsOf(formatCount(sessions))}</Fact>
        </Group>
      </div>
      <JobsTable jobs={status.jobs} />
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.surface}>
      <h2>{title}</h2>
      <dl className={styles.facts}>{children}</dl>
    </section>
  );
}

function Fact({ name, late, children }: { name: string; late?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={late ? styles.late : undefined}>{children}</dd>
    </div>
  );
}

function JobsTable({ jobs }: Pick<SystemStatus, 'jobs'>) {
  const words = systemDeskWords();
  const { jobHeads } = words;
  return (
    <section className={styles.surface} aria-labelledby="jobs">
      <h2 id="jobs">{words.jobsTitle}</h2>
      {jobs.length === 0 ? (
        <Empty title={words.jobsNone} />
      ) : (
        <Table
          caption={words.jobsTitle}
          rows={jobs}
          keyOf={({ name }) => name}
          columns={[
            { id: 'name', head: jobHeads.name, names: true, cell: ({ name }) => words.jobs[name] ?? name },
            {
              id: 'last',
              head: jobHeads.last,
              cell: ({ lastRunAt }) => (lastRunAt ? formatDayTime(lastRunAt) : words.never),
            },
            { id: 'next', head: jobHeads.next, cell: ({ nextRunAt }) => formatDayTime(nextRunAt) },
            { id: 'holder', head: jobHeads.holder, cell: ({ heldBy }) => heldBy ?? words.nobody },
            {
              id: 'error',
              head: jobHeads.error,
              cell: ({ lastError }) => (
                <span className={lastError ? styles.late : undefined}>{lastError ?? words.noError}</span>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
