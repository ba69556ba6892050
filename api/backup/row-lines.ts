import { createHash } from 'node:crypto';

/** Counts what goes through: rows, bytes and their SHA-256. */
export function createTally() {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  return {
    add(chunk: Uint8Array, rowsInChunk = 0): void {
      hash.update(chunk);
      rows += rowsInChunk;
      bytes += chunk.length;
    },
    /** Once, at the end. */
    close: () => ({ rows, bytes, sha256: hash.digest('hex') }),
  };
}

/** Rows as the bytes a backup holds of them: one JSON array of texts a line. */
export function toLines(rows: readonly (string | null)[][]): Buffer {
  return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), 'utf8');
}

/** The rows of a stream of lines, some thousand at a time. */
export async function* fromLines(stream: AsyncIterable<Buffer>): AsyncGenerator<(string | null)[][]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    if (lines.length > 0) yield lines.map((line) => JSON.parse(line) as (string | null)[]);
  }
}
