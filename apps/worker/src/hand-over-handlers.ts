import { asPlatform, inTenant, listUnfinishedExports } from '@highwater/db';
import type { ExportId, InvitationId, LinkId, ScheduleId, TenantId } from '@highwater/domain';
import type { Handlers } from './chain-handlers.ts';
import { buildExport } from './exports/build-export.ts';
import { expireExports } from './exports/expire-exports.ts';
import type { ExportDeps } from './exports/export-deps.ts';
import { forEachApart } from './for-each-apart.ts';
import type { MailDeps } from './mail/mail-deps.ts';
import { sendInvitationMail } from './mail/send-invitation-mail.ts';
import { sendLinkMail } from './mail/send-link-mail.ts';
import { runSchedule } from './schedules/run-schedule.ts';
import { sweepSchedules } from './schedules/start-due-schedules.ts';
import type { Sweep } from './sweep/sweep.ts';

/** The queues from a stored message to a reader's hands. */
export type HandOverQueue = 'build-export' | 'run-schedule' | 'send-link-mail' | 'send-invitation-mail';

export function createHandOverHandlers(deps: ExportDeps & MailDeps): Pick<Handlers, HandOverQueue> {
  return {
    'build-export': (job) => buildExport(deps, job.tenantId as TenantId, job.exportId as ExportId),
    'run-schedule': (job) => runSchedule(deps, job.tenantId as TenantId, job.scheduleId as ScheduleId, job.runDay),
    'send-link-mail': (job) => sendLinkMail(deps, job.tenantId as TenantId, job.linkId as LinkId),
    'send-invitation-mail': (job) =>
      sendInvitationMail(deps, job.tenantId as TenantId, job.invitationId as InvitationId),
  };
}

/** Looks after hand-over at every tick: hours that have come, packages whose days are over, builds whose job was lost. */
export function createHandOverSweeps(deps: ExportDeps): readonly Sweep[] {
  return [
    { name: 'schedules', run: () => sweepSchedules(deps) },
    { name: 'expired exports', run: () => expireExports(deps) },
    {
      name: 'unfinished exports',
      async run() {
        const unfinished = await asPlatform(deps.database, 'sweep', listUnfinishedExports);
        await forEachApart(unfinished, async ({ tenantId, exportId }) => {
          await inTenant(deps.database, tenantId, (tx) => deps.enqueue(tx, 'build-export', { tenantId, exportId }));
        });
      },
    },
  ];
}
