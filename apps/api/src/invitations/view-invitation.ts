import type { GrantedDepartment, InvitationRow, TenantTx } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import { describeGranted } from '../members/view-granted.ts';
import type { invitationView } from '../schemas/invitation.ts';

type InvitationView = z.output<typeof invitationView>;

export async function viewInvitations(
  tx: TenantTx,
  rows: readonly InvitationRow[],
): Promise<readonly InvitationView[]> {
  const describe = await describeGranted(tx, rows.flatMap(departmentsOf));
  return rows.map((row) => {
    const { invitationId, email, role, employees, createdAt, expiresAt, acceptedAt, revokedAt, inviterName } = row;
    const departments = departmentsOf(row).map(describe);
    const times = { createdAt, expiresAt, acceptedAt, revokedAt };
    return { invitationId, email, role, employees, departments, ...times, invitedBy: inviterName };
  });
}

function departmentsOf({ departments, departmentsAsOf }: InvitationRow): readonly GrantedDepartment[] {
  return departments.map((place) => ({ ...place, asOf: departmentsAsOf }));
}
