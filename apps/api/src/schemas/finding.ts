import { z } from '@hono/zod-openapi';
import { fault, params } from './problem.ts';
import { findingId, pageOfItems, time } from './values.ts';

export const findingView = z
  .object({
    findingId,
    fault,
    /** In the language of the request. */
    title: z.string(),
    cure: z.string(),
    /** Where it is cured: pages of WeCom's console or of ours. Empty when there is nothing to do. */
    places: z.array(z.string()).readonly(),
    /** What it means for completeness. */
    means: z.string().nullable(),
    /** What it is about ("connection:<id>"). */
    subject: z.string(),
    params,
    count: z.int(),
    since: time,
    lastAt: time,
    resolvedAt: time.nullable(),
  })
  .openapi('Finding');

export const findingPage = pageOfItems(findingView);
