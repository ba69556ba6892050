/** Numbers for words, in the order of first use; 0 is "not stated". */
export type Dictionary = {
  /** The number of a word, made when it is new. */
  code: (word: string | null) => number;
  /** The number of a word, -1 when it was never used. */
  find: (word: string) => number;
  word: (code: number) => string | null;
  size: () => number;
};

export function createDictionary(): Dictionary {
  const words: (string | null)[] = [null];
  const codes = new Map<string, number>();
  return {
    code(word) {
      if (word === null) return 0;
      let code = codes.get(word);
      if (code === undefined) {
        code = words.push(word) - 1;
        codes.set(word, code);
      }
      return code;
    },
    find: (word) => codes.get(word) ?? -1,
    word: (code) => words[code] ?? null,
    size: () => words.length,
  };
}

/** A typed array that doubles when it is full; rows are never fewer than the last written one. */
export function grown<T extends Float64Array | Int32Array | Uint16Array>(column: T, row: number): T {
  if (row < column.length) return column;
  const larger = new (column.constructor as new (length: number) => T)(Math.max(1024, column.length * 2));
  larger.set(column as never);
  return larger;
}
