import { words } from '../text/words.ts';
import { formatRadius } from '../text/distance.ts';
import type { Condition } from './conditions.ts';
import type { FindState } from './filter.ts';

export type Offer = { key: string; kind: 'wider' | 'fewer' | 'words'; label: string; state: FindState };

/** Radii that a person would go for work, metres. */
const WIDER_METRES = [5_000, 10_000, 20_000];
/** Each offer costs a question to the server; more are not read anyway. */
const MOST_OFFERS = 7;

/**
 * What might help when nothing was found, the smallest change first. Each differs from the state by one step; its
 * count is asked for afterwards, and an offer without hits is not shown.
 */
export function offersFor(
  state: FindState,
  conditions: readonly Condition[],
  withinMetres: number | null,
): Offer[] {
  const offers: Offer[] = [];
  if (withinMetres !== null) {
    for (const metres of WIDER_METRES.filter((wider) => wider > withinMetres * 1.2).slice(0, 2))
      offers.push({
        key: `within-${metres}`,
        kind: 'wider',
        label: words.zeroWiden(formatRadius(metres)),
        state: { ...state, mode: null, withinMetres: metres },
      });
    offers.push({
      key: 'city',
      kind: 'wider',
      label: words.zeroWholeCity,
      state: { ...state, mode: null, withinMetres: null },
    });
  }
  if (state.area)
    offers.push({ key: 'area', kind: 'wider', label: words.zeroArea, state: { ...state, area: null } });
  if (state.view)
    offers.push({ key: 'view', kind: 'wider', label: words.zeroView, state: { ...state, view: null } });
  for (const { key, label, without } of conditions)
    offers.push({ key, kind: 'fewer', label: words.zeroDrop(label), state: without });
  if (state.q && (conditions.length > 0 || withinMetres !== null || state.area || state.view))
    offers.push({
      key: 'words',
      kind: 'words',
      label: words.zeroDropWords(state.q),
      state: { ...state, q: null, literal: false },
    });
  return offers.slice(0, MOST_OFFERS);
}
