import { divisions, type Division } from '../../geodata/divisions.ts';
import type { QueryOf } from '../endpoint.ts';
import { route, type Route } from '../http/serve.ts';
import { listDivisions } from './contract.ts';

export function divisionRoutes(): Route[] {
  return [route(listDivisions, ({ query }) => ({ divisions: findDivisions(divisions, query) }))];
}

/** Counties and towns, or what lies under a code at any depth; of one level with `level`. */
export function findDivisions(
  all: readonly Division[],
  { level, under }: QueryOf<typeof listDivisions>,
): Division[] {
  return all.filter(
    (division) =>
      (under === undefined || (division.code.startsWith(under) && division.code !== under)) &&
      (level === undefined ? under !== undefined || division.level !== 'village' : division.level === level),
  );
}
