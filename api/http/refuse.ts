import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Refusal, refusalKinds } from '../refusals.ts';

/** Nothing matched: a problem for programs, and for people the page says it itself. */
export const refuseUnknownPath: RequestHandler = () => {
  throw new Refusal('missing', 'path.missing', '没有这个地址');
};

export type Refuse = (
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse & { locals: Record<string, unknown> },
) => void;

/** The one place where errors become answers: RFC 9457, no stack, no SQL. */
export function createRefuse(log: Logger): Refuse {
  return (error, request, response) => {
    const { requestId } = response.locals;
    const refusal = asRefusal(error);
    if (!refusal) {
      const path = request.url?.split('?')[0];
      log.error({ err: error, requestId, path }, 'unexpected error');
    }
    const kind = refusal?.kind ?? null;
    const status = kind ? refusalKinds[kind] : 500;
    if (status === 503 || status === 429)
      response.setHeader('Retry-After', String(refusal?.retryAfterSeconds ?? 5));
    const problem = JSON.stringify({
      type: 'about:blank',
      status,
      title: kind ?? 'unexpected',
      code: refusal?.code ?? 'unexpected',
      detail: refusal?.message ?? '这会儿出了点问题，过一会儿再试',
      ...(refusal && refusal.faults.length > 0 ? { faults: refusal.faults } : {}),
      ...(refusal && Object.keys(refusal.more).length > 0 ? { more: refusal.more } : {}),
      requestId,
    });
    response.statusCode = status;
    response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
    response.setHeader('Content-Length', Buffer.byteLength(problem));
    response.end(problem);
  };
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const { status, code, message } = (error ?? {}) as { status?: number; code?: string; message?: string };
  // Express and its parsers: a path that does not decode, a body that does not parse.
  if (status === 413) return new Refusal('tooLarge', 'request.too-large', '内容太大');
  if (status !== undefined && status >= 400 && status < 500)
    return new Refusal('invalid', 'request.malformed', '请求的格式不对');
  if ((code && unreachable.has(code)) || (message && lineIsGone.test(message)))
    return new Refusal('unavailable', 'database.unavailable', '这会儿人多，晚几秒再试');
  return null;
}

// PostgreSQL is starting, stopping, full, or cut off what waited too long; two changes met; or its socket is gone.
const unreachable = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53100',
  '53200',
  '53300',
  '57014',
  '55P03',
  '25P03',
  '40001',
  '40P01',
  '58030',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'ENOSPC',
]);
/** What pg says of a lost connection, without a code. */
const lineIsGone =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;
