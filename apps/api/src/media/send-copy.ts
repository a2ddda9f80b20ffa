import { openFileText } from '@highwater/crypto';
import { findFileText, findMediaCopy, inTenant, type CopyRow, type MediaCopy, type MediaRow } from '@highwater/db';
import { FaultError, type CopyName, type Fault, type TenantId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { mediaId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { auditGlance, auditOpening } from './audit-opening.ts';
import { saveName } from './save-name.ts';
import { fileHeaders, sendObject } from './send-object.ts';

const COPIES = ['audio', 'thumbnail', 'poster', 'text'] as const satisfies readonly CopyName[];

export const sendCopyInput = { params: z.strictObject({ mediaId, copy: z.enum(COPIES) }) };

/** What copies are made as. Anything else would be saved. */
const SHOWN = /^(image\/(png|jpeg|webp)|audio\/(wav|mpeg|mp4|ogg))$/;

/** The bytes of a copy of a file, when the reader may see its message. Text is saved, never shown in place. */
export async function sendCopy(ctx: VerbContext, raw: RawInput): Promise<Response> {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params } = parseInput(sendCopyInput, raw);
  const { file, copy, sealedText } = await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const found = await findMediaCopy(tx, access, params.mediaId, params.copy);
    if (found === undefined) throw new FaultError('thing.missing');
    const made = checkMade(found);
    const isGlance = params.copy === 'thumbnail' || params.copy === 'poster';
    await (isGlance ? auditGlance : auditOpening)(ctx, tx, memberId, found.file);
    const text = params.copy === 'text' ? await findFileText(tx, made.sha256) : undefined;
    return { file: found.file, copy: made, sealedText: text };
  });
  if (params.copy === 'text') return sendText(ctx, tenantId, file, copy, sealedText);
  if (copy.objectName === null || copy.size === null) throw new FaultError('object.missing');
  const shown = copy.contentType !== null && SHOWN.test(copy.contentType);
  return sendObject(ctx.deps, ctx.headers, {
    tenantId,
    objectName: copy.objectName,
    size: Number(copy.size),
    sha256: copy.sha256,
    tag: `${copy.sha256.slice(0, 32)}-${copy.copy}-${copy.makerVersion}`,
    contentType: shown && copy.contentType !== null ? copy.contentType : 'application/octet-stream',
    saveAs: shown ? null : saveName(file),
  });
}

/** A copy that is there; else why not. A type that has no such copy has nothing at this address. */
function checkMade({ file, copy, isPending }: MediaCopy): CopyRow {
  if (file.state !== 'stored')
    throw new FaultError(file.state === 'wanted' ? 'media.pending' : (file.fault ?? 'internal'));
  if (copy === undefined)
    throw isPending ? new FaultError('copy.pending') : new FaultError('thing.missing', { field: 'copy' });
  const fault: Fault | null = copy.state === 'made' ? null : (copy.fault ?? 'copy.unreadable');
  if (fault !== null) throw new FaultError(fault);
  return copy;
}

async function sendText(
  ctx: VerbContext,
  tenantId: TenantId,
  file: MediaRow,
  copy: CopyRow,
  sealed: Buffer | undefined,
): Promise<Response> {
  if (sealed === undefined) throw new FaultError('object.missing');
  const subkey = await ctx.deps.tenantKeys.subkey(tenantId, 'plaintext');
  const text = Buffer.from(openFileText(subkey, tenantId, copy.sha256, sealed), 'utf8');
  const headers = fileHeaders({ contentType: 'text/plain; charset=utf-8', saveAs: `${saveName(file)}.txt` });
  headers.set('Content-Length', String(text.length));
  return new Response(new Uint8Array(text), { headers });
}
