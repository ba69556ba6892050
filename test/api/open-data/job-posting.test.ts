import { expect, it } from 'vitest';
import { toJobPosting } from '../../../api/open-data/job-posting.ts';
import { headOf } from '../../../api/open-data/page-head.ts';

const row = {
  id: 1,
  code: 'A2C4E6',
  externalId: null,
  title: '电焊工',
  occupation: '焊工',
  employerId: 9,
  employerName: '荇笺金属制品厂',
  industry: 'C',
  headcount: 2,
  salaryMin: 6600,
  salaryMax: 9000,
  salaryUnit: '月',
  salaryMonthlyMin: 6600,
  salaryMonthlyMax: 9000,
  education: '高中或中专',
  experience: '3-5年',
  employmentType: '全职',
  benefits: ['包吃', '包住'],
  address: '龙虬路 8 号',
  town: '321084101',
  lng: 119.5,
  lat: 32.9,
  placeQuality: 'surveyed',
  publishedAt: Date.parse('2026-11-20T00:00:00Z'),
  confirmedAt: Date.parse('2026-11-22T00:00:00Z'),
  expiresAt: Date.parse('2026-12-20T00:00:00Z'),
  duties: '焊接。',
  requirements: '有证。',
} as const;
const of = (change: object = {}) =>
  toJobPosting({ ...row, benefits: [...row.benefits], ...change }, 'https://jobs.example/o/A2C4E6');

it('says what is stated, in the words of schema.org', () => {
  expect(of()).toMatchObject({
    '@type': 'JobPosting',
    title: '电焊工',
    description: '焊接。\n有证。',
    employmentType: 'FULL_TIME',
    totalJobOpenings: 2,
    validThrough: '2026-12-20T00:00:00.000Z',
    jobLocation: { address: { addressLocality: '高邮市龙虬镇' }, geo: { latitude: 32.9, longitude: 119.5 } },
    baseSalary: { currency: 'CNY', value: { minValue: 6600, maxValue: 9000, unitText: 'MONTH' } },
    educationRequirements: { credentialCategory: 'high school' },
    experienceRequirements: { monthsOfExperience: 36 },
  });
});

it.each([
  ['pay by agreement', { salaryUnit: '面议', salaryMin: null, salaryMax: null }, 'baseSalary'],
  ['piece work', { salaryUnit: '件' }, 'baseSalary'],
  ['any education', { education: '不限' }, 'educationRequirements'],
  ['no experience', { experience: '不限' }, 'experienceRequirements'],
  ['no benefits', { benefits: [] }, 'jobBenefits'],
  ['no type', { employmentType: null }, 'employmentType'],
])('%s is left out', (_what, change, name) => {
  expect(of()).toHaveProperty(name);
  expect(of(change)).not.toHaveProperty(name);
});

it('a place that is only the town has no point', () => {
  expect(of({ placeQuality: 'town' })).not.toHaveProperty('jobLocation.geo');
});

it.each([
  [{}, '6600–9000 元/月，荇笺金属制品厂，高邮市龙虬镇，招 2 人，包吃，包住'],
  [{ salaryMax: null }, '6600 元/月，荇笺金属制品厂，高邮市龙虬镇，招 2 人，包吃，包住'],
  [{ salaryUnit: '面议' }, '工资面议，荇笺金属制品厂，高邮市龙虬镇，招 2 人，包吃，包住'],
])('a chat that shows the link says it in a line: %j', (change, description) => {
  const detail = {
    contactName: null,
    hasPhone: true,
    placeSource: '',
    sourceName: null,
    employerIndustry: null,
  };
  expect(
    headOf({ ...row, benefits: [...row.benefits], ...detail, ...change } as never, 'https://jobs.example'),
  ).toMatchObject({
    title: '电焊工',
    description,
    url: 'https://jobs.example/o/A2C4E6',
  });
});
