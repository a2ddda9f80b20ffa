import {
  completeExport,
  endExport,
  findExport,
  findTenant,
  inTenant,
  listLinksOfExport,
  noteExportProgress,
  startExport,
  type ExportRow,
} from '@highwater/db';
import { FaultError, faultOf, type ExportId, type TenantId } from '@highwater/domain';
import { dayOf } from '@highwater/calendar';
import { readZip, verifyPackage } from '@highwater/exports';
import { auditSystem } from '../audit-system.ts';
import { accessOfMember } from './access-of-member.ts';
import type { ExportDeps } from './export-deps.ts';
import { exportObjectName, packageSource } from './export-object.ts';
import { freezeExport } from './freeze-export.ts';
import { packExport } from './pack-export.ts';

/** Tries before a build is given up and says so; the first and three more. */
const MOST_ATTEMPTS = 4;
/** Days that a finished package can be fetched. */
const KEPT_DAYS = 7;

/**
 * Builds one export. Harmless to repeat and to kill: a build starts over from the frozen time, its package replaces the
 * unfinished one under the same name, and the row says complete in one statement after the package was read back.
 */
export async function buildExport(deps: ExportDeps, tenantId: TenantId, exportId: ExportId): Promise<void> {
  const row = await inTenant(deps.database, tenantId, async (tx) => {
    const started = await startExport(tx, exportId, deps.clock.now());
    return started ? findExport(tx, exportId) : undefined;
  });
  if (row === undefined) return;
  deps.failpoint('export.started');
  try {
    await buildStarted(deps, tenantId, row);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === 'export.cancelled') {
      await deps.objects.delete(await exportObjectName(deps.tenantKeys, tenantId, exportId));
      return;
    }
    if (row.attempts < MOST_ATTEMPTS && fault !== 'messages.none' && fault !== 'permission.missing') throw error;
    await inTenant(deps.database, tenantId, (tx) => endExport(tx, exportId, 'failed', fault, deps.clock.now()));
    await wakeSchedule(deps, tenantId, row);
  }
}

async function buildStarted(deps: ExportDeps, tenantId: TenantId, row: ExportRow): Promise<void> {
  const access = await inTenant(deps.database, tenantId, (tx) => accessOfMember(tx, row.requestedBy, 'export', deps.clock.now()));
  if (access.kind === 'none') throw new FaultError('permission.missing');
  const count = await freezeExport(deps, tenantId, row, access);
  // A quiet day still gets its morning package; an empty answer to a person's own query is said at once.
  if (count.messages === 0 && row.scheduleId === null) throw new FaultError('messages.none');
  const packed = await packExport(deps, tenantId, row, access, count);
  deps.failpoint('export.packed');

  await inTenant(deps.database, tenantId, (tx) =>
    noteExportProgress(tx, row.exportId, {
      stage: 'verifying',
      messagesTotal: count.messages,
      messagesDone: packed.summary.messages,
      mediaTotal: count.media,
      mediaDone: packed.summary.mediaFiles,
      mediaMissing: packed.summary.missing,
    }),
  );
  const source = await packageSource(deps, tenantId, packed.objectName, packed.sealedSize);
  const verdict = await verifyPackage(readZip(source));
  if (!verdict.holds || verdict.messages !== count.messages) throw new FaultError('export.failed');

  const now = deps.clock.now();
  const completed = await inTenant(deps.database, tenantId, async (tx) => {
    const tenant = await findTenant(tx);
    const ended = await completeExport(tx, row.exportId, {
      messages: packed.summary.messages,
      media: packed.summary.mediaUses - packed.summary.missing,
      mediaMissing: packed.summary.missing,
      objectName: packed.objectName,
      size: packed.size,
      sha256: packed.sha256,
      fileName: `highwater-${dayOf(tenant?.zone ?? 'UTC', row.createdAt)}-${row.exportId.slice(0, 8)}.zip`,
      access,
      finishedAt: now,
      expiresAt: now + KEPT_DAYS * 86_400_000,
    });
    if (ended) {
      await auditSystem(tx, now, {
        event: 'export.built',
        subject: `export:${row.exportId}`,
        detail: { messages: packed.summary.messages, missing: packed.summary.missing, bytes: packed.size },
      });
    }
    return ended;
  });
  deps.failpoint('export.committed');
  if (!completed) throw new FaultError('export.cancelled');
  await wakeSchedule(deps, tenantId, row);
}

/** The run that waits for this export looks again at once; the sweep would find it later anyway. */
async function wakeSchedule(deps: ExportDeps, tenantId: TenantId, row: ExportRow): Promise<void> {
  const { scheduleId } = row;
  if (scheduleId === null) return;
  await inTenant(deps.database, tenantId, async (tx) => {
    const runDay = (await listLinksOfExport(tx, row.exportId))[0]?.runDay;
    if (runDay) await deps.enqueue(tx, 'run-schedule', { tenantId, scheduleId, runDay });
  });
}
