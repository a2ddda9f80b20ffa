import { z } from '@hono/zod-openapi';
import {
  action,
  departmentPlace,
  departmentsAsOf,
  language,
  memberId,
  personKey,
  role,
  tenantId,
  orNull,
} from './values.ts';

export const tenantView = z.object({ tenantId, name: z.string(), zone: z.string(), language }).openapi('Tenant');

export const meView = z
  .object({
    user: z.object({ name: z.string(), email: z.string() }),
    tenant: orNull(tenantView),
    memberId: orNull(memberId),
    role: orNull(role),
    tenants: z.array(z.object({ tenantId, name: z.string(), role })).readonly(),
    actions: z.array(action).readonly(),
    operator: z.boolean(),
    language,
    /** Whose messages the member may view. */
    scope: z.object({
      kind: z.enum(['all', 'none', 'where']),
      employees: z.array(personKey).readonly(),
      departments: z.array(departmentPlace.extend({ asOf: departmentsAsOf })).readonly(),
    }),
  })
  .openapi('Me');
