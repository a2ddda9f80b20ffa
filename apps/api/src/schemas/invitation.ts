import { z } from '@hono/zod-openapi';
import { grantedDepartmentView } from './department.ts';
import { offeredGrantView } from './grant.ts';
import { invitationId, orNull, pageOfItems, personKey, role, roleId, tenantId, time } from './values.ts';

export const invitationView = z
  .object({
    invitationId,
    email: z.string(),
    role,
    /** Of a role that the company made itself. */
    roleId: orNull(roleId),
    roleName: z.string().nullable(),
    personKey: orNull(personKey),
    /** Named one by one by its grants. */
    employees: z.array(personKey).readonly(),
    departments: z.array(grantedDepartmentView).readonly(),
    /** What the member will have. */
    grants: z.array(offeredGrantView).readonly(),
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
  .object({
    company: z.string(),
    inviter: z.string(),
    email: z.string(),
    role,
    roleName: z.string().nullable(),
    expiresAt: time,
    hasSingleSignOn: z.boolean().openapi({ description: 'The company’s own provider lets people accept it too' }),
  })
  .openapi('InvitationOffer');

export const acceptedInvitation = z.object({ tenantId }).openapi('AcceptedInvitation');
