import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { exportLedger } from '../../api/help-ledger/contract.ts';
import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { encodeQuery } from '../call.ts';
import { StaffFrame } from '../point-desk/staff-frame.tsx';
import { localTime } from '../text/clock.ts';
import { helpWords } from '../text/help.ts';
import { formatCount } from '../text/numbers.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { useLedger, useOwnPoints } from './data.ts';
import styles from './help.module.css';

const MONTHS_BACK = 36;
const SHOWN_MONTHS = 12;
const ICON = { size: '1.25rem', stroke: 1.75, 'aria-hidden': true } as const;

/** `2026-11`, the month in Yangzhou some months back. */
function monthBack(months: number): string {
  const { dayNumber } = localTime(Date.now());
  const today = new Date(dayNumber * 86_400_000);
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, 1))
    .toISOString()
    .slice(0, 7);
}

/** What was done at the desks: by month, point, service and result. */
export function LedgerPage() {
  const text = helpWords();
  return (
    <WaitForViewer kind="staff" signIn="/staff/sign-in">
      {(viewer) => (
        <StaffFrame viewer={viewer} current="ledger" title={text.ledgerTitle}>
          <h1 tabIndex={-1} className={styles.title}>
            {text.ledgerTitle}
          </h1>
          <p className={styles.lead}>{text.ledgerLead}</p>
          <Ledger />
        </StaffFrame>
      )}
    </WaitForViewer>
  );
}

function Ledger() {
  const text = helpWords();
  const points = useOwnPoints();
  const [fromMonth, setFrom] = useState(() => monthBack(SHOWN_MONTHS - 1));
  const [toMonth, setTo] = useState(() => monthBack(0));
  const [point, setPoint] = useState('');
  // The two are put in order rather than refused.
  const [first, last] = fromMonth <= toMonth ? [fromMonth, toMonth] : [toMonth, fromMonth];
  const asked = { fromMonth: first, toMonth: last, servicePointId: point || undefined };
  const query = useLedger(asked);
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => monthBack(back)).map((value) => ({
    value,
    label: value,
  }));
  const fileHref = (format: 'csv' | 'xlsx') => `${exportLedger.path}?${encodeQuery({ ...asked, format })}`;
  return (
    <>
      <div className={styles.filters}>
        <Select label={text.fromMonth} value={first} empty={null} options={months} onChange={setFrom} />
        <Select label={text.toMonth} value={last} empty={null} options={months} onChange={setTo} />
        <Select
          label={text.columns.point}
          value={point}
          empty={text.allPoints}
          onChange={setPoint}
          options={(points.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <div className={styles.files}>
        <b>{query.data && text.total(formatCount(query.data.total))}</b>
        <LinkButton dense href={fileHref('csv')} download icon={<IconFileText {...ICON} />}>
          {text.csv}
        </LinkButton>
        <LinkButton dense href={fileHref('xlsx')} download icon={<IconFileSpreadsheet {...ICON} />}>
          {text.xlsx}
        </LinkButton>
      </div>
      {query.isError ? (
        <Failed title={text.ledgerFailed} error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <SkeletonRows rows={4} label={text.ledgerTitle} />
      ) : query.data.rows.length === 0 ? (
        <Empty title={text.empty} />
      ) : (
        <Table
          caption={text.ledgerTitle}
          rows={query.data.rows}
          keyOf={(row) => [row.month, row.servicePointId, row.kind, row.result].join()}
          columns={[
            { id: 'month', head: text.columns.month, cell: (row) => row.month },
            { id: 'point', head: text.columns.point, cell: (row) => row.pointName, names: true },
            { id: 'kind', head: text.columns.kind, cell: (row) => text.kinds[row.kind] },
            { id: 'result', head: text.columns.result, cell: (row) => text.results[row.result] },
            { id: 'times', head: text.columns.times, cell: (row) => formatCount(row.times), number: true },
          ]}
        />
      )}
    </>
  );
}
