import { z } from '@hono/zod-openapi';
import { connectionId, keyId, time } from './values.ts';

export const keyView = z
  .object({
    keyId,
    connectionId,
    publicKeyPem: z.string(),
    /** SHA-256 of the public key's DER, hex. */
    fingerprint: z.string(),
    /** WeCom's numbers for it, as messages proved them, in that order. */
    versions: z.array(z.int()).readonly(),
    origin: z.enum(['made', 'imported']),
    note: z.string().nullable(),
    createdAt: time,
    /** Name of the member who asked for it or brought it. */
    addedBy: z.string().nullable(),
    boundAt: time.nullable(),
    /** Envelopes of its versions that are opened. */
    messages: z.int(),
    /** Envelopes of its versions that are not. */
    sealed: z.int(),
    /** No message needs it, and it is not the only one. */
    removable: z.boolean(),
  })
  .openapi('Key');

export const keyList = z.object({
  items: z.array(keyView).readonly(),
  /** Versions that no key of the ring opens, and how many envelopes wait for them. */
  waiting: z.array(z.object({ connectionId, publickeyVer: z.int(), count: z.int(), firstAt: time })).readonly(),
  nextCursor: z.null(),
});

/** Null when the pair is not made yet: it will be in the list. */
export const madeKey = z.object({ key: z.union([keyView, z.null()]) });
