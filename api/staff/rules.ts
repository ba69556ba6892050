import { covers } from '../accounts/jurisdiction.ts';
import type { Role } from '../accounts/contract.ts';
import type { StaffMember } from '../accounts/viewer.ts';
import { Refusal } from '../refusals.ts';

/** Who stands over whom among those that work with places and openings. */
const rank: Partial<Record<Role, number>> = {
  'point-staff': 1,
  reviewer: 1,
  'county-manager': 2,
  'city-administrator': 3,
};
/** Kept apart from the work: the system and the log. They are given when the system is set up, not here. */
const apart: readonly Role[] = ['system-administrator', 'auditor'];

const rankOf = (roles: readonly Role[]) => Math.max(0, ...roles.map((role) => rank[role] ?? 0));

type Colleague = { id: string; roles: readonly Role[]; divisions: readonly string[] };

/** Whether a manager may change somebody at all: not himself, nobody above him, nobody who is outside his divisions. */
export function mayChange(viewer: StaffMember, colleague: Colleague): boolean {
  return (
    colleague.id !== viewer.accountId &&
    !colleague.roles.some((role) => apart.includes(role)) &&
    rankOf(colleague.roles) <= rankOf(viewer.roles) &&
    colleague.divisions.every((division) => covers(viewer.divisions, division))
  );
}

/**
 * Whether a manager may have a link with which somebody's password is chosen anew: whoever holds it signs in as that
 * person. Of one's own rank only for who has no password yet; for the others there is `npm run staff -- password`.
 */
export function mayInviteAgain(viewer: StaffMember, colleague: Colleague & { invited: boolean }): boolean {
  return (
    mayChange(viewer, colleague) && (colleague.invited || rankOf(colleague.roles) < rankOf(viewer.roles))
  );
}

/** Says no to roles and divisions a manager may not give: only his own and what is under them. */
export function refuseGrant(
  viewer: StaffMember,
  { roles, divisions }: { roles: readonly Role[]; divisions: readonly string[] },
): Refusal | null {
  if (roles.some((role) => apart.includes(role)))
    return no('role.apart', '系统管理和审计的账号和办事的分开，不在这里给');
  if (rankOf(roles) > rankOf(viewer.roles)) return no('role.above', '只能给和自己一样或更低的角色');
  const foreign = divisions.find((division) => !covers(viewer.divisions, division));
  if (foreign !== undefined) return no('division.foreign', `${foreign} 不归你管，只能给自己管的地方`);
  return null;
}

function no(code: string, detail: string): Refusal {
  const name = code.startsWith('role') ? 'roles' : 'divisions';
  return new Refusal('forbidden', code, detail, [{ in: 'body', name, code, detail }]);
}
