import { dayBefore, dayRange } from '@highwater/calendar';
import { deriveLinkToken } from '@highwater/crypto';
import {
  countExport,
  findExport,
  findLink,
  findMember,
  getTenant,
  inTenant,
  markLinkMailed,
  type ExportRow,
} from '@highwater/db';
import type { LinkId, TenantId } from '@highwater/domain';
import { exportReadyMail, morningMail, type MailContent } from '@highwater/mail';
import { findSeenAuditCheckpoint } from '../audit/find-audit-checkpoint.ts';
import { auditSystem } from '../audit-system.ts';
import { listSeenCheckpoints } from './list-seen-checkpoints.ts';
import { messageIdOf, type MailDeps } from './mail-deps.ts';

/**
 * Mails a package's link to its addressee. The token is derived, not stored, so a repeated try sends the same mail under
 * the same id; a kill between sending and noting it sends that mail twice, never a different one, and never none.
 */
export async function sendLinkMail(deps: MailDeps, tenantId: TenantId, linkId: LinkId): Promise<void> {
  const token = deriveLinkToken(await deps.tenantKeys.subkey(tenantId, 'link'), linkId);
  const address = `${deps.portalUrl}/links/${token}`;
  const prepared = await inTenant(deps.database, tenantId, async (tx) => {
    const link = await findLink(tx, linkId);
    if (link === undefined || link.mailedAt !== null || link.revokedAt !== null) return undefined;
    const [member, row, tenant] = [
      await findMember(tx, link.memberId),
      await findExport(tx, link.exportId),
      await getTenant(tx),
    ];
    if (member === undefined || row === undefined || !isFinished(row)) return undefined;
    const language = member.language ?? tenant.language;
    const counts = { ...(await countExport(tx, row.exportId)), mediaMissing: row.mediaMissing };
    const about = {
      language,
      companyName: tenant.name,
      timeZone: tenant.zone,
      counts,
      link: address,
      expiresAt: link.expiresAt,
    };
    const content: MailContent =
      link.runDay === null
        ? exportReadyMail({ ...about, bytes: Number(row.size ?? 0) })
        : morningMail({
            ...about,
            day: dayRange(tenant.zone, dayBefore(link.runDay)).from,
            checkpoints: await listSeenCheckpoints(tx, member, row.finishedAt ?? row.createdAt),
            auditCheckpoint: await findSeenAuditCheckpoint(tx, member, row.finishedAt ?? row.createdAt),
          });
    return { content, to: member.email, scheduleId: row.scheduleId, runDay: link.runDay };
  });
  if (prepared === undefined) return;

  await deps.mailer.send({
    ...prepared.content,
    to: prepared.to,
    messageId: messageIdOf(deps.portalUrl, `link-${linkId}`),
  });
  deps.failpoint('mail.sent');
  await inTenant(deps.database, tenantId, async (tx) => {
    const now = deps.clock.now();
    await markLinkMailed(tx, linkId, now);
    await auditSystem(tx, now, { event: 'link.mailed', subject: `link:${linkId}`, detail: {} });
    const { scheduleId, runDay } = prepared;
    if (scheduleId !== null && runDay !== null)
      await deps.enqueue(tx, 'run-schedule', { tenantId, scheduleId, runDay });
  });
}

/** Retries may come late: a mail about a package that is gone would lead nowhere. */
function isFinished(row: ExportRow): boolean {
  return row.state === 'complete' || row.state === 'complete_with_missing';
}
