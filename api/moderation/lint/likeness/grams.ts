/** Characters of a gram at most. */
export const longestGram = 3;

/** Of a gram that nobody learned, and in empty places of the table. */
const none = -1;
/** Characters that occur in grams are numbered; 13 bits beside 18 of a gram make a key that needs no box. */
const bitsOfCharacter = 13;

/**
 * What grams weigh, as a tree in one table: by a gram and a character the gram that goes on with it. A table of numbers takes a
 * third of the time that a map for each gram takes, and an advert asks 500 times.
 */
export interface Grams {
  /** The gram that goes on from one (0 has no characters) with a character, or -1. */
  next: (gram: number, character: number) => number;
  /** Where a gram's rules and weights begin; they end where the next gram's begin. */
  begins: Int32Array;
  rules: Uint8Array;
  weights: Float64Array;
}

export function createGrams(): {
  add: (characters: string, rule: number, weight: number) => void;
  done: () => Grams;
} {
  /** Number of a character by its code, from 1. */
  const numbers = new Uint16Array(2 ** 16);
  let lastNumber = 0;
  const children = new Map<number, number>();
  const learned: { gram: number; rule: number; weight: number }[] = [];

  const keyOf = (gram: number, character: number) => (gram << bitsOfCharacter) | character;
  function child(gram: number, code: number): number {
    if (numbers[code] === 0) numbers[code] = ++lastNumber;
    const key = keyOf(gram, numbers[code]!);
    let next = children.get(key);
    if (next === undefined) children.set(key, (next = children.size + 1));
    return next;
  }

  function done(): Grams {
    if (lastNumber >= 2 ** bitsOfCharacter || children.size >= 2 ** (31 - bitsOfCharacter))
      throw new RangeError('more grams or characters than the keys of the table can tell apart');
    const count = children.size + 1;
    const begins = new Int32Array(count + 1);
    for (const { gram } of learned) begins[gram + 1]!++;
    for (let gram = 0; gram < count; gram++) begins[gram + 1]! += begins[gram]!;
    const places = begins.slice();
    const rules = new Uint8Array(learned.length);
    const weights = new Float64Array(learned.length);
    for (const { gram, rule, weight } of learned) {
      const place = places[gram]!++;
      rules[place] = rule;
      weights[place] = weight;
    }
    const { keys, values, mask } = inTable(children);
    return {
      next(gram, character) {
        const number = numbers[character]!;
        if (number === 0) return none;
        const key = keyOf(gram, number);
        for (let place = spread(key) & mask; ; place = (place + 1) & mask) {
          const found = keys[place]!;
          if (found === key) return values[place]!;
          if (found === none) return none;
        }
      },
      begins,
      rules,
      weights,
    };
  }

  return {
    add(characters, rule, weight) {
      let gram = 0;
      for (let at = 0; at < characters.length; at++) gram = child(gram, characters.charCodeAt(at));
      learned.push({ gram, rule, weight });
    },
    done,
  };
}

/** Neighbouring keys go far apart: a multiplication (Knuth, 6.4), its upper bits. */
const spread = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 12;

/** Open addressing, at most half full. */
function inTable(children: ReadonlyMap<number, number>): {
  keys: Int32Array;
  values: Int32Array;
  mask: number;
} {
  const size = 2 ** Math.ceil(Math.log2(2 * children.size + 2));
  const keys = new Int32Array(size).fill(none);
  const values = new Int32Array(size);
  const mask = size - 1;
  for (const [key, value] of children) {
    let place = spread(key) & mask;
    while (keys[place] !== none) place = (place + 1) & mask;
    keys[place] = key;
    values[place] = value;
  }
  return { keys, values, mask };
}
