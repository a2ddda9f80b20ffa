import {
  findMember,
  findStatement,
  getTenant,
  inTenant,
  isStatementUnmailed,
  markStatementMailed,
} from '@highwater/db';
import type { MemberId, TenantId } from '@highwater/domain';
import { statementMail } from '@highwater/mail';
import { findSeenAuditCheckpoint } from '../audit/find-audit-checkpoint.ts';
import { auditSystem } from '../audit-system.ts';
import { messageIdOf, type MailDeps } from './mail-deps.ts';

/**
 * Mails a month's statement, numbers and a link, to an owner; to nobody who is none any more. A repeated try sends the same
 * mail under the same id; a kill between sending and noting it sends that mail twice, never none.
 */
export async function sendStatementMail(
  deps: MailDeps,
  tenantId: TenantId,
  { month, memberId }: { readonly month: string; readonly memberId: MemberId },
): Promise<void> {
  const prepared = await inTenant(deps.database, tenantId, async (tx) => {
    if (!(await isStatementUnmailed(tx, month, memberId))) return undefined;
    const [member, statement, tenant] = [
      await findMember(tx, memberId),
      await findStatement(tx, month),
      await getTenant(tx),
    ];
    if (member?.role !== 'owner' || statement === undefined) return undefined;
    const content = statementMail({
      language: member.language ?? tenant.language,
      companyName: tenant.name,
      month,
      lines: statement.lines,
      checkpoint: await findSeenAuditCheckpoint(tx, member, statement.madeAt),
      timeZone: statement.zone,
      link: `${deps.portalUrl}/audit/statements/${month}`,
    });
    return { content, to: member.email };
  });
  if (prepared === undefined) return;
  await deps.mailer.send({
    ...prepared.content,
    to: prepared.to,
    messageId: messageIdOf(deps.portalUrl, `statement-${tenantId}-${month}-${memberId}`),
  });
  deps.failpoint('mail.sent');
  await inTenant(deps.database, tenantId, async (tx) => {
    const now = deps.clock.now();
    if (!(await markStatementMailed(tx, month, memberId, now))) return;
    await auditSystem(tx, now, { event: 'statement.mailed', subject: `statement:${month}`, detail: { to: memberId } });
  });
}
