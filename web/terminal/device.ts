import type { paperStates, printerStates } from '../../api/terminals/contract.ts';

type Printer = (typeof printerStates)[number];
type Paper = (typeof paperStates)[number];

/** What the machine itself keeps; the token is in a cookie that no script reads. */
export type Device = {
  /** Number of the last beat that was answered. */
  sequence: number;
  /** A beat that was sent and perhaps not received: it goes out again as it was. */
  pending: { sequence: number; nonce: string } | null;
  /** This machine's clock minus the server's, ms. */
  clockOffMs: number;
  printer: Printer;
  paper: Paper;
};

const KEY = 'terminal';
const fresh: Device = { sequence: 0, pending: null, clockOffMs: 0, printer: 'unknown', paper: 'unknown' };

export function readDevice(): Device {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return typeof kept === 'object' && kept !== null ? { ...fresh, ...kept } : fresh;
  } catch {
    return fresh;
  }
}

export function writeDevice(change: Partial<Device>): Device {
  const device = { ...readDevice(), ...change };
  localStorage.setItem(KEY, JSON.stringify(device));
  return device;
}

/** A new pairing counts from one again. */
export function resetDevice(printer: Printer): void {
  localStorage.setItem(KEY, JSON.stringify({ ...fresh, printer }));
}

/** The beat to send: the one that may be lost, else the next. */
export function nextBeat(
  device: Pick<Device, 'sequence' | 'pending'>,
  draw: () => string,
): NonNullable<Device['pending']> {
  return device.pending ?? { sequence: device.sequence + 1, nonce: draw() };
}

/** What a person who used the machine leaves behind; what the machine itself needs stays. */
export function forgetVisitor(): void {
  for (const storage of [localStorage, sessionStorage])
    for (const key of Object.keys(storage)) if (key !== KEY && key !== 'elder') storage.removeItem(key);
}

/**
 * What the shell around the browser may tell of the hardware: a kiosk program puts it there. A browser alone knows
 * nothing of its printer.
 */
type Shell = { printer?: Printer; paper?: Paper };
export const shellOf = (): Shell => (globalThis as { terminalShell?: Shell }).terminalShell ?? {};
