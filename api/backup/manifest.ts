import { z } from 'zod';

/** What a person can do something about: a damaged file, a database that is not empty. The message is for people. */
export class BackupFault extends Error {}

const count = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The last entry of a backup says what the others hold; the zip's comment is the manifest's own SHA-256. */
export const manifest = z.strictObject({
  format: z.literal('jiuye-e-map backup 1'),
  takenAt: z.iso.datetime(),
  /** Names of the migrations that made the tables, in order. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      columns: z.array(z.string()),
      rows: count,
      bytes: count,
      sha256,
    }),
  ),
  sequences: z.array(z.strictObject({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/) })),
  /** Paths below DATA_DIR/uploads, with `/`. */
  uploads: z.array(z.strictObject({ path: z.string(), bytes: count, sha256 })),
});
export type Manifest = z.infer<typeof manifest>;

export const manifestEntry = 'manifest.json';
/** Rows as JSON lines: an array of texts or nulls, in the manifest's order of columns. */
export const tableEntry = (name: string) => `tables/${name}.jsonl`;
export const uploadEntry = (path: string) => `uploads/${path}`;

/**
 * Not in a backup, because a restored database has to begin them anew: the change log and the places in it
 * (transaction numbers mean nothing in another cluster), the index (filled from the openings), leases of jobs and
 * used-up allowances, and whatever lets somebody in (a session that was ended since must not come back).
 */
export const startsAnew: readonly string[] = [
  'outbox',
  'index_cursors',
  'opening_index',
  'jobs',
  'limits',
  'sessions',
  'one_time_codes',
];

/** Rows a server writes by itself at its first start; a database that has nothing else counts as empty. */
export const madeByAStart: readonly string[] = ['secrets', 'visits'];
