import { z } from '@hono/zod-openapi';
import { connectionView } from './connection.ts';
import { findingView } from './finding.ts';
import { bigNumber, messageId, time, orNull } from './values.ts';

/** For a reader whose grant is limited, counts are of what the reader may see and the rest is zero. */
export const overviewView = z
  .object({
    connection: orNull(connectionView),
    storedMessages: z.int(),
    lastSeq: bigNumber,
    lastPullAt: time.nullable(),
    lastAnswerAt: time.nullable(),
    /** Until WeCom drops the first message that was not pulled, if it does not answer again; of the connection that is nearest to it. */
    hoursLeft: z.int().nullable(),
    /** The time whose messages WeCom dropped already: from its last answer until five days ago. It grows until WeCom answers. */
    mayBeLost: z.object({ from: time, until: time }).nullable(),
    /** Messages archived since midnight in the company's zone. */
    today: z.int(),
    sealed: z.int(),
    unreadable: z.int(),
    /** Numbers that WeCom did not return. */
    unseen: z.number(),
    mediaWanted: z.int(),
    mediaAbsent: z.int(),
    findings: z.array(findingView).readonly(),
    firstMessageId: orNull(messageId),
  })
  .openapi('Overview');
