import type { AnyEndpoint, ParamsOf, QueryInputOf, ReplyOf } from '../api/endpoint.ts';

/** A phone on a weak network is slow, not gone; past this a person wants an answer. */
const TIMEOUT_MS = 15_000;
const RETRY_AFTER_MS = 400;

export type Fault = { in: string; name: string; code: string; detail: string };

/** Why a call gave no reply: `offline` never arrived, `slow` took too long, the rest is what the server said. */
export type CallFailureKind = 'offline' | 'slow' | 'missing' | 'throttled' | 'invalid' | 'refused' | 'broken';

export class CallFailure extends Error {
  readonly kind: CallFailureKind;
  readonly status: number | null;
  readonly code: string | null;
  readonly faults: readonly Fault[];

  constructor(kind: CallFailureKind, status: number | null = null, problem: Problem = {}) {
    super(problem.detail ?? kind);
    this.name = 'CallFailure';
    this.kind = kind;
    this.status = status;
    this.code = problem.code ?? null;
    this.faults = problem.faults ?? [];
  }
}

type Problem = { detail?: string; code?: string; faults?: Fault[] };
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
  signal?: AbortSignal;
};

/** Calls one endpoint. Rejects with CallFailure, or with the signal's AbortError when the caller gave up. */
export async function call<E extends AnyEndpoint>(endpoint: E, asked: Asked<E> = {}): Promise<ReplyOf<E>> {
  const query = encodeQuery((asked.query ?? {}) as Record<string, QueryValue>);
  const path = fillPath(endpoint.path, asked.params as Record<string, string> | undefined);
  const url = query ? `${path}?${query}` : path;
  const response = await fetchOnceMore(endpoint.method, url, asked.signal);
  if (response.ok) return (await response.json()) as ReplyOf<E>;
  throw await failureOf(response);
}

async function fetchOnceMore(method: string, url: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetchWithin(method, url, signal);
  } catch (error) {
    const mayRetry =
      method === 'GET' && error instanceof CallFailure && error.kind === 'offline' && navigator.onLine;
    if (!mayRetry) throw error;
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    signal?.throwIfAborted();
    return await fetchWithin(method, url, signal);
  }
}

async function fetchWithin(method: string, url: string, signal?: AbortSignal): Promise<Response> {
  // AbortSignal.any and .timeout are younger than the phones this runs on.
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  let tooSlow = false;
  const timer = setTimeout(() => {
    tooSlow = true;
    controller.abort();
  }, TIMEOUT_MS);
  signal?.addEventListener('abort', giveUp);
  try {
    return await fetch(url, { method, headers: { accept: 'application/json' }, signal: controller.signal });
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
    404: 'missing',
    429: 'throttled',
    502: 'offline',
  };
  const kind = kinds[response.status] ?? (response.status >= 500 ? 'broken' : 'refused');
  return new CallFailure(kind, response.status, problem);
}
