import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import type pg from 'pg';
import { stringify, type Stringifier } from 'csv-stringify';
import { transact } from '../db/transact.ts';
import type { Written } from '../openings/store.ts';
import { createCells } from './cells.ts';
import {
  FileFault,
  type ImportEvent,
  type ImportOptions,
  type ImportResult,
  type RowFault,
} from './events.ts';
import { importers, type Importer } from './importers.ts';
import { openSheetFile } from './open-sheet.ts';

const batchRows = 1000;

/** Thrown inside the transaction to take everything back after a dry run or bad rows. */
class TakeBack extends Error {}

/**
 * Reads a list into the database in one transaction, row errors named and also written to FILE.errors.csv.
 * Memory stays flat: rows are read, checked and written a thousand at a time.
 * Throws FileFault when the file as a whole cannot be read.
 */
export async function importFile(
  pool: pg.Pool,
  options: ImportOptions,
  report: (event: ImportEvent) => void,
  now = new Date(),
): Promise<ImportResult> {
  const result: ImportResult = { rows: 0, bad: 0, created: 0, updated: 0, unchanged: 0, written: true };
  const errors = createErrorsFile(`${options.file}.errors.csv`);
  const work = async (tx: pg.PoolClient) => {
    await readAll(tx, options, importers[options.kind](options.datum, now), result, errors.add, report);
    if (options.dryRun || (result.bad > 0 && !options.keepGoing)) throw new TakeBack();
    await importers.audit(tx, options, result);
  };
  try {
    await transact(pool, work);
  } catch (error) {
    if (!(error instanceof TakeBack)) throw error;
    result.written = false;
  } finally {
    await errors.close();
  }
  report({ type: 'done', result });
  return result;
}

async function readAll(
  tx: pg.PoolClient,
  options: ImportOptions,
  importer: Importer,
  result: ImportResult,
  addError: (fault: RowFault) => Promise<void>,
  report: (event: ImportEvent) => void,
): Promise<void> {
  const { header, rows } = await openSheetFile(options.file);
  let pending = 0;
  const write = async () => {
    addUp(result, await importer.write(tx));
    pending = 0;
  };
  for await (const { number, cells: values, share } of rows) {
    if (result.rows === 0) refuseMissingColumns(header, importer);
    const cells = createCells(number, values);
    importer.read(cells);
    result.rows++;
    for (const fault of cells.doubts) report({ type: 'doubt', fault });
    if (cells.faults.length > 0) {
      result.bad++;
      for (const fault of inColumnOrder(cells.faults, importer.columns)) {
        report({ type: 'fault', fault });
        await addError(fault);
      }
    } else pending++;
    // After a bad row of an all-or-nothing run the rest is only checked.
    const writing = options.keepGoing || options.dryRun || result.bad === 0;
    if (!writing) importer.forget();
    else if (pending >= batchRows) await write();
    if (result.rows % 500 === 0) report({ type: 'progress', rows: result.rows, share });
  }
  if (result.rows === 0) throw new FileFault('文件里只有表头，没有数据');
  if (pending > 0 && (options.keepGoing || options.dryRun || result.bad === 0)) await write();
  report({ type: 'progress', rows: result.rows, share: 1 });
}

function inColumnOrder(faults: RowFault[], columns: readonly string[]): RowFault[] {
  return faults.toSorted((a, b) => columns.indexOf(a.column) - columns.indexOf(b.column));
}

function addUp(result: ImportResult, written: Written): void {
  result.created += written.created;
  result.updated += written.updated;
  result.unchanged += written.unchanged;
}

function refuseMissingColumns(header: readonly string[], { columns, optional }: Importer): void {
  const missing = columns.filter((column) => !header.includes(column) && !optional.includes(column));
  if (missing.length > 0)
    throw new FileFault(`少了这些列：${missing.join('、')}。用 --template 可以写出空表，列名照着来`);
}

/** FILE.errors.csv, made with the first error, with a BOM for Excel and formulas escaped. An old one goes. */
function createErrorsFile(path: string) {
  let csv: Stringifier | null = null;
  let closed: Promise<unknown> = rm(path, { force: true });
  return {
    async add({ row, column, value, reason }: RowFault): Promise<void> {
      if (!csv) {
        await closed;
        csv = stringify({
          header: true,
          bom: true,
          escape_formulas: true,
          columns: ['行', '列', '值', '原因'],
        });
        closed = once(csv.pipe(createWriteStream(path)), 'finish');
      }
      if (!csv.write([row, column, value, reason])) await once(csv, 'drain');
    },
    async close(): Promise<void> {
      csv?.end();
      await closed;
    },
  };
}
