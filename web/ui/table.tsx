import type { ReactNode } from 'react';
import styles from './table.module.css';

export type Column<Row> = {
  id: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Right, and never broken over two lines. */
  number?: boolean;
  /** Names the row: its heading on a phone. */
  names?: boolean;
  /** Buttons: no heading before them on a phone. */
  actions?: boolean;
};

type TableProps<Row> = {
  /** Read to those who do not see the heading above. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  selected?: string | null;
};

/** Rows of 44 px; under 640 px each row stands as a small block with its headings before the values. */
export function Table<Row>({ caption, columns, rows, keyOf, selected }: TableProps<Row>) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"

              className={column.number ? styles.number : undefined}
            >
              {column.actions ? <span className="visually-hidden">{column.head}</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = keyOf(row);
          return (
            <tr key={key} aria-current={selected === key ? 'true' : undefined} data-row={key}>
              {columns.map((column) => {
                const Cell = column.names ? 'th' : 'td';
                const looks = [
                  column.number && styles.number,
                  column.names && styles.names,
                  column.actions && styles.actions,
                ];
                return (
                  <Cell
                    key={column.id}
                    scope={column.names ? 'row' : undefined}
                    className={looks.filter(Boolean).join(' ') || undefined}
                    data-head={column.names || column.actions ? undefined : column.head}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
