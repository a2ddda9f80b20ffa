import { inTenant, listKnownObjects, listSegmentHolders } from '@highwater/db';
import type { TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { segmentName } from './segments.ts';

/** Objects in the store that no row of these tenants stands for, and rows whose object is not there, by name. */
export async function listOrphans(
  deps: Pick<ChainDeps, 'database' | 'objects' | 'tenantKeys'>,
  tenantIds: readonly TenantId[],
): Promise<{ readonly unknown: readonly string[]; readonly missing: readonly string[] }> {
  const whole = new Set<string>();
  const mayBe = new Set<string>();
  for (const tenantId of tenantIds) {
    const [known, holders] = await inTenant(
      deps.database,
      tenantId,
      async (tx) => [await listKnownObjects(tx), await listSegmentHolders(tx)] as const,
    );
    for (const { name, isWhole } of known) (isWhole ? whole : mayBe).add(name);
    for (const { mediaId, spoilt: round, segments } of holders) {
      // The last of these is written and not yet counted, or not there.
      for (let number = 0; number <= segments; number += 1)
        mayBe.add(await segmentName(deps, { tenantId, mediaId, round }, number));
    }
  }
  const unknown: string[] = [];
  const found = new Set<string>();
  for await (const name of deps.objects.list('')) {
    found.add(name);
    if (!whole.has(name) && !mayBe.has(name)) unknown.push(name);
  }
  return { unknown, missing: [...whole].filter((name) => !found.has(name)) };
}
