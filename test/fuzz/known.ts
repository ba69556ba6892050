/**
 * What answers have named so far, by the name it had there: ids and codes that exist, so that requests reach things.
 * Only the latest of each are kept: memory has to stay flat.
 */
export type Known = {
  learn: (reply: unknown) => void;
  /** Values seen under names like this: `openingId` finds `openings[].id` too. */
  of: (name: string) => string[];
};

const keptOfEach = 40;
const deepest = 6;

export function createKnown(): Known {
  const seen = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    const values = seen.get(name) ?? [];
    if (values.includes(value)) return;
    values.push(value);
    if (values.length > keptOfEach) values.shift();
    seen.set(name, values);
  };
  const walk = (value: unknown, name: string, depth: number) => {
    if (depth > deepest || value === null || typeof value !== 'object') return;
    if (Array.isArray(value))
      return value.slice(0, 5).forEach((item) => walk(item, singular(name), depth + 1));
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && inner.length <= 40) {
        if (key === 'id') add(`${name}Id`, inner);
        if (/id$|code$|token$/i.test(key)) add(key, inner);
      }
      walk(inner, key, depth + 1);
    }
  };
  return {
    learn: (reply) => walk(reply, '', 0),
    of: (name) => {
      const exact = seen.get(name) ?? [];
      if (name === 'idOrCode') return [...(seen.get('id') ?? []), ...(seen.get('code') ?? [])];
      return exact.length > 0 ? exact : /id$/i.test(name) ? (seen.get('id') ?? []) : [];
    },
  };
}

const singular = (name: string) => name.replace(/ies$/, 'y').replace(/s$/, '');
