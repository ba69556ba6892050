import type pg from 'pg';
import { signLink } from '../accounts/signed-link.ts';
import { sendMessage } from '../messages/messages.ts';
import { daysAfter } from '../shanghai-day.ts';
import { linkDays } from './rules.ts';
import { addLink, findMemberPhones, type LinkCause } from './store.ts';

export type AskDeps = {
  linkSecret: Buffer;
  /** Where this system is reached, such as `https://jobs.example`; links in messages start with it. */
  origin: string;
};

type Subject = { id: string; employerId: string; title: string; contactPhone: string | null };

const templateOf = {
  weekly: 'opening.still-hiring',
  callers: 'opening.callers-say-full',
  'expires-in-7': 'opening.expires-soon',
  'expires-in-1': 'opening.expires-tomorrow',
} as const;

/**
 * Asks an employer whether an opening still stands: one link, sent to its members, or where it has none to the
 * contact when that is a mobile number. The link is written down even when nobody can be reached, so that the
 * question is not tried again every minute.
 */
export async function askEmployer(
  tx: pg.PoolClient,
  { linkSecret, origin }: AskDeps,
  opening: Subject,
  cause: LinkCause,
  now: Date,
): Promise<void> {
  const expiresAt = daysAfter(now, linkDays);
  const id = await addLink(tx, { openingId: opening.id, cause, expiresAt }, now);
  const members = await findMemberPhones(tx, opening.employerId);
  const recipients = members.length > 0 ? members : mobileOf(opening.contactPhone);
  const link = `${origin}/f/${signLink(linkSecret, { purpose: 'freshness', id, expiresAt })}`;
  for (const to of recipients)
    await sendMessage(
      tx,
      { channel: 'sms', to, template: templateOf[cause], values: { title: opening.title, link } },
      now,
    );
}

function mobileOf(phone: string | null): string[] {
  const digits = (phone ?? '').replace(/[\s-]/g, '');
  return /^1[3-9]\d{9}$/.test(digits) ? [digits] : [];
}
