import type { ConnectionId, MessageId, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export type ConsentStatus = 'agree' | 'disagree';

export interface NewConsent {
  readonly messageId: MessageId;
  readonly externalPerson: PersonKey;
  /** Whom it was said to; null in a room. */
  readonly employee: PersonKey | null;
  readonly roomId: RoomId | null;
  readonly status: ConsentStatus;
  readonly decidedAt: UnixMs;
}

/** Keeps what was decided, one row per message; a message that was read again takes its newer reading. */
export async function saveConsents(
  tx: TenantTx,
  connectionId: ConnectionId,
  consents: readonly NewConsent[],
): Promise<void> {
  if (consents.length === 0) return;
  const sorted = consents.toSorted((one, other) => (one.messageId < other.messageId ? -1 : 1));
  await tx.query(
    `INSERT INTO hw.consents (tenant_id, connection_id, message_id, external_person, employee, room_id, status, decided_at)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
     ON CONFLICT (tenant_id, message_id) DO UPDATE
     SET external_person = excluded.external_person, employee = excluded.employee, room_id = excluded.room_id,
       status = excluded.status, decided_at = excluded.decided_at`,
    [
      tx.tenantId,
      connectionId,
      sorted.map((row) => row.messageId),
      sorted.map((row) => row.externalPerson),
      sorted.map((row) => row.employee),
      sorted.map((row) => row.roomId),
      sorted.map((row) => row.status),
      sorted.map((row) => new Date(row.decidedAt)),
    ],
  );
}

/** Takes back what was derived of messages, before they are derived again. */
export async function deleteConsents(tx: TenantTx, messageIds: readonly MessageId[]): Promise<void> {
  await tx.query('DELETE FROM hw.consents WHERE tenant_id = $1 AND message_id = ANY($2::uuid[])', [
    tx.tenantId,
    messageIds,
  ]);
}
