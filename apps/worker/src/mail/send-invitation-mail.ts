import { deriveLinkToken } from '@highwater/crypto';
import { findInvitation, getTenant, inTenant } from '@highwater/db';
import type { InvitationId, TenantId } from '@highwater/domain';
import { invitationMail } from '@highwater/mail';
import { auditSystem } from '../audit-system.ts';
import { messageIdOf, type MailDeps } from './mail-deps.ts';

/** Mails an invitation that is still open. Repeating sends the same mail under the same id. */
export async function sendInvitationMail(
  deps: MailDeps,
  tenantId: TenantId,
  invitationId: InvitationId,
): Promise<void> {
  const token = deriveLinkToken(await deps.tenantKeys.subkey(tenantId, 'link'), invitationId);
  const prepared = await inTenant(deps.database, tenantId, async (tx) => {
    const invitation = await findInvitation(tx, invitationId);
    if (invitation === undefined || invitation.acceptedAt !== null || invitation.revokedAt !== null) return undefined;
    if (invitation.expiresAt <= deps.clock.now()) return undefined;
    const tenant = await getTenant(tx);
    const content = invitationMail({
      language: invitation.language,
      companyName: tenant.name,
      inviterName: invitation.inviterName,
      link: `${deps.portalUrl}/invitations/${token}`,
      expiresAt: invitation.expiresAt,
      timeZone: tenant.zone,
    });
    return { content, to: invitation.email };
  });
  if (prepared === undefined) return;
  await deps.mailer.send({
    ...prepared.content,
    to: prepared.to,
    messageId: messageIdOf(deps.portalUrl, `invitation-${invitationId}`),
  });
  deps.failpoint('mail.sent');
  await inTenant(deps.database, tenantId, (tx) =>
    auditSystem(tx, deps.clock.now(), {
      event: 'invitation.mailed',
      subject: `invitation:${invitationId}`,
      detail: {},
    }),
  );
}
