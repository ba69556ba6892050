import type { z } from 'zod';

/**
 * Turns the text of a query into the types its schema declares, so that schemas (and openapi.json) speak of
 * numbers, booleans and arrays. What does not read as the declared type stays text, for the schema to refuse.
 */
export function readQueryText(
  shape: z.core.$ZodShape,
  raw: Record<string, unknown>,
): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    read[name] = schema && typeof value === 'string' ? readText(schema, value) : value;
  }
  return read;
}

function readText(schema: z.core.$ZodType, text: string): unknown {
  const { def } = schema._zod as unknown as { def: Definition };
  switch (def.type) {
    case 'optional':
    case 'default':
      return readText(def.innerType!, text);
    case 'number':
      return /^-?\d{1,17}(\.\d{1,17})?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'array':
      return text.split(',').map((part) => readText(def.element!, part));
    case 'tuple':
      return text.split(',').map((part, index) => {
        const item = def.items![index];
        return item ? readText(item, part) : part;
      });
    default:
      return text;
  }
}

type Definition = {
  type: string;
  innerType?: z.core.$ZodType;
  element?: z.core.$ZodType;
  items?: readonly z.core.$ZodType[];
};
