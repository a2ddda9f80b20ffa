import { readRow } from '@highwater/crypto';
import { listNewestCheckpoints, type MemberRow, type TenantTx } from '@highwater/db';
import type { UnixMs } from '@highwater/domain';
import type { MorningMail } from '@highwater/mail';
import { buildAbility, isAllowed } from '@highwater/permissions';

/** Where each ledger stood at `until`, for a member who may see it; nothing for others. The same whenever it is asked. */
export async function listSeenCheckpoints(
  tx: TenantTx,
  { role, employees }: Pick<MemberRow, 'role' | 'employees'>,
  until: UnixMs,
): Promise<MorningMail['checkpoints']> {
  const ability = buildAbility({ role, grants: employees.length === 0 ? [] : [{ employees }] }, until);
  if (!isAllowed(ability, 'see_completeness')) return [];
  const rows = (await listNewestCheckpoints(tx, until)).map(({ line }) => readRow(line));
  return rows.flatMap((row) =>
    row?.type === 'highwater/v1/checkpoint' ? [{ at: row.at, pages: row.pages, head: row.head }] : [],
  );
}
