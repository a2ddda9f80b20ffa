import { z } from '@hono/zod-openapi';
import { checkpointView, ledgerCheckView } from './ledger.ts';
import { bigNumber, connectionId, orNull, time } from './values.ts';

const silence = z
  .object({
    /** `start`: before the first answer; `silence`: between two, or since the last one. */
    reason: z.enum(['start', 'silence']),
    /** Null of the start: nobody knows when it began. */
    from: time.nullable(),
    /** Null while it lasts. */
    until: time.nullable(),
  })
  .openapi('Silence');

export const completenessView = z
  .object({
    /** When this was so. */
    at: time,
    connections: z
      .array(
        z.object({
          connectionId,
          corpId: z.string(),
          name: z.string(),
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
          /** Times of which nobody can prove that nothing is missing, newest first. */
          unprovable: z.array(silence).readonly(),
          /** Times of one to five days without a good answer, newest first: what came then was fetched afterwards. */
          silences: z.array(silence).readonly(),
          /** After a day without a good answer: when WeCom begins to drop what it has not handed out. */
          lossBeginsAt: time.nullable(),
          /** The newest one. */
          checkpoint: orNull(checkpointView),
          check: orNull(ledgerCheckView),
        }),
      )
      .readonly(),
  })
  .openapi('Completeness');
