import { z } from '@hono/zod-openapi';
import { tenantId, time } from './values.ts';

export const operatorTenantView = z
  .object({
    tenantId,
    name: z.string(),
    status: z.enum(['active', 'suspended']),
    createdAt: time,
    members: z.int(),
    connections: z.int(),
    /** Envelopes stored. */
    messages: z.int(),
    lastPullAt: time.nullable(),
    openFindings: z.int(),
  })
  .openapi('OperatorTenant');

export const operatorTenantList = z.object({ items: z.array(operatorTenantView).readonly(), nextCursor: z.null() });
