export const refusalKinds = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  tooLarge: 413,
  throttled: 429,
  unavailable: 503,
} as const;
export type RefusalKind = keyof typeof refusalKinds;

/** One thing that is wrong with a request: where, and why in words for people. */
export type Fault = { in: 'query' | 'path' | 'body'; name: string; code: string; detail: string };

/**
 * A "no" that is meant to be read. Rules return it, routes throw it, one handler answers it as
 * application/problem+json. `code` is stable (`opening.missing`); `detail` is Chinese, for people.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly faults: readonly Fault[];
  /** When asking again makes sense (429, 503). */
  readonly retryAfterSeconds: number;
  /** What the page needs to go on, such as the version somebody else saved. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    kind: RefusalKind,
    code: string,
    detail: string,
    faults: readonly Fault[] = [],
    retryAfterSeconds = 5,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.kind = kind;
    this.code = code;
    this.faults = faults;
    this.retryAfterSeconds = retryAfterSeconds;
    this.more = more;
  }
}
