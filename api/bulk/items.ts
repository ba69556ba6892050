import type { BulkRow, BulkUpload } from './contract.ts';
import { columnOf } from './columns.ts';
import type { KeptRow, UploadRow } from './store.ts';

/** Rows -> what crosses the wire. Pure. */

export function toUpload(row: UploadRow, isAgain = false): BulkUpload {
  const { counts } = row;
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const waiting = (counts.good ?? 0) + (counts.bad ?? 0);
  const of = rows - (counts.skipped ?? 0);
  return {
    id: row.id,
    employer: { id: row.employerId, name: row.employerName },
    fileName: row.fileName,
    uploadedAt: row.uploadedAt.toISOString(),
    state: row.state,
    choice: row.choice,
    isAgain,
    rows,
    counts,
    progress: row.state === 'checked' ? { done: 0, of: rows } : { done: of - waiting, of },
  };
}

export function toBulkRow(row: KeptRow): BulkRow {
  return {
    row: row.row,
    externalId: row.externalId.startsWith('#') ? null : row.externalId,
    title: row.form.title,
    state: row.state,
    faults: row.faults,
    findings: row.findings.map((finding) => ({ ...finding, column: columnOf(finding.field) })),
    problem: row.problem,
    openingId: row.openingId,
  };
}
