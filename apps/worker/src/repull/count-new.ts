import { inTenant, listPagesInRange } from '@highwater/db';
import type { ConnectionId, TenantId } from '@highwater/domain';
import { readPage } from '@highwater/wecom';
import type { ChainDeps } from '../deps.ts';
import { restorePage } from '../pull/page-bytes.ts';
import type { ReceivedPage } from '../pull/store-page.ts';

/**
 * How many envelopes of a page no kept page holds, byte for byte. Compared with the pages, not with what became of them:
 * a page that is not opened yet is stored all the same.
 */
export async function countNew(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  { bytes, seqs }: ReceivedPage,
): Promise<number> {
  const [first, last] = [seqs[0], seqs.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const stored = new Set<string>();
  for (const page of await inTenant(deps.database, tenantId, (tx) => listPagesInRange(tx, connectionId, first, last))) {
    for (const key of keysOf(await restorePage(page.bytes, page.sha256))) stored.add(key);
  }
  return keysOf(bytes).filter((key) => !stored.has(key)).length;
}

function keysOf(bytes: Uint8Array): readonly string[] {
  return readPage(bytes).envelopes.map(({ seq, sha256 }) => `${seq} ${sha256}`);
}
