import type { z } from 'zod';
import { nobody, type Person, type StaffMember, type Viewer } from '../accounts/viewer.ts';
import type { AnyEndpoint, BodyOf, ParamsOf, QueryOf } from '../endpoint.ts';
import { type Fault, Refusal } from '../refusals.ts';
import { readFaults } from './faults.ts';
import { readQueryText } from './query-text.ts';
import type { WhoAsks } from './who-asks.ts';

/** Who a handler can be asked by, told from the audience of its endpoint. */
export type ViewerOf<E> = E extends { audience: 'person' }
  ? Person
  : E extends { audience: 'terminal' }
    ? Extract<Viewer, { kind: 'terminal' }>
    : E extends { audience: 'member' }
      ? Person | StaffMember
      : E extends { audience: 'anyone' }
        ? Viewer
        : StaffMember;

export type Asked<E extends AnyEndpoint> = {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  now: Date;
  /** Nobody where the audience is `anyone` and the endpoint does not read the viewer. */
  viewer: ViewerOf<E>;
  sessionId: string | null;
  idempotencyKey: string | null;
  /** Of where the request comes from; see address-hash.ts. */
  address: string;
};

/** What of a request an endpoint reads, before anything of it was checked. */
export type Raw = {
  params: Record<string, unknown>;
  /** As a query parser leaves it: texts, and lists of them where a name comes twice. */
  query: Record<string, unknown>;
  body: unknown;
  idempotencyKey: string | null;
};

const idempotencyKey = /^[\w-]{8,80}$/;

/**
 * What a handler is given: everything asked for, checked by the endpoint's schemas.
 * @param who null where the endpoint does not read who asks
 * @throws Refusal that names every fault at once
 */
export function readAsked(
  endpoint: AnyEndpoint,
  raw: Raw,
  { now, who, address }: { now: Date; who: WhoAsks | null; address: () => string },
): Asked<AnyEndpoint> {
  const faults: Fault[] = [];
  const params = check('path', endpoint.params, raw.params, faults);
  const query = check('query', endpoint.query, readQueryText(endpoint.query.shape, raw.query), faults);
  const body = endpoint.body ? check('body', endpoint.body, raw.body ?? {}, faults) : undefined;
  if (raw.idempotencyKey !== null && !idempotencyKey.test(raw.idempotencyKey))
    throw new Refusal('invalid', 'idempotency-key.format', '请求编号要 8 到 80 个字母、数字或横线');
  if (faults.length > 0) throw new Refusal('invalid', 'request.invalid', '有的内容不对', faults);
  return {
    params,
    query,
    body,
    now,
    // The audience was let in before; which viewers that leaves is known to the handler's type alone.
    viewer: (who?.viewer ?? nobody) as ViewerOf<AnyEndpoint>,
    sessionId: who?.sessionId ?? null,
    idempotencyKey: raw.idempotencyKey,
    get address() {
      return address();
    },
  };
}

function check(place: Fault['in'], schema: z.ZodType, value: unknown, faults: Fault[]): any {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    // What was given is only looked at when something is wrong with it: zod takes twice as long to carry it along.
    const { error } = schema.safeParse(value, { reportInput: true });
    faults.push(...readFaults(place, error!.issues));
    return undefined;
  }
  // After the schema: what it lets through is as deep as it says, what comes in may be 100,000 brackets deep.
  const nul = Object.entries(parsed.data as object).find(([, part]) => holdsUnkept(part));
  if (nul) faults.push({ in: place, name: nul[0], code: 'nul', detail: '含有不能用的字符' });
  return parsed.data;
}

// PostgreSQL has no text with a NUL in it, and no jsonb with half of a surrogate pair.
const unkept = /\0|\p{Surrogate}/u;

function holdsUnkept(value: unknown): boolean {
  if (typeof value === 'string') return unkept.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsUnkept);
}
