import type { ServiceChange } from '../service-templates/contract.ts';
import type { Offer } from './contract.ts';

/** The city's words on a service. */
export type Template = Omit<Offer, 'name'>;

const noWords: Template = { conditions: '', documents: [], fee: '', takes: '', law: '' };

/** The services of a point: the city's words, and where the point says something else, its own. */
export function offersOf(
  services: readonly string[],
  templates: ReadonlyMap<string, Template>,
  changes: Readonly<Record<string, ServiceChange>>,
): Offer[] {
  return services.map((name) => ({ ...noWords, ...templates.get(name), ...changes[name], name }));
}
