import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Names a request, in the log and in the answer: what a person reads out is what an operator finds. */
export const nameRequest: RequestHandler = (_request, response, next) => {
  const id = randomUUID();
  response.locals.requestId = id;
  response.setHeader('X-Request-Id', id);
  next();
};
