import { z } from '@hono/zod-openapi';
import { bigNumber, connectionId, orNull, pageOfItems, time } from './values.ts';

/** No key of the version, a key that does not fit, or a damaged envelope. */
export const cause = z.enum(['key_missing', 'key_wrong', 'unreadable']).openapi('QuarantineCause');
export const reparseScope = z.enum(['all', 'unknown', 'outdated']).openapi('ReparseScope');

export const repairView = z
  .object({
    runId: z.uuid(),
    connectionId,
    work: z.enum(['reopen', 'reparse']),
    /** Of a reopening: only envelopes of this cause. */
    cause: orNull(cause),
    /** Of a reopening: only envelopes of this version. */
    publickeyVer: z.int().nullable(),
    /** Of a parsing: which messages. */
    among: orNull(reparseScope),
    /** Null until counted. */
    total: z.int().nullable(),
    done: z.int(),
    /** Envelopes that opened, messages that are understood otherwise than before. */
    changed: z.int(),
    startedAt: time,
    finishedAt: time.nullable(),
  })
  .openapi('Repair');

export const quarantineView = z
  .object({
    groups: z
      .array(
        z.object({
          connectionId,
          corpId: z.string(),
          cause,
          /** Of sealed envelopes. */
          publickeyVer: z.int().nullable(),
          count: z.int(),
          /** When the first and the last were received. */
          firstAt: time,
          lastAt: time,
          firstSeq: bigNumber,
          lastSeq: bigNumber,
          /** From when on WeCom no longer keeps the first of them, nor the files that it names. */
          windowEndsAt: time,
        }),
      )
      .readonly(),
    /** Opened messages that are not understood. */
    unknown: z
      .array(
        z.object({
          connectionId,
          corpId: z.string(),
          /** WeCom's word; null when the message names none. */
          type: z.string().nullable(),
          /** The type is known; the content is not as that type's is. */
          isKnown: z.boolean(),
          count: z.int(),
          firstAt: time,
          lastAt: time,
        }),
      )
      .readonly(),
    /** Under way first, then the last ones. */
    repairs: z.array(repairView).readonly(),
  })
  .openapi('Quarantine');

export const quarantinedPage = pageOfItems(
  z
    .object({
      connectionId,
      seq: bigNumber,
      publickeyVer: z.int(),
      cause,
      receivedAt: time,
    })
    .openapi('QuarantinedEnvelope'),
);
