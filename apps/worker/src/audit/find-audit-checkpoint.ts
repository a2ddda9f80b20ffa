import { readRow } from '@highwater/crypto';
import { findNewestAuditCheckpoint, type MemberRow, type TenantTx } from '@highwater/db';
import type { UnixMs } from '@highwater/domain';
import { buildAbility, isAllowed, rightsOfMember } from '@highwater/permissions';

/** Where the audit log stood at a time, as mails say it. */
export interface SeenAuditCheckpoint {
  readonly at: UnixMs;
  readonly rows: number;
  readonly head: string;
}

/** Where the audit log stood at `until`, for a member who may see it; null for others. The same whenever it is asked. */
export async function findSeenAuditCheckpoint(
  tx: TenantTx,
  member: Pick<MemberRow, 'role' | 'customRole'>,
  until: UnixMs,
): Promise<SeenAuditCheckpoint | null> {
  const ability = buildAbility({ ...rightsOfMember(member), grants: [] }, until);
  if (!isAllowed(ability, 'see_audit')) return null;
  const line = await findNewestAuditCheckpoint(tx, until);
  const row = line === undefined ? undefined : readRow(line);
  return row?.type === 'highwater/v1/audit-checkpoint' ? { at: row.at, rows: row.rows, head: row.head } : null;
}
