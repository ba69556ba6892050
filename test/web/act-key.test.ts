import { expect, it } from 'vitest';
import { createActKey } from '../../web/act-key.ts';

it('the same text again has the same key, another text another', () => {
  const keyOf = createActKey();
  const first = keyOf({ name: '杨小川' });
  expect(keyOf({ name: '杨小川' })).toBe(first);
  const second = keyOf({ name: '杨小河' });
  expect(second).not.toBe(first);
  // What was sent in between may have arrived: going back is another act.
  expect(keyOf({ name: '杨小川' })).not.toBe(first);
});

it('a key is what the server takes: 32 letters and digits, never the same for two forms', () => {
  const keys = Array.from({ length: 50 }, () => createActKey()('x'));
  expect(new Set(keys).size).toBe(50);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
});
