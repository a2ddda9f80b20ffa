import { z } from '@hono/zod-openapi';
import { fault } from './problem.ts';
import { mediaId, orNull, time } from './values.ts';

/** Pixels. */
const picture = z.object({ url: z.string(), width: z.int(), height: z.int() });

export const mediaView = z
  .object({
    mediaId,
    /** Its place in the message ("image", "mixed.item[1]"). */
    path: z.string(),
    mediaKind: z.enum(['image', 'voice', 'video', 'emotion', 'file', 'call']),
    fileName: z.string().nullable(),
    contentType: z.string().nullable(),
    /** Bytes. */
    size: z.number().nullable(),
    state: z.enum(['wanted', 'stored', 'absent']),
    /** Why it is absent, or why it is still wanted. */
    fault: orNull(fault),
    /** Where its bytes are, once stored. */
    url: z.string().nullable(),
    /** Of the stored bytes, in hex. */
    sha256: z.string().nullable(),
    /** What WeCom's md5 said of the bytes; null until they came. */
    md5State: orNull(z.enum(['agreed', 'absent', 'differed']).openapi('Md5State')),
    /** Of a file that is still wanted: after this WeCom has it no more. */
    expiresAt: time.nullable(),
    /** What was made of it to be played, shown small and found; beside the original, never instead of it. */
    copies: z.object({
      audio: z
        .object({
          url: z.string(),
          seconds: z.number(),
          /** 0 to 100, at most 200 of them, evenly over the whole. */
          peaks: z.array(z.number()).readonly(),
        })
        .nullable(),
      thumbnail: picture.nullable(),
      poster: picture.nullable(),
      text: z.object({ url: z.string(), characters: z.int(), isCut: z.boolean() }).nullable(),
    }),
    /** Why there is no copy of a type that has one, or not yet. */
    copyFault: orNull(fault),
  })
  .openapi('Media');
