import { describe, expect, test } from 'vitest';
import { listDivisions } from '../../../api/divisions/contract.ts';
import { findDivisions } from '../../../api/divisions/routes.ts';
import { divisions } from '../../../geodata/divisions.ts';

const codes = (query: Parameters<typeof findDivisions>[1]) =>
  findDivisions(divisions, query).map(({ code }) => code);

describe('the divisions of the city', () => {
  test('without a question: 7 counties and 98 towns, no villages', () => {
    const found = findDivisions(divisions, {});
    expect(found.filter(({ level }) => level === 'county')).toHaveLength(7);
    expect(found.filter(({ level }) => level === 'town')).toHaveLength(98);
    expect(found).toHaveLength(105);
  });

  test('one level of the whole city', () => {
    expect(codes({ level: 'county' })).toEqual([
      '321002',
      '321003',
      '321012',
      '321023',
      '321071',
      '321081',
      '321084',
    ]);
    expect(codes({ level: 'village' })).toHaveLength(1437);
    expect(codes({ level: 'village', under: '3210' })).toHaveLength(1437);
  });

  test('under a town lie its villages, not the town', () => {
    const found = findDivisions(divisions, { under: '321002001' });
    expect(found).toHaveLength(10);
    expect(found.every(({ parent }) => parent === '321002001')).toBe(true);
  });

  test('under a county lie its towns and their villages', () => {
    expect(codes({ under: '321002' })).toHaveLength(12 + 151);
    expect(codes({ under: '321002', level: 'town' })).toHaveLength(12);
  });

  test('under a code of another city lies nothing', () => {
    expect(codes({ under: '320102' })).toEqual([]);
  });

  test('every division fits the contract, with the origin of its position', () => {
    const reply = { divisions: [...divisions] };
    expect(listDivisions.reply.parse(reply)).toEqual(reply);
  });
});
