import { z } from '@hono/zod-openapi';
import { fault, params } from './problem.ts';
import { bigNumber, connectionId, keyId, time, orNull } from './values.ts';

export const pullMode = z.enum(['continuous', 'daily']);

/** The secrets beside the archive's: of an app with customer contact, and of contacts. */
export const furtherPurpose = z.enum(['customer_contact', 'contacts']);

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
    /** To be entered at WeCom: the newest made key's, or when that is in use, the key's of the highest version. */
    publicKeyPem: z.string().nullable(),
    /** The highest version of that key; null until a message proved one. */
    publicKeyVersion: z.int().nullable(),
    keys: z
      .array(z.object({ keyId, versions: z.array(z.int()).readonly(), boundAt: time.nullable(), createdAt: time }))
      .readonly(),
    pulling: z.object({
      mode: pullMode,
      /** "HH:MM" in `zone`; null when continuous. */
      timeOfDay: z.string().nullable(),
      zone: z.string(),
      nextPullAt: time,
      /** When the pull under way began. */
      startedAt: time.nullable(),
      /** Until a pull may be asked for again; 0 when it may. */
      waitSeconds: z.int(),
    }),
    /** Null when WeCom was given no address to call. */
    callback: z
      .object({
        setAt: time,
        setBy: z.string().nullable(),
        lastEventAt: time.nullable(),
        /** Events of today in the company's zone. */
        today: z.int(),
      })
      .nullable(),
    /** Those beside the archive's that were set, and what their newest proof said; no secret is among it. */
    secrets: z
      .array(
        z.object({
          purpose: furtherPurpose,
          state: z.enum(['unproven', 'accepted', 'refused']),
          fault: orNull(fault),
          params,
          setAt: time,
          setBy: z.string().nullable(),
          checkedAt: time.nullable(),
        }),
      )
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

/** Shown once; to be entered at WeCom. */
export const callbackSecretsView = z
  .object({ url: z.string(), token: z.string(), encodingAesKey: z.string(), setAt: time })
  .openapi('CallbackSecrets');

export const repullView = z
  .object({
    repullId: z.uuid(),
    fromSeq: bigNumber,
    toSeq: bigNumber,
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    /** Numbers in the range. */
    asked: z.int(),
    /** Of those, how many WeCom was asked for so far. */
    done: z.int(),
    /** Of those, how many WeCom returned. */
    returned: z.int(),
    /** Of those, how many were not stored before, or with other bytes. */
    kept: z.int(),
    fault: orNull(fault),
    params,
    requestedBy: z.string().nullable(),
    createdAt: time,
    finishedAt: time.nullable(),
  })
  .openapi('Repull');

export const repullList = z.object({ items: z.array(repullView).readonly(), nextCursor: z.null() });

export const connectionList = z.object({ items: z.array(connectionView).readonly(), nextCursor: z.null() });
