import { findExport, type ExportRow, type TenantTx } from '@highwater/db';
import { FaultError, type ExportId } from '@highwater/domain';
import type { AuthorisedMember } from '../verbs/authorise.ts';

/** An export that the member may know of: its own, or any when it sees every message; a key its own alone. Others are missing. */
export async function findReadableExport(
  tx: TenantTx,
  member: AuthorisedMember,
  exportId: ExportId,
): Promise<ExportRow> {
  const row = await findExport(tx, exportId);
  if (row === undefined) throw new FaultError('thing.missing');
  const isOwn = member.apiKeyId === null ? row.requestedBy === member.memberId : row.apiKeyId === member.apiKeyId;
  if (!isOwn && (member.apiKeyId !== null || member.access.kind !== 'all')) throw new FaultError('thing.missing');
  return row;
}
