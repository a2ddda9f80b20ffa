import { asPlatform, endExport, inTenant, listExpiredExports } from '@highwater/db';
import type { ExportDeps } from './export-deps.ts';
import { exportObjectName } from './export-object.ts';

/** Takes away packages whose days are over: first the bytes, then the state, so that nothing is left if it stops between. */
export async function expireExports(deps: ExportDeps): Promise<void> {
  const now = deps.clock.now();
  for (const { tenantId, exportId } of await asPlatform(deps.database, 'sweep', (tx) => listExpiredExports(tx, now))) {
    await deps.objects.delete(await exportObjectName(deps.tenantKeys, tenantId, exportId));
    await inTenant(deps.database, tenantId, (tx) => endExport(tx, exportId, 'expired', 'export.expired', now));
  }
}
