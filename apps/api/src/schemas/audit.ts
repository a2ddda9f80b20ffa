import { z } from '@hono/zod-openapi';
import { pageOfItems, time } from './values.ts';

export const auditView = z
  .object({
    auditId: z.uuid(),
    at: time,
    actor: z.enum(['member', 'system', 'operator']),
    memberName: z.string().nullable(),
    /** Past tense, dotted: "member.removed". */
    event: z.string(),
    subject: z.string().nullable(),
    detail: z.record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
    ),
    address: z.string().nullable(),
  })
  .openapi('AuditEntry');

export const auditPage = pageOfItems(auditView);
