import type { z } from 'zod';
import type { RefusalKind } from './refusals.ts';

/**
 * Who may call an endpoint; `serve` refuses everybody else before it reads anything of the request, so that a
 * refusal says nothing about the thing asked for. Whose thing it is is for the rules of the feature.
 * `person` signed in by telephone, `staff` works with places and openings, `reviewer` and `manager` are staff too.
 */
export type Audience =
  | 'anyone'
  | 'person'
  | 'member'
  | 'staff'
  | 'reviewer'
  | 'manager'
  | 'city-administrator'
  | 'system-administrator'
  | 'auditor'
  | 'terminal';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A file sent as it is: the handler reads the request itself, at most this much of it. */
export type Upload = { maxBytes: number; types: readonly string[] };

/**
 * One endpoint, declared once: the server mounts it, the web calls it, openapi.json describes it.
 * Parameters are declared with the types a program wants (numbers, booleans, arrays); on the wire an
 * array is a comma list and everything is text (see api/http/query-text.ts).
 */
export type Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Reply extends z.ZodType = z.ZodType,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
> = {
  readonly id: string;
  readonly method: Method;
  /** Express notation: `/api/openings/:idOrCode`. */
  readonly path: string;
  readonly audience: Audience;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  /** JSON, at most 256 kB. */
  readonly body?: Body;
  readonly upload?: Upload;
  readonly reply: Reply;
  /** Of an answer that went well; 200 unless said. */
  readonly status?: 200 | 201 | 202;
  /** The types of an answer that is not plain JSON: a file, a page to print, a calendar. */
  readonly replyType?: string | readonly string[];
  /** Kinds of refusal this endpoint can answer with, besides `invalid`, `throttled` and those of its audience. */
  readonly refuses?: readonly RefusalKind[];
  /** For `anyone`: the handler wants to know who asks, when it is somebody. */
  readonly readsViewer?: boolean;
};

export type AnyEndpoint = Endpoint<any, any, any, any>;

/** Declares an endpoint and keeps its exact types. */
export function endpoint<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Reply extends z.ZodType,
  For extends Audience,
  Body extends z.ZodType | undefined = undefined,
>(
  shape: Endpoint<Params, Query, Reply, Body> & { readonly audience: For },
): Endpoint<Params, Query, Reply, Body> & { readonly audience: For } {
  return shape;
}

export type ParamsOf<E> = E extends Endpoint<infer P, any, any, any> ? z.output<P> : never;
export type QueryOf<E> = E extends Endpoint<any, infer Q, any, any> ? z.output<Q> : never;
export type QueryInputOf<E> = E extends Endpoint<any, infer Q, any, any> ? z.input<Q> : never;
export type BodyOf<E> =
  E extends Endpoint<any, any, any, infer B> ? (B extends z.ZodType ? z.output<B> : undefined) : never;
export type BodyInputOf<E> =
  E extends Endpoint<any, any, any, infer B> ? (B extends z.ZodType ? z.input<B> : undefined) : never;
export type ReplyOf<E> = E extends Endpoint<any, any, infer R, any> ? z.output<R> : never;
