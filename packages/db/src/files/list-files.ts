import type { AccessCondition, Fault, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import { MEDIA_COLUMNS, type MediaRow } from '../media/media-row.ts';
import { unreadableSql } from '../media-copies/count-unreadable.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { FileGroup } from './count-files.ts';
import { EXPIRES_AT, fileConditions, type FileFilter, type FilePlace } from './file-filter.ts';

/** A line of the media ledger. */
export interface FileRow extends MediaRow {
  readonly sentAt: UnixMs;
  /** After this WeCom has it no more. */
  readonly expiresAt: UnixMs;
  readonly md5State: FileGroup['md5State'];
  readonly isBlocked: boolean;
  readonly attempts: number;
  /** Decimal: what came so far of one that is still to come. */
  readonly receivedBytes: string;
  readonly nextTryAt: UnixMs | null;
  /** WeCom gave an id by which it can be asked for. */
  readonly hasId: boolean;
  /** Why its text cannot be searched; said where that is asked for. */
  readonly textFault: Fault | null;
}

/** Files of a part of the ledger that the reader may see, the newest message first. */
export async function listFiles(
  tx: TenantTx,
  access: AccessCondition,
  filter: FileFilter,
  page: { readonly before: FilePlace | null; readonly limit: number },
): Promise<readonly FileRow[]> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const isUnread = filter.list === 'unread';
  const unread = isUnread
    ? `JOIN (${unreadableSql(tenant, access, values)}) unread ON unread.media_id = f.media_id`
    : '';
  const conditions = [fileConditions(access, isUnread ? { ...filter, list: null } : filter, tenant, values)];
  if (page.before !== null) {
    const { sentAt, mediaId } = page.before;
    conditions.push(`(m.sent_at, f.media_id) < (${values.add(new Date(sentAt))}, ${values.add(mediaId)}::uuid)`);
  }
  const { rows } = await tx.query<FileRow>(
    `SELECT ${MEDIA_COLUMNS}, f.state, f.fault, m.sent_at AS "sentAt", ${EXPIRES_AT} AS "expiresAt", f.md5_state AS "md5State",
       f.is_blocked AS "isBlocked", f.attempts, f.received_bytes::text AS "receivedBytes", f.next_try_at AS "nextTryAt",
       f.sdkfileid IS NOT NULL AS "hasId", ${isUnread ? 'unread.fault' : 'NULL'} AS "textFault"
     FROM hw.media f JOIN hw.messages m ON m.tenant_id = f.tenant_id AND m.message_id = f.message_id ${unread}
     WHERE ${conditions.join(' AND ')} ORDER BY m.sent_at DESC, f.media_id DESC LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}
