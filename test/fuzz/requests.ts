import fc from 'fast-check';
import type { Known } from './known.ts';
import type { JsonSchema, Operation, Parameter } from './operations.ts';
import { oddity, validFor } from './values.ts';

/** A request as bytes on the wire; kept as a file when it found something. */
export type FuzzRequest = {
  operation: string;
  /** What was done to a valid request. */
  kind: Kind;
  method: string;
  /** Path and query, percent-encoded. */
  url: string;
  headers: Record<string, string>;
  bodyBase64: string | null;
};

export const kinds = [
  'valid',
  'wrong-type',
  'missing',
  'extra',
  'beyond',
  'oversized',
  'duplicated',
  'deep',
  'proto',
  'broken-text',
  'not-json',
  'foreign-origin',
] as const;
export type Kind = (typeof kinds)[number];

type Query = [string, string][];

/** Requests of one kind for an operation. */
export function requestsFor(operation: Operation, kind: Kind, known: Known): fc.Arbitrary<FuzzRequest> {
  const path = pathFor(operation, kind, known);
  const query = queryFor(operation, kind, known);
  const body = bodyFor(operation, kind, known);
  return fc.tuple(path, query, body, headersFor(kind)).map(([path, query, { bytes, type }, headers]) => ({
    operation: operation.id,
    kind,
    method: operation.method,
    url: query.length === 0 ? path : `${path}?${query.map(([name, value]) => `${name}=${value}`).join('&')}`,
    headers: { ...(bytes === null ? {} : { 'content-type': type }), ...headers },
    bodyBase64: bytes === null ? null : bytes.toString('base64'),
  }));
}

function headersFor(kind: Kind): fc.Arbitrary<Record<string, string>> {
  if (kind === 'foreign-origin')
    return fc.constantFrom<Record<string, string>>(
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'same-site' },
    );
  const own = { 'sec-fetch-site': 'same-origin' };
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(own) },
    {
      weight: 1,
      arbitrary: fc
        .stringMatching(/^[\w-]{8,30}$/)
        .map((key): Record<string, string> => ({ ...own, 'idempotency-key': key })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Record<string, string>>(
        { ...own, 'idempotency-key': 'short' },
        { ...own, 'idempotency-key': 'x'.repeat(300) },
        { ...own, cookie: 'session=nonsense' },
        { ...own, 'accept-encoding': 'gzip, br' },
        { ...own, accept: 'text/html' },
        { ...own, 'if-none-match': '*' },
        { ...own, 'x-http-method-override': 'DELETE' },
        { ...own, 'content-encoding': 'gzip' },
      ),
    },
  );
}

const encode = (value: unknown) => encodeURIComponent(asText(value).replace(/\p{Surrogate}/gu, '\ufffd'));
const asText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(asText).join(',')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

const brokenPieces = [
  '%ff',
  '%c0%af',
  '%zz',
  '%',
  '%00',
  '%ed%a0%80',
  '..%2f..%2fetc',
  'a%0d%0ab',
  '%e2%80%ae',
];

function pathFor(operation: Operation, kind: Kind, known: Known): fc.Arbitrary<string> {
  const places = operation.parameters.filter((parameter) => parameter.in === 'path');
  const one = ({ name, schema }: Parameter): fc.Arbitrary<string> => {
    const valid = validFor(schema, name, known).map(encode);
    if (kind === 'broken-text') return fc.constantFrom(...brokenPieces);
    if (kind === 'wrong-type' || kind === 'beyond') return fc.oneof(valid, oddity.map(encode));
    if (kind === 'proto') return fc.constantFrom('__proto__', 'constructor', 'toString');
    return valid;
  };
  return fc
    .tuple(...places.map(one))
    .map((values) =>
      places.reduce(
        (path, { name }, index) => path.replace(`{${name}}`, values[index] || 'x'),
        operation.path,
      ),
    );
}

function queryFor(operation: Operation, kind: Kind, known: Known): fc.Arbitrary<Query> {
  const places = operation.parameters.filter((parameter) => parameter.in === 'query');
  const valid = fc
    .tuple(
      ...places.map(({ name, required, schema }) =>
        fc
          .tuple(fc.integer({ min: 0, max: 3 }), validFor(schema, name, known))
          .map(([dice, value]): Query => (required || dice === 0 ? [[name, encode(value)]] : [])),
      ),
    )
    .map((parts) => parts.flat());
  const someName = places.length > 0 ? fc.constantFrom(...places.map(({ name }) => name)) : fc.constant('q');
  const withMore = (more: fc.Arbitrary<Query>) =>
    fc
      .tuple(valid, more)
      .map(([query, added]) => [...query.filter(([name]) => added[0]?.[0] !== name), ...added]);
  switch (kind) {
    case 'wrong-type':
    case 'beyond':
      return withMore(fc.tuple(someName, oddity).map(([name, value]): Query => [[name, encode(value)]]));
    case 'missing':
      return valid.map((query) => query.slice(1));
    case 'extra':
      return operation.body
        ? valid
        : withMore(
            fc.constantFrom('nonsense', 'id', 'limit', 'status', 'role').map((name): Query => [[name, '1']]),
          );
    case 'oversized':
      return withMore(someName.map((name): Query => [[name, 'x'.repeat(9000)]]));
    case 'duplicated':
      return withMore(
        someName.map((name): Query => [
          [name, '1'],
          [name, '2'],
        ]),
      );
    case 'deep':
      return withMore(someName.map((name): Query => [[`${name}${'[a]'.repeat(200)}`, '1']]));
    case 'proto':
      return withMore(
        fc
          .constantFrom('__proto__', 'constructor[prototype][x]', '__proto__[x]')
          .map((name): Query => [[name, '1']]),
      );
    case 'broken-text':
      return withMore(
        fc.tuple(someName, fc.constantFrom(...brokenPieces)).map(([name, value]): Query => [[name, value]]),
      );
    default:
      return valid;
  }
}

