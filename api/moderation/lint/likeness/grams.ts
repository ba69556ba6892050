/** Characters of a gram at most. */
export const longestGram = 3;

/** In empty places of the table. */
const none = -1;
/** Characters that occur in grams are numbered; 13 bits beside 18 of a gram make a key that needs no box. */
const bitsOfCharacter = 13;

/** 5 bits of a rule's number beside its weight make an entry. */
const bitsOfRule = 5;

/**
 * What grams weigh, as a tree in one table: by a gram and a character the gram that goes on with it. An advert asks 500 times
 * and more, each time somewhere else in memory: what is read together stands together.
 */
export interface Grams {
  /** Adds to a sum for each rule what the grams weigh, in hundredths, that begin at `from` and end at `after` or later. */
  addTo: (sums: number[], text: string, from: number, after: number) => void;
}

export function createGrams(): {
  /** @param weight in hundredths */
  add: (characters: string, rule: number, weight: number) => void;
  done: () => Grams;
} {
  /** Number of a character by its code, from 1; a gram of one character has the same. */
  const numbers = new Uint16Array(2 ** 16);
  let lastNumber = 0;
  const children = new Map<number, number>();
  const learned: { characters: string; rule: number; weight: number }[] = [];

  const keyOf = (gram: number, character: number) => (gram << bitsOfCharacter) | character;
  function gramOf(characters: string): number {
    let gram = numbers[characters.charCodeAt(0)]!;
    for (let at = 1; at < characters.length; at++) {
      const key = keyOf(gram, numbers[characters.charCodeAt(at)]!);
      let next = children.get(key);
      if (next === undefined) children.set(key, (next = lastNumber + children.size + 1));
      gram = next;
    }
    return gram;
  }

  function done(): Grams {
    const found = learned.map(({ characters }) => gramOf(characters));
    const count = lastNumber + children.size + 1;
    if (lastNumber >= 2 ** bitsOfCharacter || count > 2 ** (31 - bitsOfCharacter))
      throw new RangeError('more grams or characters than the keys of the table can tell apart');
    // Where a gram's entries begin; they end where the next gram's begin.
    const begins = new Int32Array(count + 1);
    for (const gram of found) begins[gram + 1]!++;
    for (let gram = 0; gram < count; gram++) begins[gram + 1]! += begins[gram]!;
    const places = begins.slice();
    const entries = new Int32Array(learned.length);
    learned.forEach(({ rule, weight }, at) => {
      entries[places[found[at]!]!++] = (weight << bitsOfRule) | rule;
    });
    const { slots, mask } = inTable(children);
    const ofRule = 2 ** bitsOfRule - 1;
    return {
      addTo(sums, text, from, after) {
        let gram = 0;
        for (let at = from; at < text.length; at++) {
          const number = numbers[text.charCodeAt(at)]!;
          if (number === 0) return;
          if (at === from) gram = number;
          else {
            const key = keyOf(gram, number);
            let slot = spread(key) & mask;
            while (slots[2 * slot] !== key) {
              if (slots[2 * slot] === none) return;
              slot = (slot + 1) & mask;
            }
            gram = slots[2 * slot + 1]!;
          }
          if (at < after) continue;
          const end = begins[gram + 1]!;
          for (let place = begins[gram]!; place < end; place++) {
            const entry = entries[place]!;
            sums[entry & ofRule]! += entry >> bitsOfRule;
          }
        }
      },
    };
  }

  return {
    add(characters, rule, weight) {
      for (let at = 0; at < characters.length; at++) numbers[characters.charCodeAt(at)] ||= ++lastNumber;
      learned.push({ characters, rule, weight });
    },
    done,
  };
}

/** Neighbouring keys go far apart: a multiplication (Knuth, 6.4), its upper bits. */
const spread = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 12;

/** Open addressing, at most half full; a key and its gram stand side by side. */
function inTable(children: ReadonlyMap<number, number>): { slots: Int32Array; mask: number } {
  const size = 2 ** Math.ceil(Math.log2(2 * children.size + 2));
  const slots = new Int32Array(2 * size).fill(none);
  const mask = size - 1;
  for (const [key, gram] of children) {
    let slot = spread(key) & mask;
    while (slots[2 * slot] !== none) slot = (slot + 1) & mask;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = gram;
  }
  return { slots, mask };
}
