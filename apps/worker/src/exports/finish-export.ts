import { dayOf } from '@highwater/calendar';
import { completeExport, getTenant, inTenant, type ExportRow } from '@highwater/db';
import { FaultError, type AccessCondition, type TenantId } from '@highwater/domain';
import { auditSystem } from '../audit-system.ts';
import { accessOfExport } from './access-of-export.ts';
import type { ExportDeps } from './export-deps.ts';
import type { PackedExport } from './pack-export.ts';

/** Days that a finished package can be fetched. */
const KEPT_DAYS = 7;

/**
 * Says that a package is complete, once, with its audit row. Throws `export.cancelled` when it is not wanted any more,
 * and what `accessOfExport` throws when what it rests on ended meanwhile.
 */
export async function finishExport(
  deps: ExportDeps,
  tenantId: TenantId,
  row: ExportRow,
  access: AccessCondition,
  { summary, objectName, size, sha256 }: PackedExport,
): Promise<void> {
  await inTenant(deps.database, tenantId, async (tx) => {
    const now = deps.clock.now();
    await accessOfExport(tx, row, now);
    const { zone } = await getTenant(tx);
    const completed = await completeExport(tx, row.exportId, row.attempts, {
      messages: summary.messages,
      media: summary.mediaUses - summary.missing,
      mediaMissing: summary.missing,
      objectName,
      size,
      sha256,
      fileName: `highwater-${dayOf(zone, row.createdAt)}-${row.exportId.slice(0, 8)}.zip`,
      access,
      finishedAt: now,
      expiresAt: now + KEPT_DAYS * 86_400_000,
    });
    if (!completed) throw new FaultError('export.cancelled');
    await auditSystem(tx, now, {
      event: 'export.built',
      subject: `export:${row.exportId}`,
      detail: { messages: summary.messages, missing: summary.missing, bytes: size },
    });
  });
}
