import { z } from 'zod';
import { answering } from '../applications/contract.ts';
import { endpoint } from '../endpoint.ts';
import { servicePointItem } from '../service-points/contract.ts';
import {
  boundingBox,
  countyCode,
  divisionName,
  drawnArea,
  lngLatPair,
  placeQuality,
  townCode,
} from '../wire.ts';

// The words of the import's columns are the values on the wire and in the database: one word per thing.
export const salaryUnits = ['月', '日', '时', '件', '面议'] as const;
export const educations = ['不限', '初中及以下', '高中或中专', '大专', '本科', '硕士及以上'] as const;
export const experiences = ['不限', '1年以内', '1-3年', '3-5年', '5年以上'] as const;
export const employmentTypes = ['全职', '兼职', '临时', '实习'] as const;
export const sorts = ['relevance', 'distance', 'newest', 'salary'] as const;

export type SalaryUnit = (typeof salaryUnits)[number];
export type Education = (typeof educations)[number];
export type Experience = (typeof experiences)[number];
export type EmploymentType = (typeof employmentTypes)[number];

/** How a hit was found; anything but `exact` is told to the person. */
export const matchKinds = ['exact', 'synonym', 'pinyin', 'initials', 'homophone', 'related'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** Yuan. `monthlyMin`/`monthlyMax` are the monthly equivalents (21.75 paid days, 8 hours); null where there is none. */
export const salary = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.enum(salaryUnits),
  monthlyMin: z.number().nullable(),
  monthlyMax: z.number().nullable(),
});

export const openingPlace = z.object({ lng: z.number(), lat: z.number(), quality: placeQuality });

