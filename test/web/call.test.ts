import { afterEach, expect, it, vi } from 'vitest';
import { requestCode } from '../../api/accounts/contract.ts';
import { uploadLicence } from '../../api/employers/contract.ts';
import { call, encodeQuery, fillPath } from '../../web/call.ts';

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

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a few words have a quarter of a minute to arrive, a file on a weak network has two minutes', async () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    (_url: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
  );
  const failed: string[] = [];
  const words = call(requestCode, { body: { phone: '13912340001' } });
  void words.catch(({ kind }) => failed.push(`words ${kind}`));
  const paper = call(uploadLicence, { params: { employerId: '1' }, file: new Blob(['%PDF-']) });
  void paper.catch(({ kind }) => failed.push(`paper ${kind}`));
  await vi.advanceTimersByTimeAsync(119_000);
  expect(failed).toEqual(['words slow']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(failed).toEqual(['words slow', 'paper slow']);
});
