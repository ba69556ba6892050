import { describe, expect, it } from 'vitest';
import { keepWishes, parted, withFound } from '../../../api/openings/give-way.ts';
import type { FoundFilters } from '../../../api/search/plan.ts';

const asked: FoundFilters = { district: '321023', benefits: ['包住', '班车'], salaryMin: 9000 };

describe('wishes that were read out of the words', () => {
  const without = (...gone: string[]) =>
    keepWishes(asked, (some) => gone.every((name) => !JSON.stringify(some).includes(name)));

  it('give way one by one: what can be had stays', () => {
    expect(without('班车')).toEqual({ district: '321023', benefits: ['包住'], salaryMin: 9000 });
    expect(without('包住', 'salaryMin')).toEqual({ district: '321023', benefits: ['班车'] });
  });

  it('may all give way, the place does not', () => {
    expect(without('包住', '班车', 'salaryMin')).toEqual({ district: '321023' });
    expect(without('321023')).toBeNull();
  });

  it('that cannot be had together: the one said first stays', () => {
    const leaves = ({ benefits = [] }: FoundFilters) => benefits.length < 2;
    expect(keepWishes({ benefits: ['包住', '班车'] }, leaves)).toEqual({ benefits: ['包住'] });
  });
});

it('what was kept is understood, what gave way is unmet, each said once', () => {
  const word = (filter: string, value: string) => ({
    kind: 'benefit' as const,
    text: value,
    filter,
    value,
    label: value,
  });
  const understood = [word('q', '保洁'), word('district', '321023'), word('benefits', '包住')];
  const twice = [...understood, word('benefits', '班车'), word('benefits', '班车')];
  expect(parted(twice, { district: '321023', benefits: ['包住'] })).toEqual({
    understood,
    unmet: [word('benefits', '班车')],
  });
});

it('what a person has chosen stands above what was read out of the words', () => {
  const filter = { q: '江都 保洁', district: '321023', town: undefined, benefits: ['双休'] };
  expect(withFound(filter, { district: '321012', town: '321012100', benefits: ['包住'] })).toEqual({
    q: '江都 保洁',
    district: '321023',
    town: '321012100',
    benefits: ['包住', '双休'],
  });
});
