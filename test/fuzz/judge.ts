import type { z } from 'zod';
import { isUtf8 } from 'node:buffer';
import { type JsonSchema, type Operation, toZod } from './operations.ts';
import type { FuzzRequest } from './requests.ts';

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

/** What no answer may be, whatever was asked. Returns null, or what is wrong with it in a few words. */
export function judge(operation: Operation, request: FuzzRequest, answer: Answer): string | null {
  const { status } = answer;
  if (status >= 500 && status !== 503) return `answered ${status}`;
  const type = String(answer.headers['content-type'] ?? '').split(';')[0]!;
  for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'x-request-id'])
    if (!answer.headers[name]) return `has no ${name} header`;
  // A path that stands for another address, because a part of it is missing or broken.
  const isElsewhere = status === 404 && codeOf(answer) === 'path.missing';
  const documented = operation.replies.get(status);
  // What the caller has already, when it says so.
  if (status === 304) return request.headers['if-none-match'] ? null : 'answered 304 unasked';
  if (!documented && !isElsewhere) return `answered ${status}, which is not documented`;
  if (documented && !documented.has(type))
    return `answered ${type} where ${[...documented.keys()].join(' or ')} is documented`;
  const schema = documented?.get(type);
  if (schema) {
    for (const value of valuesOf(answer)) {
      if (value === undefined) return 'answered what is not JSON';
      const parsed = schema.safeParse(value);
      if (!parsed.success) return `reply is not of its schema: ${told(parsed.error.issues)}`;
    }
  }
  if (status < 300) {
    if (request.kind === 'foreign-origin' && operation.method !== 'GET')
      return 'accepted a change from a foreign origin';
    const invalid = whyInvalid(operation, request);
    if (invalid) return `accepted what the document does not allow: ${invalid}`;
  }
  return null;
}

function told(issues: readonly z.core.$ZodIssue[]): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');
}

function codeOf(answer: Answer): unknown {
  return (readJson(answer.body) as { code?: unknown } | undefined)?.code;
}

function readJson(bytes: Buffer | string): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

/** What an answer in JSON says: one value, or one a line. undefined stands for what does not read. */
export function valuesOf({ headers, body }: Answer): unknown[] {
  const type = String(headers['content-type']);
  if (!type.includes('json')) return [];
  if (!type.includes('ndjson')) return [readJson(body)];
  return body.toString().trimEnd().split('\n').map(readJson);
}

/** Holds a request against the document alone; null when the document admits it. */
export function whyInvalid(operation: Operation, request: FuzzRequest): string | null {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  const schemas = new Map(
    operation.parameters.filter(({ in: place }) => place === 'query').map((p) => [p.name, p]),
  );
  for (const [name, text] of query) {
    const parameter = schemas.get(name);
    if (!parameter) return `unknown parameter ${name}`;
    if (!admits(parameter.schema, readText(parameter.schema, text))) return `parameter ${name}`;
  }
  for (const { name, required } of schemas.values())
    if (required && !query.has(name)) return `parameter ${name} is missing`;
  if (operation.body && request.bodyBase64 !== null) {
    const bytes = Buffer.from(request.bodyBase64, 'base64');
    if (!isUtf8(bytes)) return 'body is not UTF-8';
    const value = readJson(bytes);
    if (value === undefined && bytes.length > 0) return 'body is not JSON';
    if (Object.hasOwn(Object(value), '__proto__')) return 'body has __proto__';
    if (!admits(operation.body, value ?? {})) return 'body';
  }
  return null;
}

const schemas = new WeakMap<JsonSchema, z.ZodType>();
/** Blanks around a text are not counted: a schema cannot say that they are cut off before it looks. */
function admits(schema: JsonSchema, value: unknown): boolean {
  let zod = schemas.get(schema);
  if (!zod) schemas.set(schema, (zod = toZod(schema)));
  return zod.safeParse(value).success || zod.safeParse(trimmed(value)).success;
}

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, trimmed(inner)]));
  return value;
}

/** Text of a query as the type that the document gives it. */
function readText(schema: JsonSchema, text: string): unknown {
  const types = [schema.type].flat();
  if (types.includes('number') || types.includes('integer'))
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (types.includes('boolean')) return text === 'true' ? true : text === 'false' ? false : text;
  if (types.includes('array')) {
    const places = schema.prefixItems as JsonSchema[] | undefined;
    return text
      .split(',')
      .map((part, index) => readText(places?.[index] ?? ((schema.items || {}) as JsonSchema), part));
  }
  return text;
}
