import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { finding } from '../opening-desk/contract.ts';
import { nothing } from '../wire.ts';

export const mostBulkRows = 2000;
export const maxBulkBytes = 4 * 1024 * 1024;
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * `good` can be handed in, `bad` cannot; after publishing: `sent` handed in as a new opening, `changed` handed in as a change of
 * an earlier one, `same` as an opening that is there already, `drafted` kept as a draft with its faults, `skipped` left
 * out, `refused` by the rules of openings or because we failed at it (`problem` says which).
 */
export const bulkRowStates = [
  'good',
  'bad',
  'sent',
  'changed',
  'same',
  'drafted',
  'skipped',
  'refused',
] as const;
export type BulkRowState = (typeof bulkRowStates)[number];

/** `good`: only rows without a fault; `all`: the others are kept as drafts, to be mended at the desk. */
export const bulkChoices = ['all', 'good'] as const;
export type BulkChoice = (typeof bulkChoices)[number];

/** What is wrong with a cell: column as the list names it, what stands there, what to do. */
export const cellFault = z.object({ column: z.string(), value: z.string(), reason: z.string() });
export type CellFault = z.infer<typeof cellFault>;

export const bulkUpload = z.object({
  id: z.string(),
  employer: z.object({ id: z.string(), name: z.string() }),
  fileName: z.string(),
  uploadedAt: z.iso.datetime(),
  state: z.enum(['checked', 'publishing', 'done']),
  choice: z.enum(bulkChoices).nullable(),
  /** This very file came before; nothing was read again. */
  isAgain: z.boolean(),
  rows: z.number().int(),
  counts: z.partialRecord(z.enum(bulkRowStates), z.number().int()),
  /** Rows that a publishing has dealt with, and has to. */
  progress: z.object({ done: z.number().int(), of: z.number().int() }),
});
export type BulkUpload = z.infer<typeof bulkUpload>;

export const bulkRow = z.object({
  row: z.number().int(),
  externalId: z.string().nullable(),
  title: z.string(),
  state: z.enum(bulkRowStates),
  faults: z.array(cellFault),
  findings: z.array(finding.extend({ column: z.string() })),
  problem: z.string().nullable(),
  openingId: z.string().nullable(),
});
export type BulkRow = z.infer<typeof bulkRow>;

const id = z.string().min(1).max(20);
const employerName = bulkUpload.shape.employer;
const one = z.strictObject({ uploadId: id });

export const downloadBulkTemplate = endpoint({
  id: 'downloadBulkTemplate',
  method: 'GET',
  path: '/api/desk/bulk/template',
  audience: 'member',
  summary: 'An empty list of openings as an Excel workbook with drop-down cells',
  params: nothing,
  query: nothing,
  reply: z.string(),
  replyType: workbookType,
});

export const uploadBulk = endpoint({
  id: 'uploadBulk',
  method: 'POST',
  path: '/api/desk/bulk/employers/:employerId/uploads',
  audience: 'member',
  summary: 'Looks through a list of openings (.xlsx, .csv, at most 2,000): nothing is published yet',
  params: z.strictObject({ employerId: id }),
  query: z.strictObject({ fileName: z.string().trim().min(1).max(200) }),
  upload: { maxBytes: maxBulkBytes, types: [workbookType, 'text/csv'] },
  status: 201,
  reply: bulkUpload,
  refuses: ['missing', 'tooLarge'],
});

export const listBulkEmployers = endpoint({
  id: 'listBulkEmployers',
  method: 'GET',
  path: '/api/desk/bulk/employers',
  audience: 'staff',
  summary: 'Employers in the divisions of the asking staff by name or credit code, ten at most',
  params: nothing,
  query: z.strictObject({ q: z.string().trim().min(2).max(60) }),
  reply: z.object({ items: z.array(employerName.extend({ creditCode: z.string() })) }),
});

export const listBulkUploads = endpoint({
  id: 'listBulkUploads',
  method: 'GET',
  path: '/api/desk/bulk/employers/:employerId/uploads',
  audience: 'member',
  summary: 'The last twenty lists of an employer',
  params: z.strictObject({ employerId: id }),
  query: nothing,
  reply: z.object({ employer: employerName, items: z.array(bulkUpload) }),
  refuses: ['missing'],
});

export const getBulkUpload = endpoint({
  id: 'getBulkUpload',
  method: 'GET',
  path: '/api/desk/bulk/uploads/:uploadId',
  audience: 'member',
  summary: 'One list and how far its publishing is',
  params: one,
  query: nothing,
  reply: bulkUpload,
  refuses: ['missing'],
});

export const listBulkRows = endpoint({
  id: 'listBulkRows',
  method: 'GET',
  path: '/api/desk/bulk/uploads/:uploadId/rows',
  audience: 'member',
  summary: 'Rows of a list with what is wrong in which cell',
  params: one,
  query: z.strictObject({
    only: z.enum(['all', 'faults', 'findings']).default('all'),
    page: z.number().int().min(1).max(200).default(1),
    pageSize: z.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ total: z.number().int(), items: z.array(bulkRow) }),
  refuses: ['missing'],
});

export const publishBulk = endpoint({
  id: 'publishBulk',
  method: 'POST',
  path: '/api/desk/bulk/uploads/:uploadId/publish',
  audience: 'member',
  summary:
    'Hands the good rows in; with `all` the others become drafts. Goes on by itself, `getBulkUpload` tells',
  params: one,
  query: nothing,
  body: z.strictObject({ choice: z.enum(bulkChoices) }),
  status: 202,
  reply: bulkUpload,
  refuses: ['missing', 'conflict'],
});
