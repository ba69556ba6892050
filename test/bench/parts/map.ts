import { educations } from '../../../api/openings/contract.ts';
import { growth } from '../growth.ts';
import type { Line } from '../report.ts';
import type { Settings } from '../settings.ts';

const statement = `
  select left(town, 6) as code, count(*)::int as openings, sum(headcount)::int as positions
    from openings
   where status = 'published' and published_at <= now() and expires_at > now()
     and ($1::text is null or education = $1)
   group by 1`;

/** The overview of the city, county by county, whole and with a filter. */
export const map = (settings: Settings): Promise<Line[]> =>
  growth(settings, [
    {
      part: 'map',
      what: '全市总览 z9',
      paths: ['/api/openings/map?zoom=9'],
      sql: { statement, valuesOf: () => [null] },
      growsAtMost: 1.5,
      p95AtMost: 30,
    },
    {
      part: 'map',
      what: '按学历筛的总览 z9',
      paths: educations.map(
        (education) => `/api/openings/map?zoom=9&education=${encodeURIComponent(education)}`,
      ),
      sql: { statement, valuesOf: (number) => [educations[number]] },
      growsAtMost: 1.5,
      p95AtMost: 30,
    },
  ]);
