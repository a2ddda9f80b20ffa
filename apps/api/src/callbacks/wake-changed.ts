import { hurryEnrichment, wakeConsent, wakePeople, wakeRooms, type TenantTx } from '@highwater/db';
import type { ConnectionId, EnrichmentKind, UnixMs } from '@highwater/domain';
import type { ContactChange } from '@highwater/wecom';

/**
 * Has what changed at WeCom looked at again at once. Returns the kinds of enrichment that now have something to do; none
 * when the archive knows nobody of it.
 */
export async function wakeChanged(
  tx: TenantTx,
  connectionId: ConnectionId,
  change: ContactChange,
  now: UnixMs,
): Promise<readonly EnrichmentKind[]> {
  switch (change.of) {
    case 'external_contact':
      return wakePeople(tx, connectionId, [change.external], now);
    case 'consent':
      if (change.employee !== null) await wakeConsent(tx, connectionId, change.external, change.employee, now);
      return ['consents'];
    case 'room':
      return (await wakeRooms(tx, connectionId, [change.roomId], now)) > 0 ? ['rooms'] : [];
    case 'employees':
      return wakePeople(tx, connectionId, change.employees, now);
    case 'departments':
    case 'tags':
      await hurryEnrichment(tx, connectionId, change.of, now);
      return [change.of];
  }
}
