import { expect, it } from 'vitest';
import { putAlert } from '../../../api/alerts/contract.ts';
import { canBeTold, findOf, wantedOf } from '../../../web/alerts/wanted.ts';
import { emptyFind, type FindState } from '../../../web/openings/filter.ts';

const start = { place: { lng: 119.42, lat: 32.4 }, name: '东关街' };
const view = { minLng: 119, minLat: 32, maxLng: 120, maxLat: 33 };
const area = [119.4, 32.4, 119.5, 32.4, 119.5, 32.5];

it.each<[string, Partial<FindState>, boolean]>([
  ['nothing', {}, false],
  ['blanks', { q: '  ' }, false],
  ['where somebody stands, and what lies on the map', { start, mode: 'walk', view, sort: 'distance' }, false],
  ['what was drawn', { area }, false],
  ['only days', { publishedWithinDays: 7 }, false],
  ['words', { q: '电焊工' }, true],
  ['a county', { district: '321012' }, true],
  ['a benefit', { benefits: ['包住'] }, true],
])('%s: the page offers what the server takes', (_what, state, can) => {
  const whole = { ...emptyFind, ...state };
  expect(canBeTold(whole)).toBe(can);
  const body = { filter: wantedOf(whole), rhythm: 'daily' };
  expect(putAlert.body!.safeParse(body).success).toBe(can);
});

it('keeps nothing of where somebody stands', () => {
  const said = JSON.stringify(wantedOf({ ...emptyFind, q: '保洁', start, mode: 'ebike', view, area }));
  expect(said).toBe('{"q":"保洁"}');
});

it.each<Partial<FindState>>([
  { q: '普工', literal: true, benefits: ['包吃', '包住'] },
  { district: '321012', salaryMin: 5000, education: '大专', experience: '1-3年', employmentType: '全职' },
  { district: '321012', town: '321012100', occupation: '焊工', industry: 'C' },
])('%j: the search that shows it asks for the same', (state) => {
  const whole: FindState = { ...emptyFind, ...state, sort: 'newest' };
  expect(findOf(wantedOf(whole))).toEqual(whole);
});
