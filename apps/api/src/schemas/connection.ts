import { z } from '@hono/zod-openapi';
import { fault, params } from './problem.ts';
import { bigNumber, connectionId, keyId, time, orNull } from './values.ts';

export const connectionView = z
  .object({
    connectionId,
    corpId: z.string(),
    name: z.string(),
    createdAt: time,
    cursorSeq: bigNumber,
    lastPullAt: time.nullable(),
    lastAnswerAt: time.nullable(),
    secretSetAt: time,
    /** Name of the member, null when unknown. */
    secretSetBy: z.string().nullable(),
    /** To be entered at WeCom. */
    trustedIps: z.array(z.string()).readonly(),
    /** The newest key's; to be entered at WeCom. */
    publicKeyPem: z.string().nullable(),
    publicKeyVersions: z
      .array(z.object({ keyId, publickeyVer: z.int().nullable(), boundAt: time.nullable(), createdAt: time }))
      .readonly(),
    checks: z
      .array(
        z.object({
          step: z.enum(['credentials', 'address', 'key', 'first_message']),
          state: z.enum(['passed', 'failed', 'waiting']),
          fault: orNull(fault),
          params,
          checkedAt: time,
        }),
      )
      .readonly(),
  })
  .openapi('Connection');

export const connectionList = z.object({ items: z.array(connectionView).readonly(), nextCursor: z.null() });

export const keyView = z
  .object({
    keyId,
    connectionId,
    publicKeyPem: z.string(),
    publickeyVer: z.int().nullable(),
    createdAt: time,
    boundAt: time.nullable(),
    /** Envelopes of its version. */
    messages: z.int(),
  })
  .openapi('Key');

export const keyList = z.object({ items: z.array(keyView).readonly(), nextCursor: z.null() });
