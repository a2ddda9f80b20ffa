import { z } from '@hono/zod-openapi';
import { action, orNull, reach, role, roleId, time } from './values.ts';

export const roleView = z
  .object({
    role,
    /** Of a role that the company made itself, with its name and when. */
    roleId: orNull(roleId),
    name: z.string().nullable(),
    madeAt: orNull(time),
    actions: z.array(action).readonly(),
    reach,
    /** Members who have it, and open invitations that offer it. */
    members: z.int(),
    invitations: z.int(),
    /** Whether the asker has all of it, and may give it. */
    mayGive: z.boolean(),
  })
  .openapi('RoleInCompany');

export const roleList = z.object({ items: z.array(roleView).readonly() });
