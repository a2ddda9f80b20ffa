import { randomUUID } from 'node:crypto';
import { appendAudit, asPlatform, inTenant, listMemberships, type AuditDetail, type Database } from '@highwater/db';
import { faultOf, type Clock, type Log, type UserId } from '@highwater/domain';
import type { Visitor } from './identity.ts';

export type AccountEvent =
  | 'session.opened'
  | 'session.refused'
  | 'session.ended'
  | 'password.changed'
  | 'password.reset'
  | 'factor.added'
  | 'factor.removed'
  | 'recovery.used'
  | 'recovery.renewed';

export type AccountAudit = ReturnType<typeof createAccountAudit>;

/** What happened to an account, in the log of every company that the person is a member of. */
export function createAccountAudit({ database, clock, log }: { database: Database; clock: Clock; log: Log }) {
  async function record(userId: UserId, event: AccountEvent, visitor: Visitor, detail: AuditDetail = {}) {
    const memberships = await asPlatform(database, 'session look-up', (tx) => listMemberships(tx, userId));
    const at = clock.now();
    for (const { tenantId, memberId } of memberships) {
      const line = { auditId: randomUUID(), at, memberId, actor: 'member', event, subject: null, detail } as const;
      await inTenant(database, tenantId, (tx) => appendAudit(tx, { ...line, ...visitor }));
    }
  }

  return {
    record,
    /** Does not hold up an answer whose time must tell nothing. */
    later(
      work: () => Promise<{ userId: UserId } | undefined>,
      event: AccountEvent,
      visitor: Visitor,
      detail?: AuditDetail,
    ) {
      void work()
        .then((account) => (account === undefined ? undefined : record(account.userId, event, visitor, detail)))
        .catch((error: unknown) => log.warn('account audit failed', { fault: faultOf(error) }));
    },
  };
}
