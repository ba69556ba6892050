import { inject } from 'vitest';

/** Address of the Meilisearch of this run; null where there is none, and the closing summary says so. */
export function meiliUrl(): string | null {
  return inject('meiliUrl');
}
