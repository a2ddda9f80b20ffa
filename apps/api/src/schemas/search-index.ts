import { z } from '@hono/zod-openapi';
import { orNull, time } from './values.ts';

export const indexProgress = z.object({ done: z.int(), total: z.int() }).openapi('IndexProgress');

/** The state of a company's search index. */
export const searchIndexView = z
  .object({
    /** Which index answers searches now. */
    engine: z.enum(['postgres', 'typesense']),
    /** Messages of the archive, those included that wait for a key. */
    total: z.int(),
    /** Messages that a search finds. */
    indexed: z.int(),
    /** Messages that are found by people, time and type, and not by words: their kept text does not open. */
    unreadable: z.int(),
    state: z.enum(['complete', 'indexing', 'rebuilding', 'repairing']),
    /** Of the check or the rebuild under way. */
    progress: orNull(indexProgress),
    /** What the last whole check found, before it repaired that; null before the first. */
    drift: z
      .object({ missing: z.int(), extra: z.int(), differing: z.int(), examined: z.int(), checkedAt: time })
      .nullable(),
    /** The fast search server; null where the company cannot have it. */
    typesense: z
      .object({
        offered: z.boolean(),
        on: z.boolean(),
        /** It answers, as far as is known. */
        ready: z.boolean(),
        /** Messages that it holds. */
        indexed: z.int(),
        /** Changes that it does not hold yet; 10,000 when there are more. */
        waiting: z.int(),
        /** It was switched off and what it held is being removed. */
        leaving: z.boolean(),
        changedAt: time.nullable(),
        checkedAt: time.nullable(),
        progress: orNull(indexProgress),
      })
      .nullable(),
  })
  .openapi('SearchIndex');
