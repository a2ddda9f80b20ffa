import type { AccessCondition, ConnectionId, RoomId, RoomState } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import { seenConversations } from '../conversations/seen-conversations.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { KNOWN_WHILE_SEEN, roomColumns, type RoomRow } from './room-row.ts';

export type { RoomRow } from './room-row.ts';

export type RoomKindFilter = 'customer' | 'internal' | 'external';

const KINDS: Readonly<Record<RoomKindFilter, string>> = {
  customer: `r.room_kind = 'customer'`,
  internal: `(r.room_kind = 'internal' OR r.room_kind IS NULL AND NOT c.is_external)`,
  external: `(r.room_kind IS NULL AND c.is_external)`,
};

export interface RoomFilter {
  readonly state?: RoomState | null;
  /** As a call of WeCom's knows it; where none does, `external` or `internal` by who takes part. */
  readonly kind?: RoomKindFilter | null;
  /** A part of its name, of an earlier name or of its id, letter case aside. */
  readonly text?: string | null;
  /** The last one of the page before. */
  readonly after: { readonly roomId: RoomId; readonly connectionId: ConnectionId } | null;
  readonly limit: number;
}

/** Rooms with at least one message that the reader may see, by id, once per connection. */
export async function listRooms(
  tx: TenantTx,
  access: AccessCondition,
  filter: RoomFilter,
): Promise<readonly RoomRow[]> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const seen = seenConversations(access, tenant, values);
  const conditions = [`r.tenant_id = ${tenant}`];
  const { state = null, kind = null, text = null } = filter;
  if (state !== null) conditions.push(`r.state = ${values.add(state)}`);
  if (kind !== null) conditions.push(KINDS[kind]);
  if (text !== null) {
    const part = values.add(text.toLowerCase());
    const known = access.kind === 'all' ? 'true' : KNOWN_WHILE_SEEN;
    conditions.push(`(strpos(lower(coalesce(r.name, '')), ${part}) > 0 OR strpos(lower(r.room_id), ${part}) > 0
      OR EXISTS (SELECT FROM hw.intervals i WHERE i.tenant_id = r.tenant_id AND i.connection_id = r.connection_id
        AND i.subject = 'room' AND i.subject_key = r.room_id AND i.attribute = 'name'
        AND strpos(lower(i.value), ${part}) > 0 AND ${known}))`);
  }
  if (filter.after !== null) {
    const { roomId, connectionId } = filter.after;
    conditions.push(`(r.room_id, r.connection_id) > (${values.add(roomId)}, ${values.add(connectionId)}::uuid)`);
  }
  const { rows } = await tx.query<RoomRow>(
    `SELECT ${roomColumns(access.kind === 'all')}
     FROM hw.rooms r JOIN ${seen} c ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
     WHERE ${conditions.join(' AND ')}
     ORDER BY r.room_id, r.connection_id LIMIT ${values.add(filter.limit)}`,
    values.all,
  );
  return rows;
}
