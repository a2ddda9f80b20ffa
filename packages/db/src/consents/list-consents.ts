import type { AccessCondition, MessageId, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { ConsentStatus } from './save-consents.ts';

export interface ConsentRow {
  readonly messageId: MessageId;
  readonly externalPerson: PersonKey;
  readonly employee: PersonKey | null;
  readonly roomId: RoomId | null;
  readonly roomName: string | null;
  readonly status: ConsentStatus;
  readonly decidedAt: UnixMs;
}

const COLUMNS = `c.message_id AS "messageId", c.external_person AS "externalPerson", c.employee, c.room_id AS "roomId",
  r.name AS "roomName", c.status, c.decided_at AS "decidedAt"`;
const FROM = `hw.consents c LEFT JOIN hw.rooms r
  ON r.tenant_id = c.tenant_id AND r.connection_id = c.connection_id AND r.room_id = c.room_id`;

/** What a person decided, newest first, as far as the reader may see the messages that say so. */
export async function listConsents(
  tx: TenantTx,
  access: AccessCondition,
  externalPerson: PersonKey,
  page: {
    readonly before: { readonly decidedAt: UnixMs; readonly messageId: MessageId } | null;
    readonly limit: number;
  },
): Promise<readonly ConsentRow[]> {
  const values = new SqlValues();
  const conditions = [
    `c.tenant_id = ${values.add(tx.tenantId)}`,
    `c.external_person = ${values.add(externalPerson)}`,
    accessSql(access, 'c', values),
  ];
  if (page.before !== null) {
    const { decidedAt, messageId } = page.before;
    conditions.push(
      `(c.decided_at, c.message_id) < (${values.add(new Date(decidedAt))}, ${values.add(messageId)}::uuid)`,
    );
  }
  const { rows } = await tx.query<ConsentRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.join(' AND ')}
     ORDER BY c.decided_at DESC, c.message_id DESC LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}
