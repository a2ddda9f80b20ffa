import type { AccessCondition, ConnectionId, Fault, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { MediaRow } from '../media/media-row.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { EXPIRES_AT } from './file-filter.ts';

/** Files of one connection and kind that stand alike. */
export interface FileGroup {
  readonly connectionId: ConnectionId;
  readonly mediaKind: MediaRow['mediaKind'];
  readonly state: MediaRow['state'];
  readonly fault: Fault | null;
  /** What WeCom's md5 said of a stored one; null where that was not written down. */
  readonly md5State: 'agreed' | 'absent' | 'differed' | null;
  /** Waits for a cause that a person cures. */
  readonly isBlocked: boolean;
  readonly count: number;
  /** Decimal: of stored ones as they are, of others as their messages say. */
  readonly bytes: string;
}

/** The media ledger in numbers, of messages that the reader may see. */
export async function countFiles(tx: TenantTx, access: AccessCondition): Promise<readonly FileGroup[]> {
  const values = new SqlValues();
  const { rows } = await tx.query<FileGroup>(
    `SELECT f.connection_id AS "connectionId", f.media_kind AS "mediaKind", f.state, f.fault, f.md5_state AS "md5State",
       f.is_blocked AS "isBlocked", count(*)::int AS count,
       coalesce(sum(CASE WHEN f.state = 'stored' THEN f.size ELSE f.expected_size END), 0)::text AS bytes
     FROM hw.media f WHERE f.tenant_id = ${values.add(tx.tenantId)} AND ${accessSql(access, 'f', values)}
     GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, count DESC, 4, 5, 6`,
    values.all,
  );
  return rows;
}

/** What presses: files that are still to come, of one connection. */
export interface WaitingFiles {
  readonly connectionId: ConnectionId;
  /** When the message of the oldest was sent. */
  readonly oldestAt: UnixMs;
  /** When WeCom drops the next one; null when it has dropped all of them. */
  readonly nextLossAt: UnixMs | null;
  /** How many are dropped within a day. */
  readonly pressing: number;
  /** How many it no longer has. */
  readonly tooLate: number;
}

const DAY_MS = 86_400_000;

export async function listWaitingFiles(
  tx: TenantTx,
  access: AccessCondition,
  now: UnixMs,
): Promise<readonly WaitingFiles[]> {
  const values = new SqlValues();
  const at = `${values.add(new Date(now))}::timestamptz`;
  const soon = `${values.add(new Date(now + DAY_MS))}::timestamptz`;
  const { rows } = await tx.query<WaitingFiles>(
    `SELECT f.connection_id AS "connectionId", min(m.sent_at) AS "oldestAt",
       min(${EXPIRES_AT}) FILTER (WHERE ${EXPIRES_AT} > ${at}) AS "nextLossAt",
       (count(*) FILTER (WHERE ${EXPIRES_AT} > ${at} AND ${EXPIRES_AT} <= ${soon}))::int AS pressing,
       (count(*) FILTER (WHERE ${EXPIRES_AT} <= ${at}))::int AS "tooLate"
     FROM hw.media f JOIN hw.messages m ON m.tenant_id = f.tenant_id AND m.message_id = f.message_id
     WHERE f.tenant_id = ${values.add(tx.tenantId)} AND f.state = 'wanted' AND ${accessSql(access, 'f', values)}
     GROUP BY 1 ORDER BY 1`,
    values.all,
  );
  return rows;
}

/** A UTC day of messages and their files. */
export interface FileDay {
  /** "2026-11-22" */
  readonly day: string;
  readonly wanted: number;
  readonly stored: number;
  readonly absent: number;
  readonly deviating: number;
  /** Decimal, of stored ones. */
  readonly bytes: string;
}
