import { runnerImport, type Plugin } from 'vite';

type Outline = { id: string; method: string; path: string };

const isEndpoint = (value: unknown): value is Outline =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'reply' in value;

const isWords = (values: readonly unknown[]): boolean => values.every((item) => typeof item === 'string');

/** Words and numbers: a list of them, texts by version, a limit. */
const isPlain = (value: unknown): boolean => {
  if (typeof value === 'number' || typeof value === 'string') return true;
  if (Array.isArray(value)) return isWords(value);
  const isRecord = typeof value === 'object' && value !== null && value.constructor === Object;
  return isRecord && isWords(Object.values(value));
};

/**
 * What the browser needs of a contract at run time: where an endpoint is, word lists and numbers. The schemas
 * themselves (zod, 60 kB gz and more) stay on the server; the browser keeps only their types.
 */
export function contractOutline(): Plugin {
  return {
    name: 'contract-outline',
    enforce: 'pre',
    async load(id) {
      const file = id.split('?')[0] ?? id;
      if (!/\/api\/[^/]+\/contract\.ts$/.test(file)) return null;
      const { module } = await runnerImport<Record<string, unknown>>(file);
      const lines = Object.entries(module).flatMap(([name, value]) => {
        if (isEndpoint(value)) {
          const { id: endpointId, method, path } = value;
          return [`export const ${name} = ${JSON.stringify({ id: endpointId, method, path })};`];
        }
        if (isPlain(value)) return [`export const ${name} = ${JSON.stringify(value)};`];
        return [];
      });
      return lines.join('\n');
    },
  };
}
