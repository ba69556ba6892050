import { runnerImport, type Plugin } from 'vite';

type Outline = { id: string; method: string; path: string };

const isEndpoint = (value: unknown): value is Outline =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'reply' in value;

const isWordList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/**
 * What the browser needs of a contract at run time: where an endpoint is, and the word lists. The schemas
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
        if (isWordList(value) || typeof value === 'number')
          return [`export const ${name} = ${JSON.stringify(value)};`];
        return [];
      });
      return lines.join('\n');
    },
  };
}
