import type { ExportRow } from '@highwater/db';
import { FaultError, type AccessCondition, type Fault, type TenantId, type UnixMs } from '@highwater/domain';
import { conditionCovers } from '@highwater/permissions';
import { sendObject } from '../media/send-object.ts';
import type { AuthorisedMember } from '../verbs/authorise.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

/** Why a package cannot be handed to a reader now; null when it is finished, not expired, and all in it is within its rights of now. */
export function refusalOf(row: ExportRow, access: AccessCondition, now: UnixMs): Fault | null {
  if (row.state === 'expired' || (row.expiresAt !== null && row.expiresAt <= now)) return 'export.expired';
  if (row.state === 'cancelled') return 'export.cancelled';
  if (row.state === 'failed') return 'export.failed';
  if (row.access === null) return 'export.not_ready';
  return conditionCovers(access, row.access) ? null : 'export.beyond_rights';
}

/** Throws what `refusalOf` tells. */
export function checkDownload(row: ExportRow, member: AuthorisedMember, now: UnixMs): void {
  const refusal = refusalOf(row, member.access, now);
  if (refusal !== null) throw new FaultError(refusal);
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
