import { expect, it } from 'vitest';
import { encodeQuery, fillPath } from '../../web/call.ts';

it('lists are joined by commas, truth is written out, what is missing is left out', () => {
  const query = encodeQuery({
    benefits: ['包吃', '包住'],
    literal: true,
    q: undefined,
    near: [119.4, 32.4],
    page: 1,
  });
  expect(decodeURIComponent(query)).toBe('benefits=包吃,包住&literal=true&near=119.4,32.4&page=1');
});

it('an empty list asks for nothing', () => {
  expect(encodeQuery({ benefits: [] })).toBe('');
});

it('what stands in a path cannot break out of it', () => {
  expect(fillPath('/api/openings/:idOrCode', { idOrCode: '../x?y' })).toBe('/api/openings/..%2Fx%3Fy');
});
