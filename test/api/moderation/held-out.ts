import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Advert } from '../../../api/moderation/advert.ts';
import type { BlindAdvert } from './blind-adverts.ts';
import { soundAdvert } from './labelled-adverts.ts';

const folder = new URL('held-out/', import.meta.url);

const cells: Readonly<Record<string, (words: string) => Partial<Advert>>> = {
  岗: (title) => ({ title }),
  责: (duties) => ({ duties }),
  要: (requirements) => ({ requirements }),
  福: (benefits) => ({ benefits: [benefits] }),
};

/** Labelled clauses like those of api/moderation/learn/examples that nothing was learned of, each in a sound advert. */
export function readHeldOut(): BlindAdvert[] {
  return readdirSync(folder).flatMap((name) => {
    const rows = parse(readFileSync(new URL(name, folder)), { columns: true }) as Record<string, string>[];
    return rows.map((row, place) => ({
      row: place + 2,
      expected: row['写法'] === '净' ? [] : [name.replace('.csv', '')],
      manner: row['写法'] as BlindAdvert['manner'],
      advert: { ...soundAdvert, ...cells[row['栏']!]!(row['词句']!) },
    }));
  });
}
