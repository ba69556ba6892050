import { educations } from '../../../api/openings/contract.ts';
import { counties } from '../../../geodata/towns.ts';
import { growth } from '../growth.ts';
import type { Line } from '../report.ts';
import type { Settings } from '../settings.ts';

const asked = counties.flatMap(({ code }) => educations.map((education) => ({ code, education })));

const columns = {
  district: 'left(town, 6)',
  town: 'town',
  occupation: 'occupation',
  industry: 'industry',
  education: 'education',
  experience: 'experience',
  employment_type: 'employment_type',
};

// What the endpoint counts, asked of the rows in one statement.
const statement = `
  with chosen as materialized (
    select town, occupation, industry, education, experience, employment_type, benefits, headcount
      from openings
     where status = 'published' and published_at <= now() and expires_at > now()
       and left(town, 6) = $1 and education = $2
  )
  ${Object.entries(columns)
    .map(
      ([name, column]) =>
        `select '${name}' as facet, ${column} as value, count(*)::int as openings, sum(headcount)::int as positions from chosen group by 2`,
    )
    .join(' union all ')}
  union all
  select 'benefits', benefit, count(*)::int, sum(headcount)::int from chosen, unnest(benefits) as benefit group by 2`;

/** Openings and positions by the values of eight facets, for a district and an education. */
export const facets = (settings: Settings): Promise<Line[]> =>
  growth(settings, [
    {
      part: 'facets',
      what: '一区一学历的筛选数',
      paths: asked.map(
        ({ code, education }) =>
          `/api/openings?district=${code}&education=${encodeURIComponent(education)}&pageSize=1`,
      ),
      sql: { statement, valuesOf: (number) => [asked[number]!.code, asked[number]!.education] },
      growsAtMost: 2,
    },
  ]);
