import { holdExport, inTenant, type ExportRow, type TenantTx } from '@highwater/db';
import { FaultError, type TenantId } from '@highwater/domain';
import type { ExportDeps } from './export-deps.ts';

/**
 * A transaction of this build alone. Throws `export.cancelled` when the export was cancelled or when another build has
 * taken it over (this one was silent for too long and taken for dead), so that two builds never write into one list.
 */
export function inBuild<Result>(
  deps: ExportDeps,
  tenantId: TenantId,
  row: ExportRow,
  work: (tx: TenantTx) => Promise<Result>,
): Promise<Result> {
  return inTenant(deps.database, tenantId, async (tx) => {
    if (!(await holdExport(tx, row.exportId, row.attempts))) throw new FaultError('export.cancelled');
    return work(tx);
  });
}
