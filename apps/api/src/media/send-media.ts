import { findMedia, inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { mediaId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { auditOpening } from './audit-opening.ts';
import { saveName } from './save-name.ts';
import { sendObject } from './send-object.ts';

export const sendMediaInput = {
  params: z.strictObject({ mediaId }),
  query: z.strictObject({ download: z.literal('1').optional() }),
};

/** Types that a browser shows or plays without running anything; everything else is saved. SVG is a program. */
const SHOWN = /^(image\/(png|jpeg|gif|webp)|audio\/[\w.+-]+|video\/(mp4|webm))$/;

/** The bytes of a file, when the reader may see its message. */
export async function sendMedia(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params, query } = parseInput(sendMediaInput, raw);
  const file = await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const found = await findMedia(tx, access, params.mediaId);
    if (found === undefined) throw new FaultError('thing.missing');
    if (found.state !== 'stored')
      throw new FaultError(found.state === 'wanted' ? 'media.pending' : (found.fault ?? 'internal'));
    await auditOpening(ctx, tx, memberId, found);
    return found;
  });
  if (file.objectName === null || file.sha256 === null || file.size === null) throw new FaultError('object.missing');
  const shown = file.contentType !== null && SHOWN.test(file.contentType) && query.download === undefined;
  return sendObject(ctx.deps, ctx.headers, {
    tenantId,
    objectName: file.objectName,
    size: Number(file.size),
    sha256: file.sha256,
    contentType: shown && file.contentType !== null ? file.contentType : 'application/octet-stream',
    saveAs: shown ? null : saveName(file),
  });
}
