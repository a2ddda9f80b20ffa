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
  time,
  orNull,
} from './values.ts';

export const tenantView = z.object({ tenantId, name: z.string(), zone: z.string(), language }).openapi('Tenant');

export const meView = z
  .object({
    user: z.object({ name: z.string(), email: z.string() }),
    tenant: orNull(tenantView),
    memberId: orNull(memberId),
    role: orNull(role),
    /** Of a role that the company made itself. */
    roleName: z.string().nullable(),
    tenants: z.array(z.object({ tenantId, name: z.string(), role })).readonly(),
    actions: z.array(action).readonly(),
    /** Actions on messages that the role has, and no grant opens anywhere. */
    ungranted: z.array(action).readonly(),
    /** Support access: how many requests wait for the owner and are open; of support itself, which access it looks through. */
    support: z.object({
      waiting: z.int(),
      open: z.int(),
      looking: z.object({ number: z.int(), until: time }).nullable(),
    }),
    /** The company that was asked for opens with a second factor only, and the session has none. */
    factorRequired: orNull(z.object({ tenantId, name: z.string() })),
    /** The company that was asked for lets nobody in from this address. */
    outside: orNull(z.object({ tenantId, name: z.string(), address: z.string() })),
    /** The company that was asked for is entered with its own sign-in only, and the session is not of it. */
    signOnRequired: orNull(z.object({ tenantId, name: z.string() })),
    language,
    /** Whose messages the member may view. */
    scope: z.object({
      kind: z.enum(['all', 'none', 'where']),
      employees: z.array(personKey).readonly(),
      departments: z.array(departmentPlace.extend({ asOf: departmentsAsOf })).readonly(),
    }),
  })
  .openapi('Me');
