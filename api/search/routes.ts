import { route, type Route } from '../http/serve.ts';
import { suggest } from './contract.ts';
import type { Search, SuggestSource } from './search.ts';

/** @param deps.source counts of what is published now */
export function searchRoutes(deps: { search: Pick<Search, 'suggest'>; source: SuggestSource }): Route[] {
  return [
    route(suggest, async ({ query }) => ({ suggestions: await deps.search.suggest(query.q, deps.source) })),
  ];
}
