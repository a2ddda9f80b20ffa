import type { AccessCondition, MediaId, MessageId } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { MEDIA_COLUMNS, type MediaRow } from './media-row.ts';

/** A file, when the reader may see the message that it belongs to. */
export async function findMedia(
  tx: TenantTx,
  access: AccessCondition,
  mediaId: MediaId,
): Promise<MediaRow | undefined> {
  const values = new SqlValues();
  const { rows } = await tx.query<MediaRow>(
    `SELECT ${MEDIA_COLUMNS} FROM hw.media f
     WHERE f.tenant_id = ${values.add(tx.tenantId)} AND f.media_id = ${values.add(mediaId)} AND ${accessSql(access, 'f', values)}`,
    values.all,
  );
  return rows[0];
}

/** All files of messages that the caller has already been allowed to see. */
export async function listMediaOfMessages(
  tx: TenantTx,
  messageIds: readonly MessageId[],
): Promise<readonly MediaRow[]> {
  const { rows } = await tx.query<MediaRow>(
    `SELECT ${MEDIA_COLUMNS} FROM hw.media f WHERE f.tenant_id = $1 AND f.message_id = ANY($2::uuid[]) ORDER BY f.path`,
    [tx.tenantId, messageIds],
  );
  return rows;
}
