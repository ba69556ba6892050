/** A cell that keeps its row out. Rows count as a spreadsheet shows them: the header is row 1. */
export type RowFault = { row: number; column: string; value: string; reason: string };

export type ImportKind = 'openings' | 'points';
export type ImportOptions = {
  kind: ImportKind;
  /** Absolute path. */
  file: string;
  datum: 'wgs84' | 'gcj02' | 'bd09';
  dryRun: boolean;
  keepGoing: boolean;
};

export type ImportResult = {
  rows: number;
  bad: number;
  created: number;
  updated: number;
  unchanged: number;
  /** False when nothing was written: a dry run, or bad rows without keepGoing. */
  written: boolean;
};

export type ImportEvent =
  | { type: 'progress'; rows: number; share: number }
  | { type: 'fault'; fault: RowFault }
  | { type: 'doubt'; fault: RowFault }
  | { type: 'refused'; reason: string }
  | { type: 'done'; result: ImportResult };

/** The file as a whole cannot be read: wrong kind, missing columns, too large. The message is for people. */
export class FileFault extends Error {}
