import { readRow } from '@highwater/crypto';
import { listNewestCheckpoints, type MemberRow, type TenantTx } from '@highwater/db';
import type { UnixMs } from '@highwater/domain';
import type { MorningMail } from '@highwater/mail';
import { buildAbility, isAllowed, rightsOfMember } from '@highwater/permissions';

/** Where each ledger stood at `until`, for a member who may see it; nothing for others. The same whenever it is asked. */
export async function listSeenCheckpoints(
  tx: TenantTx,
  member: Pick<MemberRow, 'role' | 'customRole'>,
  until: UnixMs,
): Promise<MorningMail['checkpoints']> {
  // It is of the company as a whole: grants are of messages.
  const ability = buildAbility({ ...rightsOfMember(member), grants: [] }, until);
  if (!isAllowed(ability, 'see_completeness')) return [];
  const rows = (await listNewestCheckpoints(tx, until)).map(({ line }) => readRow(line));
  return rows.flatMap((row) =>
    row?.type === 'highwater/v1/checkpoint' ? [{ at: row.at, pages: row.pages, head: row.head }] : [],
  );
}
