import { asPlatform, clearSelection, endExport, inTenant, listExpiredExports } from '@highwater/db';
import { forEachApart } from '../for-each-apart.ts';
import type { ExportDeps } from './export-deps.ts';
import { discardBuilds } from './export-object.ts';

/** Takes away packages whose days are over: first the bytes, then the state, so that nothing is left if it stops between. */
export async function expireExports(deps: ExportDeps): Promise<void> {
  const now = deps.clock.now();
  const expired = await asPlatform(deps.database, 'sweep', (tx) => listExpiredExports(tx, now));
  await forEachApart(expired, async ({ tenantId, exportId, attempts }) => {
    await discardBuilds(deps, tenantId, exportId, attempts);
    await inTenant(deps.database, tenantId, async (tx) => {
      await endExport(tx, exportId, 'expired', 'export.expired', now);
      await clearSelection(tx, exportId);
    });
  });
}
