import type { ConnectionId } from '@highwater/domain';
import { encodeArray } from '../arrays/encode-array.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Those of the msgids under which different messages are kept. */
export async function listConflictingMsgids(
  tx: TenantTx,
  connectionId: ConnectionId,
  msgids: readonly string[],
): Promise<readonly string[]> {
  if (msgids.length === 0) return [];
  const { rows } = await tx.query<{ msgid: string }>(
    `SELECT msgid FROM hw.messages WHERE tenant_id = $1 AND connection_id = $2 AND msgid = ANY($3::text[])
     GROUP BY msgid HAVING count(*) > 1`,
    [tx.tenantId, connectionId, encodeArray.texts(msgids)],
  );
  return rows.map((row) => row.msgid);
}
