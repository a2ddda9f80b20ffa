import { z } from '@hono/zod-openapi';
import { grantedDepartmentView } from './department.ts';
import { invitationId, pageOfItems, personKey, role, tenantId, time } from './values.ts';

export const invitableRole = role.extract(['admin', 'viewer']).openapi('InvitableRole');

export const invitationView = z
  .object({
    invitationId,
    email: z.string(),
    role: invitableRole,
    employees: z.array(personKey).readonly(),
    departments: z.array(grantedDepartmentView).readonly(),
    createdAt: time,
    expiresAt: time,
    acceptedAt: time.nullable(),
    revokedAt: time.nullable(),
    /** Name of the member. */
    invitedBy: z.string(),
  })
  .openapi('Invitation');

export const invitationPage = pageOfItems(invitationView);

/** What the bearer of the link learns before signing in. */
export const invitationOffer = z
  .object({ company: z.string(), inviter: z.string(), email: z.string(), role: invitableRole, expiresAt: time })
  .openapi('InvitationOffer');

export const acceptedInvitation = z.object({ tenantId }).openapi('AcceptedInvitation');
