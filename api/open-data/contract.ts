import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { openingFilter, openingItem } from '../openings/contract.ts';
import { nothing } from '../wire.ts';

/** What of the city's openings anybody may take along, and on which terms. */
export const openDataLicence = 'CC-BY-4.0';
export const openDataSource = '就业e图';

/** An opening as it may be taken along: all that its page says but who to ring, which stays with the page. */
export const sharedOpening = openingItem
  .omit({ distanceMetres: true })
  .extend({ duties: z.string(), requirements: z.string() });
export type SharedOpening = z.infer<typeof sharedOpening>;

/** `listed` stands for what is new as well as for what has changed; `gone` has ended, or is not shown any more. */
export const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listed'), id: z.string(), opening: sharedOpening }),
  z.object({ kind: z.literal('gone'), id: z.string() }),
]);
export type Change = z.infer<typeof change>;

/** Which openings are wanted, as the list of openings has it; all of them without. */
const part = openingFilter.pick({ district: true, town: true, industry: true, occupation: true });
export type Part = z.output<typeof part>;

const after = z.string().describe('where to read on: give it to the changes');
const idOrCode = z.strictObject({ idOrCode: z.string().min(1).max(32) });

export const getSnapshot = endpoint({
  id: 'getSnapshot',
  method: 'GET',
  path: '/api/open-data/openings',
  audience: 'anyone',
  summary:
    'Every published opening, a line of JSON each; the first line says the terms and where the changes go on',
  params: nothing,
  query: part,
  replyType: 'application/x-ndjson',
  reply: z.union([
    z.object({
      kind: z.literal('snapshot'),
      after,
      at: z.iso.datetime(),
      licence: z.string(),
      source: z.string(),
    }),
    change,
  ]),
});

export const listChanges = endpoint({
  id: 'listChanges',
  method: 'GET',
  path: '/api/open-data/changes',
  audience: 'anyone',
  summary:
    'What came, changed or went since; each opening once, as it is now, and gone where it is not wanted',
  params: nothing,
  query: part.extend({ after: z.string().min(16).max(8000) }),
  reply: z.object({
    changes: z.array(change),
    after,
    isWhole: z.boolean().describe('false: there is more at once'),
    licence: z.string(),
    source: z.string(),
  }),
});

export const openingsGeoJson = endpoint({
  id: 'openingsGeoJson',
  method: 'GET',
  path: '/api/open-data/openings.geojson',
  audience: 'anyone',
  summary: 'Every published opening as a GeoJSON FeatureCollection, WGS-84',
  params: nothing,
  query: part,
  replyType: 'application/geo+json',
  reply: z.object({
    type: z.literal('FeatureCollection'),
    licence: z.string(),
    source: z.string(),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.number().int(),
        geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
        properties: sharedOpening,
      }),
    ),
  }),
});

export const getJobPosting = endpoint({
  id: 'getJobPosting',
  method: 'GET',
  path: '/api/openings/:idOrCode/job-posting',
  audience: 'anyone',
  summary: 'An opening as schema.org JobPosting, as it stands in its page too',
  params: idOrCode,
  query: nothing,
  replyType: 'application/ld+json',
  reply: z.looseObject({ '@context': z.literal('https://schema.org'), '@type': z.literal('JobPosting') }),
  refuses: ['missing'],
});
