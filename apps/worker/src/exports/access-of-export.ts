import { findApiKey, findMember, listGrantsOf, type ExportRow, type TenantTx } from '@highwater/db';
import { FaultError, type AccessCondition, type UnixMs } from '@highwater/domain';
import { accessCondition, buildAbility, intersectConditions } from '@highwater/permissions';
import { accessOfMember } from './access-of-member.ts';

/**
 * What may be in a package now: what its member may export, and of one that a key asked for no more than the key may. Throws
 * `api_key.ended` where the key opens nothing any more, `permission.missing` where nothing may be in it.
 */
export async function accessOfExport(
  tx: TenantTx,
  row: Pick<ExportRow, 'requestedBy' | 'apiKeyId'>,
  now: UnixMs,
): Promise<AccessCondition> {
  const access = await accessNow(tx, row, now);
  if (access.kind === 'none') throw new FaultError('permission.missing');
  return access;
}

async function accessNow(
  tx: TenantTx,
  { requestedBy, apiKeyId }: Pick<ExportRow, 'requestedBy' | 'apiKeyId'>,
  now: UnixMs,
): Promise<AccessCondition> {
  const access = await accessOfMember(tx, requestedBy, 'export', now);
  if (apiKeyId === null) return access;
  const key = await findApiKey(tx, apiKeyId);
  const member = await findMember(tx, requestedBy);
  if (key === undefined || key.revokedAt !== null || key.expiresAt <= now) throw new FaultError('api_key.ended');
  if (member === undefined) return { kind: 'none' };
  const grants = await listGrantsOf(tx, { personKey: member.personKey, grants: key.grants });
  const own = accessCondition(buildAbility({ actions: key.scopes, reach: 'granted', grants }, now), 'export');
  return intersectConditions(access, own);
}
