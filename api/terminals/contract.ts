import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { openingItem } from '../openings/contract.ts';
import { servicePointDetail, servicePointItem } from '../service-points/contract.ts';
import { nothing } from '../wire.ts';

const rowId = z.string().regex(/^\d{1,18}$/, { error: 'id.digits' });

/** How often a terminal says that it is alive, and how long one may be silent, seconds. */
export const beatEverySeconds = 60;
export const silentAfterSeconds = 600;
/** A pairing code is typed at the terminal within this time, once. */
export const pairingValidSeconds = 600;
/** Beyond this a device's clock is told to the staff; nothing else depends on it. */
export const clockOffToleratedSeconds = 120;

export const printerStates = ['ready', 'none', 'broken', 'unknown'] as const;
export const paperStates = ['ok', 'low', 'out', 'unknown'] as const;
/**
 * `working`; `broken`: says itself that something is wrong; `silent`: not heard of for ten minutes; `contested`: its
 * pairing is used by two machines, and neither is believed until it is paired anew.
 */
export const terminalStates = ['working', 'broken', 'silent', 'contested'] as const;
export type TerminalState = (typeof terminalStates)[number];

/** One device as the staff see it. */
export const terminal = z.object({
  id: z.string(),
  servicePointId: z.string(),
  label: z.string(),
  state: z.enum(terminalStates),
  printer: z.enum(printerStates),
  paper: z.enum(paperStates),
  version: z.string(),
  /** The device's clock minus ours at its last beat; null before the first. */
  clockOffSeconds: z.number().int().nullable(),
  pairedAt: z.iso.datetime(),
  lastBeatAt: z.iso.datetime().nullable(),
});
export type Terminal = z.infer<typeof terminal>;

export const listTerminals = endpoint({
  id: 'listTerminals',
  method: 'GET',
  path: '/api/service-points/:id/terminals',
  audience: 'staff',
  summary: 'The paired devices of a point',
  params: z.strictObject({ id: rowId }),
  query: nothing,
  reply: z.object({ point: z.object({ id: z.string(), name: z.string() }), terminals: z.array(terminal) }),
  refuses: ['missing'],
});

/** A code that makes one device a terminal of this point. */
export const makePairing = endpoint({
  id: 'makePairing',
  method: 'POST',
  path: '/api/service-points/:id/terminals/pairings',
  audience: 'staff',
  summary: 'A code to type at a new terminal: valid ten minutes, once',
  params: z.strictObject({ id: rowId }),
  query: nothing,
  body: nothing,
  reply: z.object({ code: z.string(), expiresAt: z.iso.datetime() }),
  status: 201,
  refuses: ['missing'],
});

export const revokeTerminal = endpoint({
  id: 'revokeTerminal',
  method: 'DELETE',
  path: '/api/terminals/:id',
  audience: 'staff',
  summary: 'Takes a device off its point: its token is worth nothing from then on',
  params: z.strictObject({ id: rowId }),
  query: nothing,
  reply: z.object({ id: z.string() }),
  refuses: ['missing'],
});

/** Exchanges a code for a token, which goes into an HttpOnly cookie and is in no reply. */
export const pairTerminal = endpoint({
  id: 'pairTerminal',
  method: 'POST',
  path: '/api/terminals/pair',
  audience: 'anyone',
  summary: 'Makes the asking device a terminal of the point the code was made for',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    code: z.string().min(1).max(20),
    label: z.string().max(40).default(''),
  }),
  reply: z.object({ terminalId: z.string(), servicePointId: z.string(), now: z.iso.datetime() }),
  status: 201,
  refuses: ['invalid', 'throttled'],
});

/**
 * A sign of life. `sequence` grows with every beat and `nonce` is drawn for each, so that the same beat sent again is
 * recognised and a second machine with a copy of the token gives itself away.
 */
export const beat = endpoint({
  id: 'terminalBeat',
  method: 'POST',
  path: '/api/terminals/beat',
  audience: 'terminal',
  summary: 'A sign of life from a terminal, every minute',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    sequence: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
    nonce: z.string().regex(/^[A-Za-z0-9-]{8,64}$/, { error: 'nonce.letters' }),
    /** The device's own clock, milliseconds since 1970; any value is taken, it is only compared. */
    deviceClockMs: z.number().int(),
    version: z.string().max(40),
    works: z.boolean(),
    printer: z.enum(printerStates),
    paper: z.enum(paperStates),
  }),
  reply: z.object({
    now: z.iso.datetime(),
    /** The device's clock minus ours. */
    clockOffSeconds: z.number().int(),
    everySeconds: z.number().int(),
    /** Changes when what `terminalPage` would answer may have changed. */
    pageVersion: z.string(),
  }),
  refuses: ['conflict'],
});

/** An opening as a terminal keeps it for the time without a network: with whom to call, and how it sounds. */
export const terminalOpening = openingItem
  .pick({
    id: true,
    code: true,
    title: true,
    occupation: true,
    headcount: true,
    salary: true,
    education: true,
    experience: true,
    employmentType: true,
    benefits: true,
    place: true,
    address: true,
    district: true,
    town: true,
    publishedAt: true,
    confirmedAt: true,
    expiresAt: true,
  })
  .extend({
    employer: z.string(),
    distanceMetres: z.number().int(),
    duties: z.string(),
    requirements: z.string(),
    contactPhone: z.string().nullable(),
    /** Toneless pinyin of title, occupation and employer, and their initials; words apart by a space. */
    sound: z.string(),
    initials: z.string(),
  });
export type TerminalOpening = z.infer<typeof terminalOpening>;

/** For a code typed at a terminal of an opening it does not keep. */
export const terminalOpeningByCode = endpoint({
  id: 'terminalOpeningByCode',
  method: 'GET',
  path: '/api/terminals/openings/:code',
  audience: 'terminal',
  summary: 'One opening by its six-character code, as a terminal shows it',
  params: z.strictObject({ code: z.string().min(1).max(32) }),
  query: nothing,
  reply: terminalOpening,
  refuses: ['missing'],
});

/** Everything a terminal shows, in one answer that is kept for the time without a network. */
export const terminalPage = endpoint({
  id: 'terminalPage',
  method: 'GET',
  path: '/api/terminals/page',
  audience: 'terminal',
  summary: "The terminal's point, the openings nearest to it, its notices and the points around",
  params: nothing,
  query: nothing,
  reply: z.object({
    asOf: z.iso.datetime(),
    version: z.string(),
    /** Where a phone finds us; null: the address the terminal itself uses. */
    publicUrl: z.string().nullable(),
    point: servicePointDetail.omit({ openingsNearby: true, distanceMetres: true }),
    /** Nearest first. */
    openings: z.array(terminalOpening),
    points: z.array(servicePointItem),
  }),
  refuses: ['missing'],
});
export type TerminalPage = z.infer<typeof terminalPage.reply>;
