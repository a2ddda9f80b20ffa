import type { MemberId, OperatorId, SupportRequestId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { CHEN } from './seed-people.ts';

export const OPERATOR = 'operator-of-the-seed' as OperatorId;
const DAY_MS = 86_400_000;

/** A request that waits for the owner, and one that is open; the latter was looked through once. */
export async function seedSupport(tx: db.TenantTx, ownerId: MemberId) {
  const ask = async (now: number): Promise<SupportRequestId> => {
    const requestId = newId<SupportRequestId>();
    await db.askSupport(tx, {
      requestId,
      operatorId: OPERATOR,
      operatorName: '运营小林',
      reason: '客户反馈消息没有到，需要查看接入',
      scopes: ['health', 'conversations'],
      hours: 4,
      now,
      answerUntil: now + DAY_MS,
    });
    return requestId;
  };
  const openSupportId = await ask(ROW_TIME);
  await db.approveSupport(
    tx,
    openSupportId,
    { scopes: ['conversations'], hours: 2, people: [CHEN], rooms: [], sentFrom: null, sentUntil: null },
    { memberId: ownerId, now: ROW_TIME },
  );
  await db.appendAudit(tx, {
    auditId: newId(),
    at: ROW_TIME + 1,
    memberId: null,
    actor: 'operator',
    event: db.SUPPORT_LOOKED,
    subject: 'route:/v1/conversations',
    detail: { operator: '运营小林', request: 1, operation: 'listConversations' },
    address: null,
    requestId: null,
  });
  return { openSupportId, askedSupportId: await ask(ROW_TIME) };
}
