import type { FileFilter } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import { fileKind, fileList } from '../schemas/file.ts';
import { fault } from '../schemas/problem.ts';
import { pageQuery } from '../schemas/query-values.ts';
import { connectionId } from '../schemas/values.ts';

/** A part of the media ledger, as it stands in an address. */
export const fileQuery = pageQuery.extend({
  list: fileList,
  connectionId: connectionId.optional(),
  kind: fileKind.optional(),
  fault: fault.optional(),
});

export function filterOf(query: z.output<typeof fileQuery>): FileFilter {
  return {
    list: query.list,
    connectionId: query.connectionId ?? null,
    mediaKind: query.kind ?? null,
    fault: query.fault ?? null,
    mediaId: null,
  };
}
