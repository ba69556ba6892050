import type { Audience } from '../endpoint.ts';
import type { Role } from './contract.ts';

/** Who asks. Ids are bigints as text. */
export type Viewer =
  | { kind: 'nobody' }
  | { kind: 'person'; accountId: string; phone: string }
  | {
      kind: 'staff';
      accountId: string;
      name: string;
      roles: readonly Role[];
      /** What the member of staff answers for: see `covers` in jurisdiction.ts. */
      divisions: readonly string[];
    }
  | { kind: 'terminal'; terminalId: string; servicePointId: string };

export type Person = Extract<Viewer, { kind: 'person' }>;
export type StaffMember = Extract<Viewer, { kind: 'staff' }>;

export const nobody: Viewer = { kind: 'nobody' };

/** Roles that count as each audience of staff. No role does all: the system and the log are apart from the work. */
const rolesOf: Partial<Record<Audience, readonly Role[]>> = {
  staff: ['point-staff', 'reviewer', 'county-manager', 'city-administrator'],
  reviewer: ['reviewer', 'county-manager', 'city-administrator'],
  manager: ['county-manager', 'city-administrator'],
  'city-administrator': ['city-administrator'],
  'system-administrator': ['system-administrator'],
  auditor: ['auditor'],
};

/** Whether a viewer belongs to an audience. */
export function isAdmitted(audience: Audience, viewer: Viewer): boolean {
  switch (audience) {
    case 'anyone':
      return true;
    case 'person':
    case 'terminal':
      return viewer.kind === audience;
    case 'member':
      return viewer.kind === 'person' || viewer.kind === 'staff';
    default:
      return viewer.kind === 'staff' && viewer.roles.some((role) => rolesOf[audience]!.includes(role));
  }
}

/** How the audit log names a viewer. */
export function actorOf(viewer: Viewer): string {
  if (viewer.kind === 'nobody') return 'nobody';
  return `${viewer.kind}:${viewer.kind === 'terminal' ? viewer.terminalId : viewer.accountId}`;
}
