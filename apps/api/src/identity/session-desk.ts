import { endSession, endSessions, listSessions } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import type { AccountDesk } from './account-desk.ts';
import type { IdentityParts } from './identity-parts.ts';

export function createSessionDesk({
  pool,
  audit,
}: IdentityParts): Pick<AccountDesk, 'listSessions' | 'endSession' | 'endOtherSessions'> {
  return {
    // Sessions end by the machine's time, as the library keeps it.
    listSessions: ({ userId }) => listSessions(pool, userId, Date.now()),
    async endSession({ user, visitor }, sessionId) {
      if (!(await endSession(pool, user.userId, sessionId))) throw new FaultError('thing.missing');
      await audit.record(user.userId, 'session.ended', visitor, { sessions: 1 });
    },
    async endOtherSessions({ user, visitor }) {
      const sessions = await endSessions(pool, user.userId, user.sessionId);
      if (sessions > 0) await audit.record(user.userId, 'session.ended', visitor, { sessions });
    },
  };
}
