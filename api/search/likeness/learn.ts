import { gramsOf } from './grams.ts';
import { encode, type Weights } from './weights.ts';

/** Something said of a trade, and how much it counts. */
export type Example = { trade: string; text: string; counts: number };

/** Added to what is known of each trade, so that one of which little is known does not claim every word of it. */
const added = 20;
/** What was seen once is believed by half. */
const doubt = 1;
/** A single character says less than a pair. */
const ofOne = 0.3;
/** Below this a gram says nothing of a trade, and it speaks of so many trades at most. */
const least = 1.5;
const most = 12;

/**
 * Learns how much likelier each character and pair of them is in what is said of a trade than in what is said of any:
 * the logarithm of that ratio, as naive Bayes weighs words (Rennie et al. 2003 on its shortcomings with short texts),
 * without what speaks against a trade, which short texts do not show.
 * @param commonnessOf how common a trade is, from 1 to 5
 */
export function learn(examples: Iterable<Example>, commonnessOf: (trade: string) => number): Weights {
  const said = new Map<string, Map<string, number>>();
  const ofTrade = new Map<string, number>();
  let all = 0;
  for (const { trade, text, counts } of examples) {
    for (const gram of gramsOf(text)) {
      let trades = said.get(gram);
      if (!trades) said.set(gram, (trades = new Map()));
      trades.set(trade, (trades.get(trade) ?? 0) + counts);
    }
    ofTrade.set(trade, (ofTrade.get(trade) ?? 0) + counts);
    all += counts;
  }
  const trades = [...ofTrade.keys()].sort();
  const numberOf = new Map(trades.map((trade, at) => [trade, at]));
  const lines: string[] = [];
  for (const gram of [...said.keys()].sort()) {
    const counted = [...said.get(gram)!];
    const anywhere = counted.reduce((sum, [, count]) => sum + count, 0) / all;
    const share = [...gram].length === 1 ? ofOne : 1;
    const weighed = counted
      .map(([trade, count]) => {
        const ratio = count / (ofTrade.get(trade)! + added) / anywhere;
        return {
          trade: numberOf.get(trade)!,
          weight: share * Math.log1p((ratio * count) / (count + doubt)),
        };
      })
      .filter(({ weight }) => weight > least)
      .sort((one, other) => other.weight - one.weight || one.trade - other.trade)
      .slice(0, most);
    if (weighed.length > 0) lines.push(`${gram} ${encode(weighed)}`);
  }
  return { trades, commonness: trades.map(commonnessOf), grams: lines.join('\n') };
}
