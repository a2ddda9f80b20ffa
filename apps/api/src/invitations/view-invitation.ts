import { namedDepartments, namedEmployees, type InvitationRow, type TenantTx } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { MemberActor } from '../actor/actor.ts';
import { describeTerms } from '../grants/view-terms.ts';
import { describeGranted } from '../members/view-granted.ts';
import type { invitationView } from '../schemas/invitation.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

type InvitationView = z.output<typeof invitationView>;

/** Invitations as `asker` sees them. */
export async function viewInvitations(
  { language }: Pick<VerbContext, 'language'>,
  tx: TenantTx,
  asker: MemberActor,
  rows: readonly InvitationRow[],
): Promise<readonly InvitationView[]> {
  const all = rows.flatMap(({ grants }) => grants);
  const department = await describeGranted(tx, namedDepartments(all));
  const describe = await describeTerms(tx, all, { access: asker.rights.access('view'), language });
  return rows.map((row) => {
    const { invitationId, email, role, roleId, roleName, personKey, grants, inviterName } = row;
    const { createdAt, expiresAt, acceptedAt, revokedAt } = row;
    return {
      invitationId,
      email,
      role,
      roleId,
      roleName,
      personKey,
      createdAt,
      expiresAt,
      acceptedAt,
      revokedAt,
      employees: namedEmployees(grants),
      departments: namedDepartments(grants).map(department),
      grants: grants.map(describe),
      invitedBy: inviterName,
    };
  });
}
