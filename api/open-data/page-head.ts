import type { Database } from '../db/database.ts';
import { toItem } from '../openings/items.ts';
import { readIdOrCode } from '../openings/rules.ts';
import { findOpening, type OpeningDetailRow } from '../openings/store.ts';
import { toJobPosting } from './job-posting.ts';

/** What the page of an opening says to who reads no scripts: a chat that shows the link, a search engine. */
export type PageHead = { title: string; description: string; url: string; data: Record<string, unknown> };

/** @param origin such as `https://jobs.example` */
export function headOf(row: OpeningDetailRow, origin: string): PageHead {
  const item = toItem(row);
  const url = `${origin}/o/${item.code}`;
  const facts = [
    inWords(item.salary),
    item.employer.name,
    `${item.district.name}${item.town.name}`,
    `招 ${item.headcount} 人`,
    ...item.benefits.slice(0, 4),
  ];
  return { title: item.title, description: facts.join('，'), url, data: toJobPosting(row, url) };
}

function inWords({ min, max, unit }: ReturnType<typeof toItem>['salary']): string {
  if (unit === '面议' || (min === null && max === null)) return '工资面议';
  const [from, to] = [min ?? max, max ?? min];
  return `${from === to ? from : `${from}–${to}`} 元/${unit}`;
}

/** The head of a page that is about one opening; null for every other, and for an opening that nobody may see. */
export async function findHead(
  db: Database,
  path: string,
  { origin, now }: { origin: string; now: Date },
): Promise<PageHead | null> {
  const named = /^\/o\/([^/]{1,32})$/.exec(path)?.[1];
  const wanted = named === undefined ? null : readIdOrCode(named);
  // The page says by itself that the database is away.
  const row = wanted && (await findOpening(db, wanted, now).catch(() => null));
  return row && headOf(row, origin);
}
