import type { TerminalOpening, TerminalPage } from '../../api/terminals/contract.ts';

/** Where a visitor is. Not in the address: the next one must not find it with Back. */
export type View =
  | { kind: 'home' }
  | { kind: 'list'; occupation: string | null }
  | { kind: 'opening'; opening: TerminalOpening; back: View }
  | { kind: 'keyboard'; letters: string }
  | { kind: 'code' }
  | { kind: 'affairs' }
  | { kind: 'points' };

/** What every view is given. */
export type Show = {
  page: TerminalPage;
  /** Those of the page that are still open, nearest first. */
  openings: readonly TerminalOpening[];
  now: Date;
  offline: boolean;
  /** Where a telephone finds an opening. */
  origin: string;
  go: (view: View) => void;
  onPrint: ((opening: TerminalOpening) => void) | null;
  onOpen: (opening: TerminalOpening) => void;
};
