import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DeskOpeningItem, OpeningStatus } from '../../api/opening-desk/contract.ts';
import { formatWhen } from '../text/accounts.ts';
import { daysUntil, deskWords, formatDay } from '../text/desk.ts';
import { formatCount } from '../text/numbers.ts';
import { spaced } from '../text/spacing.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { panelId, TabsBar } from '../ui/tabs-bar.tsx';
import { useNow } from '../ui/use-now.ts';
import { useDeskOpenings, useFigures } from './data.ts';
import styles from './opening-list.module.css';

const groups = {
  all: [],
  live: ['published', 'scheduled', 'paused'],
  todo: ['returned', 'hidden', 'expired'],
  waiting: ['submitted'],
  draft: ['draft'],
  over: ['closed', 'refused'],
} as const satisfies Record<string, readonly OpeningStatus[]>;
type Group = keyof typeof groups;

const inGroup = (group: Group, status: OpeningStatus) =>
  group === 'all' || (groups[group] as readonly OpeningStatus[]).includes(status);

type OpeningListProps = {
  employerId: string;
  hrefOf: (opening: DeskOpeningItem) => string;
  postHref: string;
  bulkHref: string | null;
};

/** All openings of an employer with where they stand and what came of them. */
export function OpeningList({ employerId, hrefOf, postHref, bulkHref }: OpeningListProps) {
  const words = deskWords();
  const now = useNow();
  const [group, setGroup] = useState<Group>('all');
  const { data, isError, error, refetch } = useDeskOpenings(employerId);
  const figures = useFigures(employerId);
  if (!data && isError) return <Failed title={words.failed} error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} label={words.loading} />;
  const figureOf = (id: string) => figures?.openings.find(({ openingId }) => openingId === id);
  const numbers = (['seen', 'opened', 'called', 'applied'] as const).map((name): Column<DeskOpeningItem> => ({
    id: name,
    head: words.columns[name],
    number: true,
    cell: ({ id, publishedAt }) =>
      publishedAt ? formatCount(figureOf(id)?.[name] ?? 0) : <span className={styles.none}>–</span>,
  }));
  const columns: Column<DeskOpeningItem>[] = [
    {
      id: 'title',
      head: words.columns.title,
      names: true,
      cell: (opening) => (
        <Link href={hrefOf(opening)} className={styles.title}>
          {spaced(opening.title.trim()) || words.untitled}
        </Link>
      ),
    },
    {
      id: 'status',
      head: words.columns.status,
      cell: (opening) => <StatusLine opening={opening} now={now} />,
    },
    ...numbers,
  ];
  const counted = (name: Group) => data.items.filter(({ status }) => inGroup(name, status)).length;
  const tabs = (Object.keys(groups) as Group[])
    .filter((name) => name === 'all' || counted(name) > 0)
    .map((name) => ({ id: name, label: words.groups[name], count: counted(name) }));
  const rows = data.items.filter(({ status }) => inGroup(group, status));
  return (
    <>
      <div className={styles.head}>
        <h1 tabIndex={-1}>{words.openings}</h1>
        {bulkHref && (
          <Link href={bulkHref} className={styles.bulk}>
            {words.bulk}
          </Link>
        )}
        <Link href={postHref} className={styles.post}>
          <IconPlus size="1.25rem" stroke={1.75} aria-hidden="true" />
          {words.post}
        </Link>
      </div>
      {data.items.length === 0 ? (
        <Empty title={words.noOpenings}>
          <p>{words.noOpeningsNext}</p>
        </Empty>
      ) : (
        <div className={styles.panel}>
          <TabsBar
            label={words.openings}
            tabs={tabs}
            chosen={group}
            onChoose={(id) => setGroup(id as Group)}
          />
          <div id={panelId(group)} role="tabpanel" aria-label={words.groups[group]}>
            {rows.length === 0 ? (
              <Empty title={words.noneInGroup}>
                <Button onClick={() => setGroup('all')}>{words.seeAll}</Button>
              </Empty>
            ) : (
              <Table caption={words.openings} columns={columns} rows={rows} keyOf={({ id }) => id} />
            )}
          </div>
          <p className={styles.note}>{words.figuresOf}</p>
        </div>
      )}
    </>
  );
}

/** A few days before the end it is said in amber. */
const SOON_DAYS = 7;

const tones: Record<OpeningStatus, string | undefined> = {
  draft: styles.quiet,
  submitted: undefined,
  scheduled: undefined,
  published: styles.live,
  paused: styles.quiet,
  returned: styles.red,
  refused: styles.red,
  closed: styles.quiet,
  expired: styles.amber,
  hidden: styles.amber,
};

/** `在招，还招 2 人，3 天后到期`: one word that says where it stands, and what belongs to it. */
export function StatusLine({ opening, now }: { opening: DeskOpeningItem; now: Date }) {
  const words = deskWords();
  const { status, headcount, outcome, expiresAt, publishAt, updatedAt } = opening;
  const days = expiresAt ? daysUntil(expiresAt, now) : null;
  const more: (string | false | null)[] = [
    status === 'published' && headcount !== null && words.leftOf(headcount),
    status === 'scheduled' && publishAt !== null && words.publishesAt(formatWhen(publishAt, now)),
    status === 'submitted' && words.waitingSince(formatWhen(updatedAt, now)),
    status === 'closed' && outcome !== null && words.outcomes[outcome],
    opening.changeWaits && words.changeWaits,
    opening.hasChanges && !opening.changeWaits && status === 'published' && words.hasChanges,
  ];
  const isSoon = days !== null && days <= SOON_DAYS && ['published', 'paused'].includes(status);
  return (
    <span className={styles.status}>
      <b className={tones[status]}>{words.statuses[status]}</b>
      {more.filter(Boolean).map((part) => `，${part}`)}
      {isSoon ? (
        <span className={styles.amber}>，{words.dueIn(days)}</span>
      ) : (
        status === 'published' &&
        expiresAt &&
        `，${words.columns.until} ${formatDay(Date.parse(expiresAt) - 1)}`
      )}
    </span>
  );
}
