import { AUDIT_PROBLEMS } from '@highwater/crypto';
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

export const auditVerdict = z
  .object({
    /** The latest time of a linked row; null when none is. */
    chainedTo: time.nullable(),
    /** Links that were looked at. */
    rows: z.int(),
    /** The newest signed checkpoint that agrees. */
    checkpoint: z.object({ rows: z.int(), at: time, key: z.string() }).nullable(),
    /** The first of them, each with its place in the chain, its row and its time where they are known. */
    problems: z
      .array(
        z.object({
          kind: z.enum(AUDIT_PROBLEMS),
          position: z.int().nullable(),
          auditId: z.string().nullable(),
          at: time.nullable(),
        }),
      )
      .readonly(),
    problemCount: z.int(),
    /** There is more: ask again with it as `after`. */
    nextAfter: z.int().nullable(),
  })
  .openapi('AuditVerdict');

export const auditPage = pageOfItems(auditView);
