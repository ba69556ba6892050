import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { matchKinds } from '../openings/contract.ts';
import { nothing } from '../wire.ts';

export const suggestion = z.object({
  kind: z.enum(['occupation', 'employer', 'place']),
  text: z.string(),
  /** Where a place is, to measure from there. */
  place: z.object({ lng: z.number(), lat: z.number() }).optional(),
  /** Filter this suggestion stands for. */
  filter: z.enum(['occupation', 'q', 'district', 'town']),
  value: z.string(),
  openings: z.number().int(),
  matched: z.enum(matchKinds),
});
export type Suggestion = z.infer<typeof suggestion>;

export const suggest = endpoint({
  id: 'suggest',
  method: 'GET',
  path: '/api/suggest',
  audience: 'anyone',
  summary: 'Occupations, employers and places that begin or sound like the words; at most ten',
  params: nothing,
  query: z.strictObject({ q: z.string().max(60) }),
  reply: z.object({ suggestions: z.array(suggestion) }),
});

/** An occupation of the thesaurus, with its name in 职业分类大典 2022. */
export const knownOccupation = z.object({ id: z.string(), name: z.string(), official: z.string() });
export type KnownOccupation = z.infer<typeof knownOccupation>;

/** `name`: titles of openings are read by it too. `everyday`: people search with it. `phrase`: a wish, 想烧饭. */
export const staffWordKinds = ['name', 'everyday', 'phrase'] as const;

const addedWord = z.object({
  id: z.string(),
  word: z.string(),
  kind: z.enum(staffWordKinds),
  occupation: knownOccupation,
  by: z.string().describe('who added it, such as staff:3'),
  at: z.iso.datetime(),
});
export type AddedWord = z.infer<typeof addedWord>;

export const listSearchWords = endpoint({
  id: 'listSearchWords',
  method: 'GET',
  path: '/api/staff/words',
  audience: 'manager',
  summary: 'Words that staff have added to the thesaurus, newest first',
  params: nothing,
  query: z.strictObject({ q: z.string().max(30).optional().describe('part of a word or of an occupation') }),
  reply: z.object({ words: z.array(addedWord) }),
});

export const addSearchWord = endpoint({
  id: 'addSearchWord',
  method: 'POST',
  path: '/api/staff/words',
  audience: 'manager',
  summary: 'Add a word for an occupation; every search understands it within two seconds',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    word: z.string().trim().min(2).max(30),
    occupation: z.string().regex(/^[a-z0-9-]{1,60}$/),
    kind: z.enum(staffWordKinds).default('everyday'),
  }),
  reply: addedWord,
  status: 201,
  refuses: ['invalid', 'conflict'],
});

export const removeSearchWord = endpoint({
  id: 'removeSearchWord',
  method: 'DELETE',
  path: '/api/staff/words/:id',
  audience: 'manager',
  summary: 'Take back a word that staff added',
  params: z.strictObject({ id: z.string().regex(/^\d{1,18}$/, { error: 'id.digits' }) }),
  query: nothing,
  reply: nothing,
  refuses: ['missing'],
});

export const proposeOccupations = endpoint({
  id: 'proposeOccupations',
  method: 'GET',
  path: '/api/staff/words/proposals',
  audience: 'manager',
  summary: 'Occupations a word may stand for, the likeliest first, and those it stands for already',
  params: nothing,
  query: z.strictObject({ word: z.string().min(1).max(30) }),
  reply: z.object({ known: z.array(knownOccupation), proposals: z.array(knownOccupation) }),
});

export const listMissedSearches = endpoint({
  id: 'listMissedSearches',
  method: 'GET',
  path: '/api/staff/missed-searches',
  audience: 'manager',
  summary: 'What people searched for without finding anything, the most frequent first',
  params: nothing,
  query: nothing,
  reply: z.object({
    searches: z.array(
      z.object({
        words: z.string(),
        times: z.number().int(),
        days: z.number().int().describe('different days'),
        lastAt: z.iso.datetime(),
      }),
    ),
  }),
});

export const setAsideMissedSearch = endpoint({
  id: 'setAsideMissedSearch',
  method: 'POST',
  path: '/api/staff/missed-searches/set-aside',
  audience: 'manager',
  summary: 'Take words that need no entry off the list, until they are searched for again',
  params: nothing,
  query: nothing,
  body: z.strictObject({ words: z.string().min(1).max(200) }),
  reply: nothing,
});
