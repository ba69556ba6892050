import { expect, it } from 'vitest';
import { withoutPart } from '../../../web/openings/understood.tsx';

const part = (text: string) => ({
  kind: 'place' as const,
  text,
  filter: 'district',
  value: '321012',
  label: '江都区',
});

it('taking off an understood word leaves the others', () => {
  expect(withoutPart('幼师 江都 包住', part('江都'))).toBe('幼师 包住');
});

it('taking off the only word leaves no words', () => {
  expect(withoutPart('江都', part('江都'))).toBeNull();
});
