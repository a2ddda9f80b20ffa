import { findApiKey, findMember, listGrantsOf, type ExportRow, type TenantTx } from '@highwater/db';
import type { AccessCondition, UnixMs } from '@highwater/domain';
import { accessCondition, buildAbility, intersectConditions } from '@highwater/permissions';
import { accessOfMember } from './access-of-member.ts';

/** What may be in a package now: what its member may export, and of one that a key asked for no more than the key may. */
export async function accessOfExport(
  tx: TenantTx,
  { requestedBy, apiKeyId }: Pick<ExportRow, 'requestedBy' | 'apiKeyId'>,
  now: UnixMs,
): Promise<AccessCondition> {
  const access = await accessOfMember(tx, requestedBy, 'export', now);
  if (apiKeyId === null) return access;
  const key = await findApiKey(tx, apiKeyId);
  const member = await findMember(tx, requestedBy);
  const isOver = key === undefined || key.revokedAt !== null || key.expiresAt <= now;
  if (isOver || member === undefined) return { kind: 'none' };
  const grants = await listGrantsOf(tx, { personKey: member.personKey, grants: key.grants });
  const own = accessCondition(buildAbility({ actions: key.scopes, reach: 'granted', grants }, now), 'export');
  return intersectConditions(access, own);
}
