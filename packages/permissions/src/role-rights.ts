import { ACTIONS, MESSAGE_ACTIONS, type Action, type MemberRole, type Reach, type Role } from '@highwater/domain';

/** What a role gives: what may be done at all, and whether with every message or only with those of grants. */
export interface RoleRights {
  readonly actions: readonly Action[];
  readonly reach: Reach;
}

const VIEWER: readonly Action[] = ['view', 'search', 'export'];
/** Everything but messages, to look at. */
const SEES: readonly Action[] = ['see_members', 'see_audit', 'see_completeness', 'see_settings'];

const ROLE_RIGHTS: Readonly<Record<Role, RoleRights>> = {
  owner: { actions: ACTIONS, reach: 'everything' },
  admin: { actions: without('hold', 'read_searches', 'bill'), reach: 'everything' },
  compliance: {
    actions: [...MESSAGE_ACTIONS, 'schedule', ...SEES, 'read_searches'],
    reach: 'everything',
  },
  legal: { actions: [...MESSAGE_ACTIONS, 'see_completeness'], reach: 'granted' },
  // Reads settings and the log; messages only where a grant says so.
  auditor: { actions: ['view', 'search', ...SEES], reach: 'granted' },
  reviewer: { actions: [...VIEWER, 'see_completeness'], reach: 'granted' },
  viewer: { actions: VIEWER, reach: 'granted' },
  exporter: { actions: [...VIEWER, 'schedule'], reach: 'granted' },
  billing: { actions: ['bill'], reach: 'granted' },
};

export function rightsOfRole(role: Role): RoleRights {
  return ROLE_RIGHTS[role];
}

/** A member's: of its built-in role, or of the company's own. An action that is not known any more is left out. */
export function rightsOfMember(member: {
  readonly role: MemberRole;
  readonly customRole: RoleRights | null;
}): RoleRights {
  const { role, customRole } = member;
  if (role !== 'custom') return rightsOfRole(role);
  if (customRole === null) return { actions: [], reach: 'granted' };
  return { actions: ACTIONS.filter((action) => customRole.actions.includes(action)), reach: customRole.reach };
}

function without(...left: readonly Action[]): readonly Action[] {
  return [...new Set(ACTIONS).difference(new Set(left))];
}
