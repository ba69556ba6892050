import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** Names a request, in the log and in the answer: what a person reads out is what an operator finds. */
export function nameRequest(_request: unknown, response: ServerResponse): string {
  const id = randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}
