import { z } from '@hono/zod-openapi';
import { direction, searchEngine, searchTotal } from './message.ts';
import { personView } from './person.ts';
import { roomId } from './values.ts';

const count = z.int();

/**
 * How what was found is spread. With words of three characters or more these are numbers of candidates, which may be more
 * than match: the total says so.
 */
export const searchFacets = z
  .object({
    total: searchTotal.extend({ atMost: count }),
    /** Days of the company's zone that have any, ascending. */
    days: z.array(z.object({ day: z.iso.date(), count })).readonly(),
    /** Most first. */
    kinds: z.array(z.object({ kind: z.string(), count })).readonly(),
    directions: z.array(z.object({ direction, count })).readonly(),
    /** Most first, at most 20. */
    people: z.array(z.object({ person: personView, count })).readonly(),
    /** Most first, at most 20; the name is null where the reader knows none. */
    rooms: z.array(z.object({ roomId, name: z.string().nullable(), isExternal: z.boolean(), count })).readonly(),
    engine: searchEngine,
  })
  .openapi('SearchFacets');
