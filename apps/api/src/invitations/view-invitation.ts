import type { InvitationRow } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { invitationView } from '../schemas/invitation.ts';

export function viewInvitation(row: InvitationRow): z.output<typeof invitationView> {
  const { invitationId, email, role, employees, createdAt, expiresAt, acceptedAt, revokedAt, inviterName } = row;
  return { invitationId, email, role, employees, createdAt, expiresAt, acceptedAt, revokedAt, invitedBy: inviterName };
}
