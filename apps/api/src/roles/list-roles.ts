import { inTenant, listRoles as queryRoles, countMembersByRole, type CustomRoleRow } from '@highwater/db';
import { MESSAGE_ACTIONS, ROLES } from '@highwater/domain';
import { rightsOfMember, rightsOfRole, type RoleRights } from '@highwater/permissions';
import type { z } from '@hono/zod-openapi';
import type { MemberActor } from '../actor/actor.ts';
import type { roleView } from '../schemas/role.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const listRolesInput = {};

/** The built-in roles, then those that the company made itself by name. */
export async function listRoles(ctx: VerbContext, raw: RawInput) {
  const asker = authorise(ctx, 'see_members');
  parseInput(listRolesInput, raw);
  return inTenant(ctx.deps.database, asker.tenantId, async (tx) => {
    const now = ctx.deps.clock.now();
    const counts = await countMembersByRole(tx, now);
    const builtIn = ROLES.map((role): z.output<typeof roleView> => {
      const rights = rightsOfRole(role);
      const count = counts.find((each) => each.role === role) ?? { members: 0, invitations: 0 };
      const { members, invitations } = count;
      const own = { roleId: null, name: null, madeAt: null };
      return { role, ...own, ...rights, members, invitations, mayGive: mayGive(asker, rights) };
    });
    const own = await queryRoles(tx, now);
    return { items: [...builtIn, ...own.map((row) => viewRole(asker, row))] };
  });
}

export function viewRole(asker: MemberActor, row: CustomRoleRow): z.output<typeof roleView> {
  const { roleId, name, madeAt, members, invitations } = row;
  const rights = rightsOfMember({ role: 'custom', customRole: row });
  return { role: 'custom', roleId, name, madeAt, ...rights, members, invitations, mayGive: mayGive(asker, rights) };
}

/** Whether the asker may do all of it, and as widely. Grants are judged when they are given. */
export function mayGive({ rights }: MemberActor, { actions, reach }: RoleRights): boolean {
  return actions.every((action) => {
    if (!rights.actions.includes(action)) return false;
    const isOnMessages = MESSAGE_ACTIONS.some((each) => each === action);
    return reach === 'granted' || !isOnMessages || rights.access(action).kind === 'all';
  });
}
