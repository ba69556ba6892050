import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { DeskPointItem } from '../../api/point-desk/contract.ts';
import type { StaffMember } from '../accounts/use-viewer.ts';
import { formatCount } from '../text/numbers.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { staffPoint, staffPoints } from './addresses.ts';
import { useConfirmPoint, useDeskPoints } from './data.ts';
import { daysSince, dayText } from './dates.ts';
import { NewPointDialog } from './new-point-dialog.tsx';
import styles from './point-desk.module.css';
import { StaffFrame } from './staff-frame.tsx';

const SHOWN = 100;

/** The points of the jurisdiction, those that are longest overdue first. */
export function PointsPage({ viewer }: { viewer: StaffMember }) {
  const words = pointsDeskWords();
  const [, go] = useLocation();
  const isOverdue = new URLSearchParams(useSearch()).get('overdue') === '1';
  const [typed, setTyped] = useState('');
  const [isAdding, setAdding] = useState(false);
  const q = useDeferredValue(typed.trim());
  const query = useDeskPoints({ overdue: isOverdue || undefined, q: q || undefined, limit: SHOWN });
  const points = query.data;
  const isManager = viewer.roles.some((role) => role === 'county-manager' || role === 'city-administrator');
  return (
    <StaffFrame viewer={viewer} title={words.pointsTitle} current="points">
      <header className={styles.pageHead}>
        <div>
          <h1 tabIndex={-1}>{words.pointsTitle}</h1>
          {points && (
            <p className={styles.quiet}>
              {words.pointsLead(formatCount(points.total), formatCount(points.overdue))}
            </p>
          )}
        </div>
        {isManager && (
          <Button
            icon={<IconPlus size="1.25rem" stroke={1.75} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {words.newPoint}
          </Button>
        )}
      </header>
      <div className={styles.filters}>
        <TextInput
          label={words.searchPoints}
          icon={<IconSearch size="1.25rem" stroke={1.75} aria-hidden="true" />}
          type="search"
          value={typed}
          onChange={setTyped}
          maxLength={60}
        />
        <Chip
          on={isOverdue}
          count={points?.overdue}
          onClick={() => go(isOverdue ? staffPoints : `${staffPoints}?overdue=1`, { replace: true })}
        >
          {words.overdueOnly}
        </Chip>
      </div>
      {query.isError && !points && (
        <Failed title={words.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!points && !query.isError && <SkeletonRows rows={6} label={words.loading} />}
      {points?.items.length === 0 && (
        <Empty title={isOverdue && !q ? words.pointsNoneOverdue : words.pointsNone} />
      )}
      {points && points.items.length > 0 && <PointsTable points={points.items} />}
      {points && points.total > points.items.length && (
        <p className={styles.quiet}>{words.moreNotShown(formatCount(points.total - points.items.length))}</p>
      )}
      {isAdding && (
        <NewPointDialog
          within={viewer.divisions}
          onDone={(id) => go(staffPoint(id, 'hours'))}
          onClose={() => setAdding(false)}
        />
      )}
    </StaffFrame>
  );
}

function PointsTable({ points }: { points: readonly DeskPointItem[] }) {
  const words = pointsDeskWords();
  return (
    <div className={styles.surface}>
      <Table
        caption={words.pointsTitle}
        rows={points}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'name',
            head: words.pointColumn,
            names: true,
            cell: ({ id, name }) => <Link href={staffPoint(id)}>{name}</Link>,
          },
          {
            id: 'place',
            head: words.placeColumn,
            cell: ({ town, district }) => town?.name ?? district.name,
          },
          { id: 'checked', head: words.checkedColumn, cell: (point) => <Checked point={point} /> },
          {
            id: 'tasks',
            head: words.tasksColumn,
            number: true,
            cell: ({ tasks }) => formatCount(tasks),
          },
          {
            id: 'right',
            head: words.stillRight,
            actions: true,
            cell: (point) => <StillRight point={point} />,
          },
        ]}
      />
    </div>
  );
}

function Checked({ point }: { point: DeskPointItem }) {
  const words = pointsDeskWords();
  const missing = [!point.hasHours && words.missingHours, !point.hasTelephone && words.missingTelephone];
  return (
    <>
      <span className={point.overdue ? styles.late : undefined}>
        {point.overdue
          ? words.overdueSince(String(daysSince(point.checkDueAt)))
          : point.checkedAt
            ? words.checkedOn(dayText(point.checkedAt))
            : words.checkBefore(dayText(point.checkDueAt))}
      </span>
      {missing.some(Boolean) && <span className={styles.late}>，{missing.filter(Boolean).join('，')}</span>}
    </>
  );
}

function StillRight({ point }: { point: DeskPointItem }) {
  const words = pointsDeskWords();
  const deed = useConfirmPoint(() => toast(words.confirmedToast));
  if (!point.overdue) return null;
  return (
    <Button dense working={deed.isPending} onClick={() => deed.mutate({ params: { id: point.id } })}>
      {words.stillRight}
      <span className="visually-hidden">，{point.name}</span>
    </Button>
  );
}
