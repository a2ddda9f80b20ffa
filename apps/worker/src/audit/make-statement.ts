import { monthRange, previousMonth } from '@highwater/calendar';
import {
  countStatement,
  getTenant,
  inTenant,
  insertStatement,
  insertStatementMail,
  listMembers,
  type Database,
} from '@highwater/db';
import type { Clock, TenantId } from '@highwater/domain';
import type { EnqueueJob } from '@highwater/jobs';
import { auditSystem } from '../audit-system.ts';

/** Owners are among the first members of a company. */
const MOST_MEMBERS = 10_000;

export interface StatementDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly enqueue: EnqueueJob;
}

/**
 * Counts who looked at whom in the month that ended last by the company's clocks, and has it mailed to its owners. A month
 * before the company began has none.
 *
 * Harmless to repeat, to kill and to run twice at once: statement, line, mails and jobs are one transaction, and of two the
 * second finds the month taken and does nothing.
 */
export async function makeStatement({ database, clock, enqueue }: StatementDeps, tenantId: TenantId): Promise<void> {
  await inTenant(database, tenantId, async (tx) => {
    const now = clock.now();
    const { zone, createdAt } = await getTenant(tx);
    const month = previousMonth(zone, now);
    const { from, until } = monthRange(zone, month);
    if (createdAt >= until) return;
    const lines = await countStatement(tx, from, until);
    const statement = { month, zone, fromAt: from, untilAt: until, madeAt: now, lines };
    if (!(await insertStatement(tx, statement))) return;
    const detail = { month, members: lines.length };
    await auditSystem(tx, now, { event: 'statement.made', subject: `statement:${month}`, detail });
    const owners = (await listMembers(tx, { after: null, limit: MOST_MEMBERS })).filter(({ role }) => role === 'owner');
    for (const { memberId } of owners) {
      await insertStatementMail(tx, month, memberId);
      await enqueue(tx, 'send-statement-mail', { tenantId, month, memberId });
    }
  });
}
