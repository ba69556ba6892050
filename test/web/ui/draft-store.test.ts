import { beforeEach, expect, it, vi } from 'vitest';
import { dropDraft, readDraft, writeDraft } from '../../../web/ui/draft-store.ts';

const DAY_MS = 86_400_000;
const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  });
});

it('what was typed comes back to the same account and the same form only', () => {
  writeDraft('opening:1', 'person:7', { values: { title: '面点师傅' }, savedAt: 1000 });
  expect(readDraft('opening:1', 'person:7', 2000)?.values).toEqual({ title: '面点师傅' });
  expect(readDraft('opening:1', 'person:8', 2000)).toBeNull();
  expect(readDraft('opening:2', 'person:7', 2000)).toBeNull();
});

it('is gone after success, and after thirty days', () => {
  writeDraft('a', 'b', { values: {}, savedAt: 0 });
  expect(readDraft('a', 'b', 29 * DAY_MS)).not.toBeNull();
  expect(readDraft('a', 'b', 31 * DAY_MS)).toBeNull();
  dropDraft('a', 'b');
  expect(readDraft('a', 'b', 1)).toBeNull();
});

it('a damaged draft is no draft, and a full device says so', () => {
  kept.set('draft:b:a', '{"values":');
  expect(readDraft('a', 'b')).toBeNull();
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  expect(writeDraft('a', 'b', { values: {}, savedAt: 0 })).toBe(false);
});
