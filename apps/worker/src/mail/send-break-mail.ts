import { findMember, findOpenFinding, getTenant, inTenant } from '@highwater/db';
import type { MemberId, TenantId } from '@highwater/domain';
import { auditBreakMail } from '@highwater/mail';
import { auditSystem } from '../audit-system.ts';
import { messageIdOf, type MailDeps } from './mail-deps.ts';

/**
 * Tells an owner that the audit log does not agree with its chain; nobody who is none any more, and nobody once it agrees
 * again. A repeated try, or a kill between sending and noting it, sends the same mail under the same id.
 */
export async function sendBreakMail(
  deps: MailDeps,
  tenantId: TenantId,
  { memberId }: { readonly memberId: MemberId },
): Promise<void> {
  const prepared = await inTenant(deps.database, tenantId, async (tx) => {
    const broken = await findOpenFinding(tx, 'audit.broken', 'audit:chain');
    const [member, tenant] = [await findMember(tx, memberId), await getTenant(tx)];
    if (broken === undefined || member?.role !== 'owner') return undefined;
    const content = auditBreakMail({
      language: member.language ?? tenant.language,
      companyName: tenant.name,
      problems: Number(broken.detail['problems']),
      since: broken.since,
      timeZone: tenant.zone,
      link: `${deps.portalUrl}/audit/verify`,
    });
    return { content, to: member.email, since: broken.since };
  });
  if (prepared === undefined) return;
  await deps.mailer.send({
    ...prepared.content,
    to: prepared.to,
    messageId: messageIdOf(deps.portalUrl, `audit-broken-${tenantId}-${prepared.since}-${memberId}`),
  });
  deps.failpoint('mail.sent');
  await inTenant(deps.database, tenantId, (tx) =>
    auditSystem(tx, deps.clock.now(), {
      event: 'audit.break_mailed',
      subject: 'audit:chain',
      detail: { to: memberId },
    }),
  );
}
