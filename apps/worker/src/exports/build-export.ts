import {
  clearSelection,
  failExport,
  findExport,
  holdExport,
  inTenant,
  listLinksOfExport,
  noteExportProgress,
  startExport,
  type ExportRow,
} from '@highwater/db';
import { FaultError, faultOf, type ExportId, type Fault, type TenantId, type UnixMs } from '@highwater/domain';
import { readZip, verifyPackage } from '@highwater/exports';
import { accessOfExport } from './access-of-export.ts';
import { departmentsOfMember } from './departments-of-member.ts';
import type { ExportDeps } from './export-deps.ts';
import { discardBuilds, packageSource } from './export-object.ts';
import { finishExport } from './finish-export.ts';
import { freezeExport } from './freeze-export.ts';
import { inBuild } from './in-build.ts';
import { packExport } from './pack-export.ts';

/** Tries before a build is given up and says so; the first and three more. */
const MOST_ATTEMPTS = 4;
/** Trying again changes nothing about these. */
const FINAL: readonly Fault[] = ['selection.empty', 'permission.missing', 'api_key.ended'];
/** These pass by themselves; tries while they last are not counted, but somebody waits for an answer. */
const OUTAGES: readonly Fault[] = ['database.unavailable', 'database.full', 'storage.unavailable'];
const LONGEST_OUTAGE_MS = 60 * 60_000;

/**
 * Builds one export. Harmless to repeat and to kill: every build starts over from the frozen time, under a number of its
 * own that older builds lose, into an object of its own; what the builds before it left is taken away first, and the row
 * says complete in one statement after the package was read back.
 */
export async function buildExport(deps: ExportDeps, tenantId: TenantId, exportId: ExportId): Promise<void> {
  const { row, started } = await inTenant(deps.database, tenantId, async (tx) => ({
    started: await startExport(tx, exportId, deps.clock.now()),
    row: await findExport(tx, exportId),
  }));
  if (row === undefined) return;
  if (!started) {
    if (row.state === 'cancelled' || row.state === 'failed')
      await discardBuilds(deps, tenantId, exportId, row.attempts);
    return;
  }
  deps.failpoint('export.started');
  try {
    await discardBuilds(deps, tenantId, exportId, row.attempts - 1);
    await buildStarted(deps, tenantId, row);
  } catch (error) {
    // A build that was taken over stumbles over what the other has cleared away; that is no failure of the export.
    const counts = await inTenant(deps.database, tenantId, (tx) => holdExport(tx, exportId, row.attempts));
    const fault = counts ? faultOf(error) : 'export.cancelled';
    if (counts && mayHeal(fault, row, deps.clock.now())) throw error;
    await endUnfinished(deps, tenantId, row, fault);
  }
  deps.failpoint('export.committed');
  await wakeSchedule(deps, tenantId, row);
}

async function buildStarted(deps: ExportDeps, tenantId: TenantId, row: ExportRow): Promise<void> {
  const { access, departments } = await inTenant(deps.database, tenantId, async (tx) => ({
    access: await accessOfExport(tx, row, deps.clock.now()),
    departments: await departmentsOfMember(tx, row.requestedBy),
  }));
  const count = await freezeExport(deps, tenantId, row, access);
  // A quiet day still gets its morning package; an empty answer to a person's own query is said at once.
  if (count.messages === 0 && row.scheduleId === null) throw new FaultError('selection.empty');
  const packed = await packExport(deps, tenantId, row, access, departments, count);
  deps.failpoint('export.packed');

  await inBuild(deps, tenantId, row, (tx) =>
    noteExportProgress(tx, row.exportId, row.attempts, {
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
  await finishExport(deps, tenantId, row, access, packed);
}

function mayHeal(fault: Fault, row: ExportRow, now: UnixMs): boolean {
  if (FINAL.includes(fault)) return false;
  if (OUTAGES.includes(fault)) return now - (row.startedAt ?? now) < LONGEST_OUTAGE_MS;
  return row.attempts < MOST_ATTEMPTS;
}

/** Leaves nothing of a build that was cancelled, taken over or failed. What a build that took over has, stays. */
async function endUnfinished(deps: ExportDeps, tenantId: TenantId, row: ExportRow, fault: Fault): Promise<void> {
  const { exportId, attempts } = row;
  await inTenant(deps.database, tenantId, async (tx) => {
    const isOver =
      fault === 'export.cancelled'
        ? (await findExport(tx, exportId))?.state === 'cancelled'
        : await failExport(tx, exportId, attempts, fault, deps.clock.now());
    if (isOver) await clearSelection(tx, exportId);
  });
  await discardBuilds(deps, tenantId, exportId, attempts);
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
