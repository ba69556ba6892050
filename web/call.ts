import type { AnyEndpoint, BodyInputOf, ParamsOf, QueryInputOf, ReplyOf } from '../api/endpoint.ts';

/** A phone on a weak network is slow, not gone; past this a person wants an answer. */
const TIMEOUT_MS = 15_000;
/** As long as the server waits for a file (api/http/http-server.ts), and a little for its answer. */
const FILE_TIMEOUT_MS = 135_000;
const RETRY_AFTER_MS = 400;

export type Fault = { in: string; name: string; code: string; detail: string };

/** Why a call gave no reply: `offline` never arrived, `slow` took too long, the rest is what the server said. */
export type CallFailureKind =
  | 'offline'
  | 'slow'
  | 'missing'
  | 'throttled'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'conflict'
  | 'refused'
  | 'broken';

export class CallFailure extends Error {
  readonly kind: CallFailureKind;
  readonly status: number | null;
  readonly code: string | null;
  readonly faults: readonly Fault[];
  /** What the page needs to go on, such as the version somebody else saved. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(kind: CallFailureKind, status: number | null = null, problem: Problem = {}) {
    super(problem.detail ?? kind);
    this.name = 'CallFailure';
    this.kind = kind;
    this.status = status;
    this.code = problem.code ?? null;
    this.faults = problem.faults ?? [];
    this.more = problem.more ?? {};
  }
}

type Problem = { detail?: string; code?: string; faults?: Fault[]; more?: Record<string, unknown> };
type Scalar = string | number | boolean;
type QueryValue = Scalar | readonly Scalar[] | null | undefined;

/** Arrays joined by comma, undefined left out, the rest as text. Empty arrays are left out too. */
export function encodeQuery(query: Record<string, QueryValue>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    if (Array.isArray(value)) {
      if (value.length > 0) search.set(name, value.join(','));
    } else search.set(name, String(value));
  }
  return search.toString();
}

/** `/api/openings/:idOrCode` with its parameters put in. */
export function fillPath(path: string, params: Record<string, string> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

type Asked<E extends AnyEndpoint> = {
  params?: ParamsOf<E>;
  query?: QueryInputOf<E>;
  body?: BodyInputOf<E>;
  /** A file sent as it is, for endpoints that take one. */
  file?: Blob;
  /** The same for every try of one act: it is then done once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/** Calls one endpoint. Rejects with CallFailure, or with the signal's AbortError when the caller gave up. */
export async function call<E extends AnyEndpoint>(endpoint: E, asked: Asked<E> = {}): Promise<ReplyOf<E>> {
  const query = encodeQuery((asked.query ?? {}) as Record<string, QueryValue>);
  const path = fillPath(endpoint.path, asked.params as Record<string, string> | undefined);
  const url = query ? `${path}?${query}` : path;
  const response = await fetchOnceMore(url, sentWith(endpoint.method, asked), asked.signal);
  if (response.ok) return (await response.json()) as ReplyOf<E>;
  throw await failureOf(response);
}

type Sent = { method: string; headers: Record<string, string>; body?: string | Blob };

function sentWith<E extends AnyEndpoint>(method: string, { body, file, idempotencyKey }: Asked<E>): Sent {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  if (file) return { method, headers: { ...headers, 'content-type': file.type }, body: file };
  if (body === undefined) return { method, headers };
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** What changes nothing, or is done once however often it is asked, is asked again when it did not arrive. */
async function fetchOnceMore(url: string, sent: Sent, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetchWithin(url, sent, signal);
  } catch (error) {
    const isSafe = sent.method === 'GET' || 'idempotency-key' in sent.headers;
    const mayRetry = isSafe && error instanceof CallFailure && error.kind === 'offline' && navigator.onLine;
    if (!mayRetry) throw error;
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    signal?.throwIfAborted();
    return await fetchWithin(url, sent, signal);
  }
}

async function fetchWithin(url: string, sent: Sent, signal?: AbortSignal): Promise<Response> {
  // AbortSignal.any and .timeout are younger than the phones this runs on.
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  const timeoutMs = sent.body instanceof Blob ? FILE_TIMEOUT_MS : TIMEOUT_MS;
  let tooSlow = false;
  const timer = setTimeout(() => {
    tooSlow = true;
    controller.abort();
  }, timeoutMs);
  signal?.addEventListener('abort', giveUp);
  try {
    return await fetch(url, { ...sent, signal: controller.signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new CallFailure(tooSlow ? 'slow' : 'offline');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

async function failureOf(response: Response): Promise<CallFailure> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const kinds: Record<number, CallFailureKind> = {
    400: 'invalid',
    401: 'unauthenticated',
    403: 'forbidden',
    409: 'conflict',
    413: 'invalid',
    404: 'missing',
    429: 'throttled',
    502: 'offline',
  };
  const kind = kinds[response.status] ?? (response.status >= 500 ? 'broken' : 'refused');
  return new CallFailure(kind, response.status, problem);
}
