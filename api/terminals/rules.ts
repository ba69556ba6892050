import { Refusal } from '../refusals.ts';
import {
  clockOffToleratedSeconds,
  type paperStates,
  type printerStates,
  type TerminalState,
} from './contract.ts';

type Printer = (typeof printerStates)[number];
type Paper = (typeof paperStates)[number];

/** What the last beat left behind. */
export type Heard = {
  state: TerminalState;
  sequence: number;
  nonce: string;
  printer: Printer;
  paper: Paper;
};
export type Beat = {
  sequence: number;
  nonce: string;
  works: boolean;
  printer: Printer;
  paper: Paper;
};

/**
 * `next`: a beat as it should be; `again`: the same beat once more, its answer was lost; `other`: a number that was
 * used already with another nonce, which the device that was answered never sends. Numbers may be left out: a
 * database restored from yesterday is behind its terminals.
 */
export function readBeat(heard: Heard, beat: Beat): 'next' | 'again' | 'other' {
  if (heard.state === 'contested') return 'other';
  if (beat.sequence > heard.sequence) return 'next';
  return beat.sequence === heard.sequence && beat.nonce === heard.nonce ? 'again' : 'other';
}

export function stateAfter(beat: Beat): TerminalState {
  return beat.works ? 'working' : 'broken';
}

export const refuseTwoUsers = () =>
  new Refusal('conflict', 'terminal.two-users', '这个配对在两台机器上用着，已经停了。请工作人员重新配对');

const mostSeconds = 2 ** 31 - 1;

/** The device's clock minus ours in whole seconds, kept within 68 years. */
export function clockOffSeconds(deviceClockMs: number, now: Date): number {
  const off = Math.round((deviceClockMs - now.getTime()) / 1000);
  return Math.max(-mostSeconds, Math.min(mostSeconds, off));
}

export const isClockOff = (seconds: number | null): boolean =>
  seconds !== null && Math.abs(seconds) > clockOffToleratedSeconds;

/** A thing to do that a terminal causes. `terminal-broken` also stands for a pairing that two machines use. */
export type TerminalTask = 'terminal-silent' | 'terminal-broken' | 'out-of-paper';
const minuteMs = 60_000;
/** By when somebody should have looked, from the moment it shows. */
export const dueAfterMs: Record<TerminalTask, number> = {
  'out-of-paper': 4 * 60 * minuteMs,
  'terminal-silent': 24 * 60 * minuteMs,
  'terminal-broken': 24 * 60 * minuteMs,
};

/** Which tasks a terminal's state asks for, each with what to tell; the others end. */
export function tasksOf(terminal: {
  state: TerminalState;
  printer: Printer;
  paper: Paper;
  label: string;
}): Map<TerminalTask, string> {
  const tasks = new Map<TerminalTask, string>();
  const which = terminal.label ? `终端“${terminal.label}”` : '终端';
  if (terminal.state === 'silent') tasks.set('terminal-silent', `${which}10 分钟没声音了，看看电源和网线`);
  if (terminal.state === 'contested')
    tasks.set('terminal-broken', `${which}的配对在两台机器上用着，已经停了。到站里重新配对`);
  else if (terminal.state === 'broken') tasks.set('terminal-broken', `${which}自己报了故障，去看看`);
  else if (terminal.printer === 'broken') tasks.set('terminal-broken', `${which}的打印机坏了`);
  if (terminal.paper === 'out') tasks.set('out-of-paper', `${which}没纸了，带一卷 80 毫米的去`);
  return tasks;
}

/** Digits as typed at a keypad, spaces and full-width ones taken too; null when it is no code. */
export function readPairingCode(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}
