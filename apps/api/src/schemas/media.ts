import { z } from '@hono/zod-openapi';
import { fault } from './problem.ts';
import { mediaId, orNull } from './values.ts';

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
  })
  .openapi('Media');
