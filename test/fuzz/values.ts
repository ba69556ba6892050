import fc from 'fast-check';
import type { Known } from './known.ts';
import type { JsonSchema } from './operations.ts';

/** Near misses, other types, floods, injections, broken text. */
export const oddities: readonly unknown[] = [
  '',
  ' ',
  '0',
  '-1',
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  'NaN',
  '1e9',
  true,
  null,
  [],
  {},
  [[[]]],
  '119.4,32.4',
  '32.4,119.4',
  '321003',
  '321003103001',
  "' or 1=1 --",
  '";drop table openings;--',
  { $gt: '' },
  '../../etc/passwd',
  '=cmd|calc!A1',
  '<img src=x onerror=alert(1)>',
  'a\r\nSet-Cookie: x=1',
  '%',
  '(((',
  "''':*",
  '🈲👨‍🏭',
  '\ud800',
  'a\u0000b',
  '\u202e',
  '__proto__',
  'constructor',
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '工'.repeat(300),
  'x'.repeat(5000),
];

export const oddity: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...oddities) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

const someTexts = [
  '焊工',
  '电焊工（二保焊）',
  '周女士',
  '按图纸焊船用舱盖',
  'a',
  '江堤路 18 号',
  '13800000001',
  '3210',
];

/** Values a schema of the document admits; what exists already is preferred for ids and codes. */
export function validFor(schema: JsonSchema, name: string, known: Known): fc.Arbitrary<unknown> {
  const alternatives = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (alternatives) return fc.oneof(...alternatives.map((one) => validFor(one, name, known)));
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if (Array.isArray(schema.type))
    return fc.oneof(...(schema.type as string[]).map((type) => validFor({ ...schema, type }, name, known)));
  switch (schema.type) {
    case 'string':
      return textFor(schema, name, known);
    case 'integer':
    case 'number':
      return numberFor(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return arrayFor(schema, name, known);
    case 'object':
      return objectFor(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function textFor(schema: JsonSchema, name: string, known: Known): fc.Arbitrary<unknown> {
  const least = (schema.minLength as number | undefined) ?? 0;
  const most = Math.min((schema.maxLength as number | undefined) ?? 60, 2000);
  const pattern = schema.pattern as string | undefined;
  const fresh = pattern
    ? matching(pattern)
    : fc.oneof(
        fc.constantFrom(...someTexts).map((text) => text.padEnd(least, 'x').slice(0, most)),
        fc.string({ unit: 'grapheme', minLength: least, maxLength: Math.min(most, least + 40) }),
      );
  const existing = known.of(name);
  if (existing.length === 0) return fresh;
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...existing) }, { weight: 1, arbitrary: fresh });
}

const patterns = new Map<string, fc.Arbitrary<string>>();
function matching(pattern: string): fc.Arbitrary<string> {
  let found = patterns.get(pattern);
  if (!found) {
    try {
      found = fc.stringMatching(new RegExp(pattern));
    } catch {
      found = fc.constantFrom('1', '2026-11-23T02:00:00Z', '13800000001', '321003103');
    }
    patterns.set(pattern, found);
  }
  return found;
}

function numberFor(schema: JsonSchema): fc.Arbitrary<unknown> {
  const least = (schema.minimum ?? schema.exclusiveMinimum ?? -1e6) as number;
  const most = (schema.maximum ?? schema.exclusiveMaximum ?? 1e6) as number;
  const low = Math.max(least, -1e9);
  const high = Math.min(most, 1e9);
  if (schema.type === 'integer') {
    const near = fc.integer({ min: Math.ceil(low), max: Math.min(Math.floor(high), Math.ceil(low) + 20) });
    return fc.oneof(
      near,
      fc.integer({ min: Math.ceil(low), max: Math.floor(high) }),
      fc.constantFrom(low, high),
    );
  }
  // Places in the city, where a pair is one.
  const likely = [low, high, 119.42, 32.39].filter((value) => value >= low && value <= high);
  return fc.oneof(fc.double({ min: low, max: high, noNaN: true }), fc.constantFrom(...likely));
}

function arrayFor(schema: JsonSchema, name: string, known: Known): fc.Arbitrary<unknown> {
  const places = schema.prefixItems as JsonSchema[] | undefined;
  if (places) return fc.tuple(...places.map((one) => validFor(one, name, known)));
  const items = (schema.items ?? {}) as JsonSchema;
  const least = (schema.minItems as number | undefined) ?? 0;
  return fc.array(validFor(items, name, known), {
    minLength: least,
    maxLength: Math.min((schema.maxItems as number | undefined) ?? 4, least + 3),
  });
}

function objectFor(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const required = new Set((schema.required ?? []) as string[]);
  const parts = Object.entries(properties).map(([name, one]) => {
    const value = validFor(one, name, known);
    return fc
      .tuple(fc.boolean(), value)
      .map(([given, chosen]) => (given || required.has(name) ? [[name, chosen] as const] : []));
  });
  return fc.tuple(...parts).map((entries) => Object.fromEntries(entries.flat()));
}
