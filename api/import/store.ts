import { basename } from 'node:path';
import type { Database } from '../db/database.ts';
import type { ImportOptions, ImportResult } from './events.ts';

/** One line of the audit log for an import. */
export async function recordImport(
  tx: Database,
  options: ImportOptions,
  result: ImportResult,
): Promise<void> {
  await tx.query(
    `insert into audit_log (actor, action, entity, detail) values ('command:import', 'import', $1, $2)`,
    [options.kind, { file: basename(options.file), datum: options.datum, ...result }],
  );
}
