import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { BulkRow, BulkUpload } from '../../api/bulk/contract.ts';
import { bulkWords } from '../text/bulk.ts';
import { formatCount } from '../text/numbers.ts';
import { spaced } from '../text/spacing.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { panelId, TabsBar } from '../ui/tabs-bar.tsx';
import styles from './bulk.module.css';
import { type RowsOnly, useBulkRows } from './data.ts';

type RowsPanelProps = { upload: BulkUpload; first: RowsOnly };

/** The rows of a list, with what is wrong in which cell. */
export function RowsPanel({ upload, first }: RowsPanelProps) {
  const words = bulkWords();
  const [only, setOnly] = useState<RowsOnly>(first);
  const { data, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useBulkRows(
    upload,
    only,
  );
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const tabs = (['faults', 'findings', 'all'] as const).map((id) => ({
    id,
    label: words.tabs[id],
    ...(id === 'all' ? { count: upload.rows } : {}),
  }));
  return (
    <section className={styles.panel}>
      <TabsBar
        label={words.columns.what}
        tabs={tabs}
        chosen={only}
        onChoose={(id) => setOnly(id as RowsOnly)}
      />
      <div id={panelId(only)} role="tabpanel" aria-label={words.tabs[only]}>
        {!data && isError ? (
          <Failed title={words.failed} error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={3} label={words.loading} />
        ) : rows.length === 0 ? (
          <p className={styles.none}>{words.fine}</p>
        ) : (
          <Table
            caption={words.tabs[only]}
            columns={columnsOf(upload)}
            rows={rows}
            keyOf={({ row }) => String(row)}
          />
        )}
        {hasNextPage && (
          <Button kind="quiet" wide working={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more(formatCount(total - rows.length))}
          </Button>
        )}
      </div>
    </section>
  );
}

function columnsOf({ state }: BulkUpload): Column<BulkRow>[] {
  const words = bulkWords();
  return [
    { id: 'row', head: words.columns.row, number: true, cell: ({ row }) => row },
    {
      id: 'title',
      head: words.columns.title,
      names: true,
      cell: ({ title }) => spaced(title) || words.untitled,
    },
    ...(state === 'checked'
      ? []
      : [
          {
            id: 'state',
            head: words.columns.state,
            cell: (row: BulkRow) => <span className={styles.state}>{words.states[row.state]}</span>,
          },
        ]),
    {
      id: 'what',
      head: words.columns.what,
      cell: (row) => <WhatToMend row={row} isDone={state !== 'checked'} />,
    },
  ];
}

/** Faults first; findings of the lint that are no fault (a reason was given) after them. */
function WhatToMend({ row: { faults, findings, problem }, isDone }: { row: BulkRow; isDone: boolean }) {
  const words = bulkWords();
  const explained = findings.filter(({ column }) => !faults.some((fault) => fault.column === column));
  if (faults.length === 0 && explained.length === 0 && !problem)
    return isDone ? null : <span className={styles.quiet}>{words.fine}</span>;
  return (
    <ul className={styles.faults}>
      {problem && (
        <li className={styles.bad}>
          <IconAlertCircle size="1.25rem" stroke={1.75} aria-hidden="true" />
          <span>{problem}</span>
        </li>
      )}
      {faults.map(({ column, value, reason }, place) => {
        const finding = findings.find((one) => one.column === column && reason.startsWith(one.advice));
        return (
          <li key={place} className={styles.bad}>
            <IconAlertCircle size="1.25rem" stroke={1.75} aria-hidden="true" />
            <span>
              <b>{words.cell(column, finding?.words || shortened(value))}</b>
              {reason}
              {finding && <small>{words.article(finding.article)}</small>}
            </span>
          </li>
        );
      })}
      {explained.map(({ column, words: marked, advice, article, severity }, place) => (
        <li key={`finding-${place}`} className={severity === 'error' ? styles.bad : styles.warning}>
          <IconAlertTriangle size="1.25rem" stroke={1.75} aria-hidden="true" />
          <span>
            <b>{words.cell(column, marked)}</b>
            {advice}
            <small>{words.article(article)}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Long cells are told by their beginning. */
const shortened = (value: string): string => (value.length > 20 ? `${value.slice(0, 20)}…` : value);
