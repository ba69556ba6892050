/** One row as text by column name; `number` counts as a spreadsheet does; `share` of the file read, 0 to 1. */
export type SheetRow = { number: number; cells: Record<string, string>; share: number };

/** A list that was opened: its first row, and the others as they are read. Rows without a word are left out. */
export type Sheet = { header: readonly string[]; rows: AsyncGenerator<SheetRow> };

/** Bytes of a list, from a file or from memory. */
export type SheetSource = {
  size: number;
  /** The beginning, at least 4 kB when there is so much. */
  head: Buffer;
  chunks: () => AsyncIterable<Buffer>;
  whole: () => Promise<Buffer>;
};

/** What a reader needs to know beside the bytes. */
export type SheetLimits = {
  /** Rows with words or without; past it the file is refused. */
  mostRows?: number;
};

/** 岗位名称 *, full width or spaced, is 岗位名称. */
export function columnName(written: string): string {
  return written.normalize('NFKC').replace(/[\s*]/g, '');
}

export function byColumn(header: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((name, index) => [name, (record[index] ?? '').trim()]));
}
