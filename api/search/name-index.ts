import { initialsOf, syllablesOf } from './sound.ts';

/** A name in the form in which it is compared, how it sounds, and whose it is. */
export type Name<T> = { text: string; pinyin: string; initials: string; of: T };

/** Names by the letters they hold and by how they sound at the start: what a keystroke has to look at. */
export type NameIndex<T> = {
  add(text: string, of: T): void;
  /** All names that hold what is typed, or begin with its sound or its initials, and some that do not. */
  near(typed: string): Iterable<Name<T>>;
};

/** Of pinyin and of initials: nobody is answered before two letters. */
const startLength = 2;

/**
 * @param below an index whose names are found as well; it is not changed
 */
export function createNameIndex<T>(below: NameIndex<T> | null = null): NameIndex<T> {
  const byLetter = new Map<string, Name<T>[]>();
  const byStart = new Map<string, Name<T>[]>();

  function* near(typed: string): Iterable<Name<T>> {
    if (below) yield* below.near(typed);
    const holding = [...typed].map((letter) => byLetter.get(letter) ?? []);
    yield* holding.reduce((rarest, names) => (names.length < rarest.length ? names : rarest));
    yield* byStart.get(typed.slice(0, startLength)) ?? [];
  }

  return {
    add(text, of) {
      const name = { text, pinyin: syllablesOf(text).join(''), initials: initialsOf(text), of };
      for (const letter of new Set(text)) put(byLetter, letter, name);
      for (const start of new Set([name.pinyin, name.initials].map((sound) => sound.slice(0, startLength))))
        if (start.length === startLength) put(byStart, start, name);
    },
    near,
  };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
