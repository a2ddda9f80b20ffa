import type { ExportRow } from '@highwater/db';
import { FaultError, type TenantId, type UnixMs } from '@highwater/domain';
import { conditionCovers } from '@highwater/permissions';
import { sendObject } from '../media/send-object.ts';
import type { AuthorisedMember } from '../verbs/authorise.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

/** Whether a package can be handed to a member now: finished, not expired, and nothing in it is beyond its rights of now. */
export function checkDownload(row: ExportRow, member: AuthorisedMember, now: UnixMs): void {
  if (row.state === 'expired' || (row.expiresAt !== null && row.expiresAt <= now))
    throw new FaultError('export.expired');
  if (row.state === 'cancelled') throw new FaultError('export.cancelled');
  if (row.state === 'failed') throw new FaultError('export.failed');
  if (row.access === null) throw new FaultError('export.not_ready');
  if (!conditionCovers(member.access, row.access))
    throw new FaultError('permission.missing', { detail: { action: 'export' } });
}

export function sendPackage(ctx: VerbContext, tenantId: TenantId, row: ExportRow): Promise<Response> {
  if (row.objectName === null || row.sha256 === null || row.size === null) throw new FaultError('object.missing');
  return sendObject(ctx.deps, ctx.headers, {
    tenantId,
    objectName: row.objectName,
    size: Number(row.size),
    sha256: row.sha256,
    contentType: 'application/zip',
    saveAs: row.fileName ?? 'highwater.zip',
  });
}
