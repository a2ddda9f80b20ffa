import { asPlatform, inTenant, listAuditsToCheck, listStatementsDue } from '@highwater/db';
import type { MemberId, TenantId } from '@highwater/domain';
import type { Handlers } from '../chain-handlers.ts';
import { forEachApart } from '../for-each-apart.ts';
import type { LedgerDeps } from '../ledger/ledger-deps.ts';
import type { MailDeps } from '../mail/mail-deps.ts';
import { sendBreakMail } from '../mail/send-break-mail.ts';
import { sendStatementMail } from '../mail/send-statement-mail.ts';
import type { Sweep } from '../sweep/sweep.ts';
import { checkAudit } from './check-audit.ts';
import { makeStatement, type StatementDeps } from './make-statement.ts';

/** Tenants looked after per tick; the rest waits for the next one. */
const PER_TICK = 200;
/** The log is compared with its chain so often. */
export const AUDIT_CHECK_MS = 24 * 3_600_000;

export function createAuditHandlers(
  deps: LedgerDeps & MailDeps,
): Pick<Handlers, 'check-audit' | 'send-statement-mail' | 'send-break-mail'> {
  return {
    'check-audit': (job, signal) => checkAudit(deps, job.tenantId as TenantId, signal),
    'send-statement-mail': ({ tenantId, month, memberId }) =>
      sendStatementMail(deps, tenantId as TenantId, { month, memberId: memberId as MemberId }),
    'send-break-mail': ({ tenantId, memberId }) =>
      sendBreakMail(deps, tenantId as TenantId, { memberId: memberId as MemberId }),
  };
}

/** Has logs compared that were not for a day, and statements made of months that are over. */
export function createAuditFollowUps(deps: LedgerDeps & StatementDeps): readonly Sweep[] {
  const { database } = deps;
  return [
    {
      name: 'audit checks',
      async run(_deps, now) {
        const due = await asPlatform(database, 'sweep', (tx) => listAuditsToCheck(tx, now - AUDIT_CHECK_MS, PER_TICK));
        await forEachApart(due, async (tenantId) => {
          await inTenant(database, tenantId, (tx) => deps.enqueue(tx, 'check-audit', { tenantId }));
        });
      },
    },
    {
      name: 'statements',
      async run(_deps, now) {
        const due = await asPlatform(database, 'sweep', (tx) => listStatementsDue(tx, now, PER_TICK));
        await forEachApart(due, ({ tenantId }) => makeStatement(deps, tenantId));
      },
    },
  ];
}
