import { industryName } from '../openings/industries.ts';
import { toItem } from '../openings/items.ts';
import type { Education, EmploymentType, Experience, SalaryUnit } from '../openings/contract.ts';
import type { OpeningRow } from '../openings/store.ts';

type Told = OpeningRow & { duties: string; requirements: string };

const employmentTypes: Record<EmploymentType, string> = {
  全职: 'FULL_TIME',
  兼职: 'PART_TIME',
  临时: 'TEMPORARY',
  实习: 'INTERN',
};
/** Piece work and pay by agreement have no unit there. */
const unitTexts: Partial<Record<SalaryUnit, string>> = { 月: 'MONTH', 日: 'DAY', 时: 'HOUR' };
const credentials: Partial<Record<Education, string>> = {
  高中或中专: 'high school',
  大专: 'associate degree',
  本科: 'bachelor degree',
  硕士及以上: 'postgraduate degree',
};
const months: Partial<Record<Experience, number>> = { '1-3年': 12, '3-5年': 36, '5年以上': 60 };

/**
 * An opening as schema.org JobPosting (https://schema.org/JobPosting, what search engines ask for on top of it:
 * https://developers.google.com/search/docs/appearance/structured-data/job-posting). What is not stated is left out.
 * Whom to ring is not among it: a number is shown to people.
 * @param url the opening's page
 */
export function toJobPosting(row: Told, url: string): Record<string, unknown> {
  const item = toItem(row);
  const { min, max, unit } = item.salary;
  const unitText = unitTexts[unit];
  const hasPay = unitText !== undefined && (min !== null || max !== null);
  const monthsOfExperience = item.experience === null ? undefined : months[item.experience];
  const credential = item.education === null ? undefined : credentials[item.education];
  const isPlaced = item.place.quality === 'surveyed' || item.place.quality === 'imported';
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: '就业e图', value: item.code },
    url,
    title: item.title,
    description: [row.duties, row.requirements].filter(Boolean).join('\n') || item.title,
    datePosted: item.publishedAt,
    validThrough: item.expiresAt,
    totalJobOpenings: item.headcount,
    directApply: true,
    hiringOrganization: { '@type': 'Organization', name: item.employer.name },
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        streetAddress: item.address,
        addressLocality: `${item.district.name}${item.town.name}`,
        addressRegion: '江苏省扬州市',
        addressCountry: 'CN',
      },
      ...(isPlaced && {
        geo: { '@type': 'GeoCoordinates', latitude: item.place.lat, longitude: item.place.lng },
      }),
    },
    ...(item.employmentType && { employmentType: employmentTypes[item.employmentType] }),
    ...(item.occupation && { occupationalCategory: item.occupation }),
    ...(item.industry && { industry: industryName(item.industry) }),
    ...(item.benefits.length > 0 && { jobBenefits: item.benefits.join('、') }),
    ...(hasPay && {
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'CNY',
        value: {
          '@type': 'QuantitativeValue',
          ...(min !== null && { minValue: min }),
          ...(max !== null && { maxValue: max }),
          unitText,
        },
      },
    }),
    ...(credential && {
      educationRequirements: {
        '@type': 'EducationalOccupationalCredential',
        credentialCategory: credential,
      },
    }),
    ...(monthsOfExperience && {
      experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience },
    }),
  };
}
