import type { z } from 'zod';

/** Who may call an endpoint; `serve` refuses everybody else before the handler runs. */
export type Audience = 'anyone';

/**
 * One endpoint, declared once: the server mounts it, the web calls it, openapi.json describes it.
 * Parameters are declared with the types a program wants (numbers, booleans, arrays); on the wire an
 * array is a comma list and everything is text (see api/http/query-text.ts).
 */
export type Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Reply extends z.ZodType = z.ZodType,
> = {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** Express notation: `/api/openings/:idOrCode`. */
  readonly path: string;
  readonly audience: Audience;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly reply: Reply;
  /** Kinds of refusal this endpoint can answer with, besides `invalid` and `throttled`. */
  readonly refuses?: readonly ('missing' | 'unavailable')[];
};

export type AnyEndpoint = Endpoint<any, any, any>;

/** Declares an endpoint and keeps its exact types. */
export function endpoint<Params extends z.ZodObject, Query extends z.ZodObject, Reply extends z.ZodType>(
  shape: Endpoint<Params, Query, Reply>,
): Endpoint<Params, Query, Reply> {
  return shape;
}

export type ParamsOf<E> = E extends Endpoint<infer P, any, any> ? z.output<P> : never;
export type QueryOf<E> = E extends Endpoint<any, infer Q, any> ? z.output<Q> : never;
export type QueryInputOf<E> = E extends Endpoint<any, infer Q, any> ? z.input<Q> : never;
export type ReplyOf<E> = E extends Endpoint<any, any, infer R> ? z.output<R> : never;
