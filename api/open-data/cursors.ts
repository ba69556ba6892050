import { seal, unseal } from '../accounts/seal.ts';
import type { Cursor } from '../db/changes.ts';

const purpose = 'changes';

/** A place in the change log as a word for strangers: sealed, so that only what we gave out comes back. */
export const writeCursor = (secret: Buffer, { done, window, seq }: Cursor): string =>
  seal(secret, purpose, JSON.stringify([done, window, seq]));

/** null for what was not given out by us. */
export function readCursor(secret: Buffer, text: string): Cursor | null {
  const said = unseal(secret, purpose, text);
  if (said === null) return null;
  const [done, window, seq] = JSON.parse(said) as [string, string | null, string];
  return { done, window, seq };
}
