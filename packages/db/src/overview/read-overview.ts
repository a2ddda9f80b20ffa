import type { AccessCondition, MessageId, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface MessageCounts {
  readonly storedMessages: number;
  /** Sent since `midnight`. */
  readonly today: number;
  /** The one archived first. */
  readonly firstMessageId: MessageId | null;
}

/** Counts of the messages that the reader may see. */
export async function countMessages(tx: TenantTx, access: AccessCondition, midnight: UnixMs): Promise<MessageCounts> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const since = values.add(new Date(midnight));
  const seen = `m.tenant_id = ${tenant} AND ${accessSql(access, 'm', values, true)}`;
  const { rows } = await tx.query<MessageCounts>(
    `SELECT (SELECT count(*)::int FROM hw.messages m WHERE ${seen}) AS "storedMessages",
       (SELECT count(*)::int FROM hw.messages m WHERE ${seen} AND m.archived_at >= ${since}) AS today,
       (SELECT m.message_id FROM hw.messages m WHERE ${seen} ORDER BY m.archived_at, m.message_id LIMIT 1) AS "firstMessageId"`,
    values.all,
  );
  return rows[0] ?? { storedMessages: 0, today: 0, firstMessageId: null };
}

export interface MediaCounts {
  readonly wanted: number;
  readonly absent: number;
}

export async function countMedia(tx: TenantTx): Promise<MediaCounts> {
  const { rows } = await tx.query<MediaCounts>(
    `SELECT count(*) FILTER (WHERE state = 'wanted')::int AS wanted, count(*) FILTER (WHERE state = 'absent')::int AS absent
     FROM hw.media WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  return rows[0] ?? { wanted: 0, absent: 0 };
}