type Body = { bytes: Buffer | null; type: string };
const json = (value: unknown): Body => ({
  bytes: Buffer.from(JSON.stringify(value)),
  type: 'application/json',
});
const raw = (text: string | Buffer, type = 'application/json'): Body => ({
  bytes: Buffer.from(text as string),
  type,
});

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);

function bodyFor(operation: Operation, kind: Kind, known: Known): fc.Arbitrary<Body> {
  if (operation.uploads.length > 0) return uploadFor(operation.uploads, kind);
  if (!operation.body) return fc.constant({ bytes: null, type: '' });
  const schema = operation.body;
  const valid = validFor(schema, '', known);
  switch (kind) {
    case 'wrong-type':
      return fc.tuple(valid, fc.nat(), oddity).map(([value, at, odd]) => json(replacedAt(value, at, odd)));
    case 'missing':
      return fc.tuple(valid, fc.nat()).map(([value, at]) => json(withoutOne(value, at)));
    case 'extra':
      return fc
        .tuple(
          valid,
          fc.constantFrom('id', 'status', 'roles', 'employerId', 'version', 'verified', 'nonsense'),
          oddity,
        )
        .map(([value, name, odd]) => json({ ...(value as object), [`${name}X`]: odd }));
    case 'beyond':
      return fc
        .tuple(
          valid,
          fc.nat(),
          fc.constantFrom<unknown>('x'.repeat(20_000), 1e15, -1e15, '', Array(500).fill('x')),
        )
        .map(([value, at, odd]) => json(replacedAt(value, at, odd)));
    case 'oversized':
      return valid.map((value) => json({ ...(value as object), padding: 'x'.repeat(300_000) }));
    case 'duplicated':
      return valid.map((value) => {
        const text = JSON.stringify(value);
        return raw(text === '{}' ? '{"a":1,"a":2}' : `{${text.slice(1, -1)},${text.slice(1, -1)}}`);
      });
    case 'deep':
      return fc.constantFrom(
        raw(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
        raw('{"a":'.repeat(20_000)),
        deepInside(schema),
      );
    case 'proto':
      return valid.map((value) => {
        const rest = JSON.stringify(value).slice(1);
        return raw(
          `{"__proto__":{"isAdmin":true,"roles":["city-administrator"]}${rest === '}' ? '' : ','}${rest}`,
        );
      });
    case 'broken-text':
      return fc
        .tuple(valid, fc.constantFrom([0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]))
        .map(([value, bytes]) => {
          const text = Buffer.from(JSON.stringify(value));
          const quote = text.lastIndexOf(0x22);
          if (quote <= 0) return raw(Buffer.from([0x7b, 0x22, ...bytes, 0x22, 0x3a, 0x31, 0x7d]));
          return raw(Buffer.concat([text.subarray(0, quote), Buffer.from(bytes), text.subarray(quote)]));
        });
    case 'not-json':
      return fc.constantFrom(
        raw(''),
        raw('{'),
        raw('null'),
        raw('[]'),
        raw('"x"'),
        raw('a=1&b=2', 'application/x-www-form-urlencoded'),
        raw('{}', 'text/plain'),
        raw('<x/>', 'application/xml'),
        raw('{}', 'application/json; charset=gbk'),
      );
    default:
      return valid.map(json);
  }
}

function deepInside(schema: JsonSchema): Body {
  const [name = 'a'] = Object.keys((schema.properties ?? {}) as object);
  return raw(`{${JSON.stringify(name)}:${'{"a":'.repeat(30_000)}1${'}'.repeat(30_001)}`);
}

function uploadFor(types: string[], kind: Kind): fc.Arbitrary<Body> {
  const type = fc.constantFrom(...types);
  if (kind === 'wrong-type')
    return fc.constantFrom(raw('MZ…', types[0]), raw('<svg onload=alert(1)>', 'image/svg+xml'));
  if (kind === 'not-json' || kind === 'missing') return fc.constantFrom(raw(''), raw('x', ''), raw('{}'));
  if (kind === 'oversized') return fc.constant(raw(Buffer.concat([jpeg, Buffer.alloc(300_000)]), types[0]));
  return fc
    .tuple(type, fc.uint8Array({ maxLength: 300 }))
    .map(([type, rest]) => raw(Buffer.concat([jpeg, rest]), type));
}

/** Puts a value at some place of a body, counted through its leaves. */
function replacedAt(value: unknown, at: number, odd: unknown): unknown {
  if (value === null || typeof value !== 'object') return odd;
  const entries = Object.entries(value);
  if (entries.length === 0) return odd;
  const [name, inner] = entries[at % entries.length]!;
  const deeper = Math.floor(at / entries.length);
  const chosen =
    typeof inner === 'object' && inner !== null && deeper % 2 ? replacedAt(inner, deeper, odd) : odd;
  if (Array.isArray(value)) return value.with(Number(name), chosen);
  return { ...value, [name]: chosen };
}

function withoutOne(value: unknown, at: number): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const names = Object.keys(value);
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== names[at % Math.max(1, names.length)]),
  );
}
