import type { ConnectionId, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { valueAt, type SeenValue } from './value-at.ts';

interface Asked {
  readonly connectionId: ConnectionId;
  readonly key: string;
  readonly at: UnixMs;
}

/**
 * What people were called at given times, in the order asked; null where no name is known. One query however many are
 * asked, whose size follows the number of different people.
 */
export function listNamesAt(
  tx: TenantTx,
  asked: readonly { readonly connectionId: ConnectionId; readonly personKey: PersonKey; readonly at: UnixMs }[],
): Promise<readonly (string | null)[]> {
  return listValuesAt(
    tx,
    'person',
    asked.map(({ connectionId, personKey, at }) => ({ connectionId, key: personKey, at })),
  );
}

/** What rooms were called at given times, in the order asked; null where no name is known. */
export function listRoomNamesAt(
  tx: TenantTx,
  asked: readonly { readonly connectionId: ConnectionId; readonly roomId: RoomId; readonly at: UnixMs }[],
): Promise<readonly (string | null)[]> {
  return listValuesAt(
    tx,
    'room',
    asked.map(({ connectionId, roomId, at }) => ({ connectionId, key: roomId, at })),
  );
}

async function listValuesAt(
  tx: TenantTx,
  subject: 'person' | 'room',
  asked: readonly Asked[],
): Promise<readonly (string | null)[]> {
  if (asked.length === 0) return [];
  const different = [...new Map(asked.map((each) => [placeOf(each), each])).values()];
  const { rows } = await tx.query<SeenValue & { connectionId: ConnectionId; key: string }>(
    `SELECT i.connection_id AS "connectionId", i.subject_key AS key, i.value, i.seen_from AS "seenFrom"
     FROM unnest($2::uuid[], $3::text[]) AS wanted (connection_id, key)
     JOIN hw.intervals i ON i.tenant_id = $1 AND i.connection_id = wanted.connection_id AND i.subject = $4
       AND i.subject_key = wanted.key AND i.attribute = 'name'
     ORDER BY i.seen_from`,
    [tx.tenantId, different.map((each) => each.connectionId), different.map((each) => each.key), subject],
  );
  const known = Map.groupBy(rows, placeOf);
  return asked.map((each) => valueAt(known.get(placeOf(each)) ?? [], each.at));
}

function placeOf({ connectionId, key }: Omit<Asked, 'at'>): string {
  return `${connectionId} ${key}`;
}
