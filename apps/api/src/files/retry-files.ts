import { findMedia, inTenant, listLanes, retryFiles as queueFiles } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { lackList } from '../schemas/file.ts';
import { fault } from '../schemas/problem.ts';
import { connectionId, mediaId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const retryFilesInput = {
  body: z.strictObject({
    /** One file; otherwise all of this list, connection and cause, stored ones that differ only with their list. */
    mediaId: mediaId.optional(),
    list: lackList.optional(),
    connectionId: connectionId.optional(),
    fault: fault.optional(),
  }),
};

/**
 * Has files that are absent or still to come fetched now. Asked twice, it does nothing more: what is due is due. A stored
 * file that is not as announced is kept until other bytes came; one that a worker holds is left to it. Throws `thing.missing` for one file that is not there.
 */
export async function retryFiles(ctx: VerbContext, raw: RawInput): Promise<{ count: number }> {
  const { tenantId, memberId, rights } = authorise(ctx, 'connect');
  const { body } = parseInput(retryFilesInput, raw);
  const { clock, database, enqueue } = ctx.deps;
  const filter = {
    list: body.list ?? null,
    connectionId: body.connectionId ?? null,
    mediaKind: null,
    fault: body.fault ?? null,
    mediaId: body.mediaId ?? null,
  };
  return inTenant(database, tenantId, async (tx) => {
    const access = rights.access('view');
    if (body.mediaId !== undefined && (await findMedia(tx, access, body.mediaId)) === undefined) {
      throw new FaultError('thing.missing');
    }
    const ids = await queueFiles(tx, access, filter, clock.now());
    await recordAudit(ctx, tx, {
      event: 'files.retried',
      memberId,
      ...(body.mediaId === undefined ? {} : { subject: `media:${body.mediaId}` }),
      detail: {
        files: ids.length,
        ...(body.fault === undefined ? {} : { fault: body.fault }),
        ...(body.connectionId === undefined ? {} : { connectionId: body.connectionId }),
      },
    });
    for (const lane of await listLanes(tx, ids)) await enqueue(tx, 'fetch-media', { tenantId, ...lane });
    return { count: ids.length };
  });
}
