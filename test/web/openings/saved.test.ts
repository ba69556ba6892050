import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListedOpening } from '../../../api/openings/contract.ts';
import { readSaved, renew, save, unsave, withoutPlaceOfPerson } from '../../../web/openings/saved.ts';

const opening = (id: string, more: Partial<ListedOpening> = {}): ListedOpening => ({
  id,
  code: 'K7M2QX',
  externalId: null,
  title: '电焊工',
  occupation: '焊工',
  employer: { id: '1', name: '甲厂' },
  industry: 'C',
  headcount: 2,
  salary: { min: 6500, max: 8500, unit: '月', monthlyMin: 6500, monthlyMax: 8500 },
  education: null,
  experience: null,
  employmentType: '全职',
  benefits: ['包吃'],
  place: { lng: 119.4, lat: 32.4, quality: 'surveyed' },
  address: '江堤路 18 号',
  district: { code: '321003', name: '邗江区' },
  town: { code: '321003103', name: '瓜洲镇' },
  publishedAt: '2026-11-20T00:00:00.000Z',
  confirmedAt: '2026-11-20T00:00:00.000Z',
  expiresAt: '2026-12-20T00:00:00.000Z',
  nearestPoint: null,
  ...more,
});

const day = 86_400_000;

describe('openings that a device has saved', () => {
  const kept = new Map<string, string>();
  let isFull = false;
  beforeEach(() => {
    kept.clear();
    isFull = false;
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => {
        if (isFull) throw new Error('QuotaExceededError');
        kept.set(key, text);
      },
    });
  });
  afterEach(() => vi.unstubAllGlobals());
  const now = () => readSaved(kept.get('saved-openings') ?? null, Date.now());
  const ids = () => now().map((one) => one.opening.id);

  it('stand newest first, each once, and go again', () => {
    for (const id of ['1', '2', '3', '1']) expect(save(opening(id))).toBe('saved');
    expect(ids()).toEqual(['1', '3', '2']);
    unsave('3');
    unsave('9');
    expect(ids()).toEqual(['1', '2']);
  });

  it('never hold how far away somebody was, or what they searched', () => {
    save(opening('1', { distanceMetres: 240, matched: 'pinyin' }));
    renew([opening('1', { distanceMetres: 250, headcount: 1 })]);
    expect(kept.get('saved-openings')).not.toMatch(/distanceMetres":2|matched/);
    expect(now()[0]!.opening.headcount).toBe(1);
    expect(withoutPlaceOfPerson(opening('1', { distanceMetres: 5 }))).not.toHaveProperty('distanceMetres');
  });

  it('stay as they were when the server does not list them any more', () => {
    save(opening('1', { title: '钳工' }));
    save(opening('2'));
    renew([opening('2', { title: '焊工' })]);
    expect(now().map((one) => one.opening.title)).toEqual(['焊工', '钳工']);
  });

  it('are fifty at most, and none on a device that keeps nothing', () => {
    for (let id = 0; id < 50; id++) expect(save(opening(`${id}`))).toBe('saved');
    expect(save(opening('50'))).toBe('full');
    expect(save(opening('7'))).toBe('saved');
    unsave('7');
    isFull = true;
    expect(save(opening('50'))).toBe('refused');
  });

  it('are read only where they read, and for half a year', () => {
    const at = Date.now();
    const one = (savedAt: unknown, of: unknown = opening('1')) => JSON.stringify([{ opening: of, savedAt }]);
    expect(readSaved(one(at - 179 * day), at)).toHaveLength(1);
    for (const text of [null, '', '{', '{}', '[null]', one('x'), one(at - 181 * day), one(at, { id: '1' })])
      expect(readSaved(text, at), String(text)).toEqual([]);
  });
});
