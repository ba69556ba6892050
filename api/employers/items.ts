import { maskPhone } from './mask-phone.ts';
import { isTrusted } from '../opening-desk/rules.ts';
import type { ToldReview } from '../reviews/asking-store.ts';
import type { DeskEmployer } from './contract.ts';
import type { InvitationRow, MemberRow } from './members-store.ts';
import { isReverifyDue, wantedOf } from './rules.ts';
import type { EmployerRow, LicenceRow } from './store.ts';
import type { WorkplaceRow } from './workplaces-store.ts';

/** Rows -> what an employer's members see. Pure. */

export type EmployerParts = {
  members: MemberRow[];
  invitations: InvitationRow[];
  licences: LicenceRow[];
  workplaces: WorkplaceRow[];
  review: ToldReview | null;
};

export function toDeskEmployer(
  row: EmployerRow,
  parts: EmployerParts,
  viewer: { accountId: string; role: 'owner' | 'member' },
  now: Date,
): DeskEmployer {
  const { members, invitations, review } = parts;
  return {
    ...toProfile(row, parts, viewer.accountId, now),
    trusted: isTrusted(row, now),
    wanted: wantedOf(row, parts.licences.length),
    myRole: viewer.role,
    members: members.map((member) => toMember(member, viewer.accountId)),
    invitations: invitations.map(({ id, phone, invitedAt, expiresAt }) => ({
      id,
      phone: maskPhone(phone),
      invitedAt: invitedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    review: review && {
      ...review,
      askedAt: review.askedAt.toISOString(),
      decidedAt: review.decidedAt?.toISOString() ?? null,
    },
  };
}

/** What an employer is, for its members and for reviewers. */
export function toProfile(
  row: EmployerRow,
  { members, licences, workplaces }: Pick<EmployerParts, 'members' | 'licences' | 'workplaces'>,
  accountId: string | null,
  now: Date,
) {
  const { lng, lat } = row;
  return {
    id: row.id,
    creditCode: row.creditCode,
    codeReason: row.codeReason,
    name: row.name,
    industry: row.industry,
    size: row.size,
    introduction: row.introduction,
    address: row.address,
    town: row.town,
    place: lng === null || lat === null ? null : { lng, lat },
    placeReason: row.placeReason,
    standing: row.standing,
    verifiedUntil: row.verifiedUntil?.toISOString() ?? null,
    reverifyDue: isReverifyDue(row, now),
    banReason: row.banReason,
    version: row.version,
    members: members.map((member) => toMember(member, accountId)),
    licences: licences.map(toLicence),
    workplaces: workplaces.map(toWorkplace),
  };
}

function toMember({ accountId, phone, role, since }: MemberRow, viewerId: string | null) {
  const isMe = accountId === viewerId;
  const shown = phone === null ? '已注销' : isMe ? phone : maskPhone(phone);
  return { accountId, phone: shown, role, since: since.toISOString(), isMe };
}

export function toLicence({ id, type, bytes, uploadedAt }: LicenceRow) {
  return { id, type, bytes, uploadedAt: uploadedAt.toISOString() };
}

export function toWorkplace({ lng, lat, ...rest }: WorkplaceRow) {
  return { ...rest, place: { lng, lat } };
}
