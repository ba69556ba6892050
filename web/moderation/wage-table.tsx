import type { MinimumWageRow } from '../../api/moderation/contract.ts';
import { wagesDeskWords } from '../text/wages-desk.ts';
import { Button } from '../ui/button.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { countyName } from './wages.ts';
import styles from './wages.module.css';

type Acts = { onChange: (row: MinimumWageRow) => void; onTake: (row: MinimumWageRow) => void };

type WageTableProps = {
  caption: string;
  rows: readonly MinimumWageRow[];
  /** null where the figures are only read. */
  acts: Acts | null;
};

/** Figures by county, each with the day from which it counts and where it is from. */
export function WageTable({ caption, rows, acts }: WageTableProps) {
  const words = wagesDeskWords();
  const { heads } = words;
  const columns: Column<MinimumWageRow>[] = [
    { id: 'county', head: heads.county, names: true, cell: ({ county }) => countyName(county) },
    {
      id: 'monthly',
      head: heads.monthly,
      number: true,
      cell: ({ monthlyYuan }) => <b>{words.yuan(String(monthlyYuan))}</b>,
    },
    {
      id: 'hourly',
      head: heads.hourly,
      number: true,
      cell: ({ hourlyYuan }) => <b>{words.yuan(String(hourlyYuan))}</b>,
    },
    {
      id: 'from',
      head: heads.from,
      cell: ({ inForceFrom }) => (
        <span className={styles.day}>{inForceFrom ?? <Unknown>{words.unknownDay}</Unknown>}</span>
      ),
    },
    {
      id: 'source',
      head: heads.source,
      cell: ({ version, source }) =>
        version === 0 ? <span className={styles.late}>{words.fromMemory}</span> : source,
    },
    {
      id: 'enteredBy',
      head: heads.enteredBy,
      cell: ({ version, enteredBy }) =>
        enteredBy ?? <Unknown>{version === 0 ? words.nobodyYet : words.nobody}</Unknown>,
    },
    ...(acts
      ? [
          {
            id: 'act',
            head: heads.act,
            actions: true,
            cell: (row: MinimumWageRow) => <RowActs row={row} {...acts} />,
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={(row) => `${row.county} ${row.inForceFrom}`}
      columns={columns}
    />
  );
}

const Unknown = ({ children }: { children: string }) => <span className={styles.quiet}>{children}</span>;

function RowActs({ row, onChange, onTake }: Acts & { row: MinimumWageRow }) {
  const words = wagesDeskWords();
  const county = countyName(row.county);
  if (row.inForceFrom === null)
    return (
      <Button dense aria-label={words.fillFull(county)} onClick={() => onChange(row)}>
        {words.fill}
      </Button>
    );
  return (
    <>
      <Button dense aria-label={words.changeFull(county, row.inForceFrom)} onClick={() => onChange(row)}>
        {words.change}
      </Button>{' '}
      <Button
        dense
        kind="quiet"
        className={styles.careful}
        aria-label={words.takeFull(county, row.inForceFrom)}
        onClick={() => onTake(row)}
      >
        {words.take}
      </Button>
    </>
  );
}
