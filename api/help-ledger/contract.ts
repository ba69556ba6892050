import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { terminalOpening } from '../terminals/contract.ts';
import { nothing } from '../wire.ts';

/**
 * The six free services of 《就业促进法》第三十五条, in its order: policy advice; vacancies, wage guide and training
 * information; guidance and placement; help for 就业困难人员; employment and unemployment registration; other.
 */
export const helpKinds = ['policy', 'information', 'placement', 'hardship', 'registration', 'other'] as const;
export type HelpKind = (typeof helpKinds)[number];

export const helpResults = ['slip', 'called', 'settled', 'referred', 'nothing'] as const;
export type HelpResult = (typeof helpResults)[number];

/** A slip of the finger can be taken back for this long. */
export const undoWithinSeconds = 600;

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, { error: 'month.form' });
const pointId = z.string().regex(/^\d{1,18}$/, { error: 'id.digits' });

/** One help given. Nothing about the person: not the name, not the number, not what was looked for. */
export const logHelp = endpoint({
  id: 'logHelp',
  method: 'POST',
  path: '/api/help-ledger',
  audience: 'staff',
  summary: 'Writes one help into the ledger of a point',
  params: nothing,
  query: nothing,
  body: z.strictObject({ servicePointId: pointId, kind: z.enum(helpKinds), result: z.enum(helpResults) }),
  reply: z.object({ id: z.string(), at: z.iso.datetime(), todayAtPoint: z.number().int() }),
  status: 201,
  refuses: ['missing', 'conflict'],
});

export const undoHelp = endpoint({
  id: 'undoHelp',
  method: 'DELETE',
  path: '/api/help-ledger/:id',
  audience: 'staff',
  summary: 'Takes an entry of one’s own back within ten minutes',
  params: z.strictObject({ id: pointId }),
  query: nothing,
  reply: z.object({ id: z.string() }),
  refuses: ['missing', 'conflict'],
});

const ledgerRow = z.object({
  month,
  servicePointId: z.string(),
  pointName: z.string(),
  kind: z.enum(helpKinds),
  result: z.enum(helpResults),
  times: z.number().int(),
});
export type LedgerRow = z.infer<typeof ledgerRow>;

const ledgerQuery = {
  fromMonth: month.optional().describe('the first month, YYYY-MM; twelve months back when left out'),
  toMonth: month.optional().describe('the last month; this one when left out'),
  servicePointId: pointId.optional(),
};

export const getLedger = endpoint({
  id: 'getHelpLedger',
  method: 'GET',
  path: '/api/help-ledger',
  audience: 'staff',
  summary: 'The ledger of the own jurisdiction: times by point, month, kind and result',
  params: nothing,
  query: z.strictObject(ledgerQuery),
  reply: z.object({ fromMonth: month, toMonth: month, total: z.number().int(), rows: z.array(ledgerRow) }),
});

export const exportLedger = endpoint({
  id: 'exportHelpLedger',
  method: 'GET',
  path: '/api/help-ledger/export',
  audience: 'staff',
  summary: 'The same as a file',
  params: nothing,
  query: z.strictObject({ ...ledgerQuery, format: z.enum(['csv', 'xlsx']).default('csv') }),
  reply: z.string(),
  replyType: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
});

/** What a slip says of the openings somebody at the desk takes along. */
export const getSlips = endpoint({
  id: 'getSlips',
  method: 'GET',
  path: '/api/help-ledger/slips',
  audience: 'staff',
  summary: 'Openings with all that a printed slip says, seen from a point',
  params: nothing,
  query: z.strictObject({
    servicePointId: pointId,
    ids: z
      .array(z.string().regex(/^\d{1,15}$/))
      .min(1)
      .max(20),
  }),
  reply: z.object({
    asOf: z.iso.datetime(),
    publicUrl: z.string().nullable(),
    openings: z.array(terminalOpening),
  }),
  refuses: ['missing'],
});
