import type { MemberId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';

export const MONTH = '2026-10';
export const SESSION = 'a session';

/** A reason that holds, a comparison with the chain, and a month's statement that is to be mailed. */
export async function seedAuditFollowUp(tx: db.TenantTx, ownerId: MemberId): Promise<void> {
  await db.updateReasonHours(tx, 8);
  const reason = { memberId: ownerId, sessionId: SESSION, auditId: newId(), at: ROW_TIME, before: 0 };
  await db.saveReason(tx, reason);
  await db.saveAuditCheck(tx, { checkedAt: ROW_TIME, position: 1, problems: 0 });
  await db.insertStatement(tx, {
    month: MONTH,
    zone: 'Asia/Shanghai',
    fromAt: ROW_TIME - 86_400_000,
    untilAt: ROW_TIME,
    madeAt: ROW_TIME,
    lines: [],
  });
  await db.insertStatementMail(tx, MONTH, ownerId);
}
