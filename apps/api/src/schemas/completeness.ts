import { z } from '@hono/zod-openapi';
import { bigNumber, connectionId, time } from './values.ts';

export const completenessView = z
  .object({
    connections: z
      .array(
        z.object({
          connectionId,
          corpId: z.string(),
          /** Everything WeCom returned up to here is stored. */
          lastSeq: bigNumber,
          /** When WeCom last answered. */
          asOf: time.nullable(),
          /** Envelopes. */
          stored: z.int(),
          opened: z.int(),
          sealed: z.int(),
          unreadable: z.int(),
          /** Messages of a kind not known. */
          unknown: z.int(),
          /** Numbers that WeCom did not return, inclusive; the newest 200 ranges. */
          unseen: z.array(z.object({ from: bigNumber, to: bigNumber })).readonly(),
          unseenTotal: bigNumber,
          pages: z.int(),
          chainHead: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi('Completeness');
