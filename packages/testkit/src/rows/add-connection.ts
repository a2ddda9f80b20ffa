import { claimCorp, insertConnection, type TenantTx } from '@highwater/db';
import type { ConnectionId, UnixMs } from '@highwater/domain';
import { newId, ROW_TIME } from './new-id.ts';

/** A connection to a corp of its own, whose sealed secret opens to nothing. */
export async function addConnection(
  tx: TenantTx,
  connection: { corpId?: string; now?: UnixMs } = {},
): Promise<ConnectionId> {
  const connectionId = newId<ConnectionId>();
  const now = connection.now ?? ROW_TIME;
  const corpId = connection.corpId ?? `ww${connectionId.replaceAll('-', '').slice(0, 16)}`;
  await insertConnection(tx, {
    connectionId,
    corpId,
    name: '总部',
    secretSealed: Buffer.from('opens to nothing'),
    secretSetAt: now,
    secretSetBy: newId(),
    now,
  });
  await claimCorp(tx, corpId, connectionId, now);
  return connectionId;
}
