import { conditionsOf, type Names } from '../openings/conditions.ts';
import { formatRadius } from '../text/distance.ts';
import { words } from '../text/words.ts';
import type { Find } from './use-find.ts';

/** What the list holds, in a sentence: the narrowest thing that bounds it. */
export function scopeTitle(find: Find, names: Names, total: number, short = false): string {
  const { state, withinMetres, view } = find;
  if (state.spot) return words.scopeSpot(total);
  if (state.area) return words.scopeArea(total);
  if (withinMetres !== null) return words.scopeCircle(total);
  if (view) return words.scopeView(total);
  const division =
    (state.town && names.town[state.town]) || (state.district && names.district[state.district]);
  if (division) return words.scopeNamed(division, total);
  const asked = state.q ?? state.occupation;
  if (asked) return words.scopeWords(asked, total);
  return short ? words.scopeCityShort(total) : words.scopeCity(total);
}

/** The head of an empty list: `3 公里内没有“水下焊工”`. */
export function zeroTitle(find: Find, names: Names): string {
  const { state, withinMetres, view } = find;
  const asked = state.q ?? state.occupation;
  const what = asked ? words.zeroQuoted(asked) : words.zeroOpenings;
  if (state.area) return words.zeroIn(words.areaName, what);
  if (withinMetres !== null) return words.zeroWithin(formatRadius(withinMetres), what);
  if (view) return words.zeroIn(words.zeroViewName, what);
  const division =
    (state.town && names.town[state.town]) || (state.district && names.district[state.district]);
  return division ? words.zeroIn(division, what) : words.zeroPlain(what);
}

/** The conditions in one line, or null. */
export function saidConditions(find: Find, names: Names): string | null {
  const { state, origin, withinMetres } = find;
  const from = origin?.kind === 'start' && withinMetres !== null ? [words.leaveFrom(origin.name)] : [];
  const labels = conditionsOf({ ...state, occupation: null }, names).map(({ label }) => label);
  return [...from, ...labels].join('、') || null;
}
