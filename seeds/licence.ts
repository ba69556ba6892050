import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { putLicence } from '../api/employers/store.ts';

/** A paper for a demo employer: one page that says it is none. */
export async function addLicence(
  tx: pg.PoolClient,
  { uploadsDir, employerId, accountId }: { uploadsDir: string; employerId: string; accountId: string },
  now: Date,
): Promise<void> {
  const bytes = Buffer.from(pageSaying(`DEMO - not a licence (employer ${employerId})`), 'latin1');
  const sha256 = createHash('sha256').update(bytes).digest();
  const fileName = sha256.toString('hex').slice(0, 32);
  const folder = join(uploadsDir, 'licences');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, fileName), bytes, { mode: 0o600 });
  const type = 'application/pdf' as const;
  await putLicence(tx, { employerId, fileName, type, bytes: bytes.length, sha256, accountId, now });
}

/** The smallest PDF with a line of text; viewers rebuild the missing table of objects. */
function pageSaying(line: string): string {
  const stream = `BT /F1 18 Tf 72 720 Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`;
  return [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
    `4 0 obj<</Length ${stream.length}>>stream`,
    stream,
    'endstream endobj',
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n');
}
