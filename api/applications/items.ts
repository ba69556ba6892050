import type { InboxApplication, OwnApplication } from './contract.ts';
import type { InboxRow } from './inbox-store.ts';
import type { OwnRow } from './store.ts';

/** Rows -> what crosses the wire. Pure. */

export function toOwn(row: OwnRow): OwnApplication {
  return {
    id: row.id,
    state: row.state,
    opening: {
      id: row.openingId,
      code: row.code,
      title: row.title,
      employer: { id: row.employerId, name: row.employerName },
      isPublished: row.isPublished,
    },
    name: row.name,
    phone: row.phone,
    message: row.message,
    reason: row.reason,
    history: row.history.map(({ state, at }) => ({ state, at: new Date(at).toISOString() })),
    consent: { version: row.consentVersion, at: row.consentAt.toISOString() },
    sentAt: row.sentAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    mayWithdraw: row.name !== null,
  };
}

export function toInbox(row: InboxRow): InboxApplication {
  return { ...row, sentAt: row.sentAt.toISOString(), changedAt: row.changedAt.toISOString() };
}