export const openingItem = z.object({
  id: z.string(),
  /** Six characters that can be read out over the telephone and typed on a terminal. */
  code: z.string(),
  externalId: z.string().nullable(),
  title: z.string(),
  occupation: z.string().nullable(),
  employer: z.object({ id: z.string(), name: z.string() }),
  /** Section of GB/T 4754-2017, one letter. */
  industry: z.string().nullable(),
  headcount: z.number().int(),
  salary,
  education: z.enum(educations).nullable(),
  experience: z.enum(experiences).nullable(),
  employmentType: z.enum(employmentTypes).nullable(),
  benefits: z.array(z.string()),
  place: openingPlace,
  address: z.string(),
  district: divisionName,
  town: divisionName,
  distanceMetres: z.number().int().optional(),
  publishedAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type OpeningItem = z.infer<typeof openingItem>;

/** The nearest point that helps, as a card shows it. */
export const nearestPoint = z.object({
  id: z.string(),
  name: z.string(),
  distanceMetres: z.number().int(),
  open: servicePointItem.shape.open,
  terminalsWorking: z.number().int(),
});

export const listedOpening = openingItem.extend({
  matched: z.enum(matchKinds).optional(),
  nearestPoint: nearestPoint.nullable(),
});
export type ListedOpening = z.infer<typeof listedOpening>;

export const facetValue = z.object({
  /** null is "not stated". */
  value: z.string().nullable(),
  label: z.string(),
  openings: z.number().int(),
  positions: z.number().int(),
});
export const facetNames = [
  'district',
  'town',
  'occupation',
  'industry',
  'education',
  'experience',
  'employmentType',
  'benefits',
] as const;
export type FacetName = (typeof facetNames)[number];
export const facets = z.record(z.enum(facetNames), z.array(facetValue));
export type Facets = z.infer<typeof facets>;

/** A word of the query that became a filter, so that the person can see it and take it off. */
export const understood = z.object({
  kind: z.enum(['occupation', 'place', 'benefit', 'condition', 'employer']),
  /** The words as typed. */
  text: z.string(),
  /** Name of the query parameter it stands for. */
  filter: z.string(),
  value: z.string(),
  label: z.string(),
});
export type Understood = z.infer<typeof understood>;

/** As many as one device saves (web/openings/saved.ts) and one page holds. */
export const mostIds = 50;

const filterShape = {
  q: z
    .string()
    .max(200)
    .optional()
    .describe('words: job, employer, place, benefit; hanzi, pinyin or initials'),
  /** `literal=true` takes the words as they stand: nothing in them becomes a filter. */
  literal: z.boolean().optional().describe('do not turn words of q into filters'),
  occupation: z.string().min(1).max(60).optional(),
  industry: z
    .string()
    .regex(/^[A-T]$/, { error: 'industry.letter' })
    .optional()
    .describe('section of GB/T 4754-2017'),
  district: countyCode.optional(),
  town: townCode.optional(),
  bbox: boundingBox.optional(),
  area: drawnArea.optional(),
  near: lngLatPair.optional(),
  withinMetres: z.number().int().min(1).max(200_000).optional().describe('needs near'),
  salaryMin: z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('yuan a month; the lower end of the pay, as a month'),
  education: z.enum(educations).optional(),
  experience: z.enum(experiences).optional(),
  employmentType: z.enum(employmentTypes).optional(),
  benefits: z.array(z.string().min(1).max(20)).max(10).optional().describe('all of them'),
  publishedWithinDays: z.number().int().min(0).max(3650).optional(),
  ids: z
    .array(z.string().regex(/^\d{1,15}$/, { error: 'id.digits' }))
    .max(mostIds)
    .optional()
    .describe('these openings only, as somebody has saved them'),
};

type Placed = { near?: unknown; withinMetres?: unknown; sort?: unknown };
const needsNear = (query: Placed, context: z.RefinementCtx) => {
  if (query.near !== undefined) return;
  if (query.withinMetres !== undefined)
    context.addIssue({ code: 'custom', path: ['withinMetres'], message: 'near.needed' });
  if (query.sort === 'distance') context.addIssue({ code: 'custom', path: ['sort'], message: 'near.needed' });
};

export const openingFilter = z.strictObject(filterShape);
export type OpeningFilter = z.output<typeof openingFilter>;

/** The deepest page: the list is for reading, the change stream is for copying. */
export const maxPage = 2000;

export const listOpenings = endpoint({
  id: 'listOpenings',
  method: 'GET',
  path: '/api/openings',
  audience: 'anyone',
  summary: 'Published openings, a page at a time, with facets of the whole result',
  params: z.strictObject({}),
  query: z
    .strictObject({
      ...filterShape,
      sort: z.enum(sorts).optional().describe('relevance with words, else newest; distance needs near'),
      page: z.number().int().min(1).max(maxPage).default(1),
      pageSize: z.number().int().min(1).max(50).default(20),
    })
    .superRefine(needsNear),
  reply: z.object({
    total: z.number().int(),
    positions: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    items: z.array(listedOpening),
    facets,
    understood: z.array(understood),
    unmet: z
      .array(understood)
      .describe('read out of the words too, but with it nothing was left: it was not looked for'),
    /** True when the search engine is away and words are matched by PostgreSQL alone. */
    degraded: z.boolean(),
  }),
});

export const groupLevels = ['county', 'town', 'place', 'opening'] as const;
export const mapGroup = z.object({
  level: z.enum(groupLevels),
  /** County or town code; id of the opening; `lng,lat` of a shared place. */
  code: z.string(),
  name: z.string(),
  lng: z.number(),
  lat: z.number(),
  openings: z.number().int(),
  positions: z.number().int(),
  opening: z.object({ id: z.string(), title: z.string(), salary, confirmedAt: z.iso.datetime() }).optional(),
});
export type MapGroup = z.infer<typeof mapGroup>;

export const mapOpenings = endpoint({
  id: 'mapOpenings',
  method: 'GET',
  path: '/api/openings/map',
  audience: 'anyone',
  summary: 'The same result as groups for a map: by county or town when far, one by one when near',
  params: z.strictObject({}),
  query: z
    .strictObject({
      ...filterShape,
      zoom: z.number().min(0).max(24).default(9),
    })
    .superRefine(needsNear),
  reply: z.object({
    total: z.number().int(),
    positions: z.number().int(),
    groups: z.array(mapGroup),
    degraded: z.boolean(),
  }),
});

export const openingDetail = openingItem.extend({
  duties: z.string(),
  requirements: z.string(),
  contactName: z.string().nullable(),
  /** The number itself is asked for one at a time: POST /api/openings/:idOrCode/phone. */
  hasPhone: z.boolean(),
  answering,
  employer: z.object({
    id: z.string(),
    name: z.string(),
    industry: z.string().nullable(),
    openings: z.number().int(),
  }),
  placeSource: z.string(),
  /** Where the advert was taken over from; null when it is the employer's own. */
  sourceName: z.string().nullable(),
  nearestPoints: z.array(servicePointItem),
  similar: z.array(listedOpening),
});
export type OpeningDetail = z.infer<typeof openingDetail>;

export const getOpening = endpoint({
  id: 'getOpening',
  method: 'GET',
  path: '/api/openings/:idOrCode',
  audience: 'anyone',
  summary: 'One opening with the three nearest service points and similar openings',
  params: z.strictObject({ idOrCode: z.string().min(1).max(32) }),
  query: z.strictObject({ near: lngLatPair.optional() }),
  reply: openingDetail,
  refuses: ['missing'],
});
