import type { ConversationId, MessageId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { NewCopies } from './copy-row.ts';

/** A stored content whose copies are to be made. */
export interface ContentToCopy {
  readonly objectName: string;
  /** Bytes before sealing, decimal. */
  readonly size: string;
  readonly contentType: string;
  /** Of one of its files, with its extension also where that was told apart; null when none has either. */
  readonly fileName: string | null;
  readonly copiesVersion: number;
  /** This one included. */
  readonly attempts: number;
}

/**
 * Begins work on a content that is due: that has no copies of this maker yet, or one more file. Keeps the sweep away
 * until `nextTryAt`. While there is something to make the attempt is counted, so that a content that kills the process
 * is counted too. Undefined when nothing is due.
 */
export async function startCopies(
  tx: TenantTx,
  sha256: string,
  makerVersion: number,
  nextTryAt: UnixMs,
): Promise<ContentToCopy | undefined> {
  const { rows } = await tx.query<ContentToCopy>(
    `UPDATE hw.contents SET copy_attempts = copy_attempts + (copies_version < $3)::int, next_copy_at = $4
     WHERE tenant_id = $1 AND sha256 = $2 AND state = 'stored' AND (copies_version < $3 OR next_copy_at IS NOT NULL)
     RETURNING object_name AS "objectName", size, content_type AS "contentType", copies_version AS "copiesVersion",
       copy_attempts AS attempts,
       (SELECT CASE WHEN f.extension IS NULL OR right(lower(f.file_name), length(f.extension) + 1) = '.' || f.extension
           THEN f.file_name ELSE coalesce(f.file_name, 'file') || '.' || f.extension END FROM hw.media f
        WHERE f.tenant_id = $1 AND f.sha256 = $2 AND coalesce(f.file_name, f.extension) IS NOT NULL
        ORDER BY f.extension IS NULL, f.media_id LIMIT 1) AS "fileName"`,
    [tx.tenantId, sha256, makerVersion, new Date(nextTryAt)],
  );
  return rows[0];
}

/** The attempt came to nothing. For a reason that is not the content's it does not count. */
export async function postponeCopies(tx: TenantTx, sha256: string, nextTryAt: UnixMs, counts: boolean): Promise<void> {
  await tx.query(
    `UPDATE hw.contents SET copy_attempts = greatest(copy_attempts - $4, 0), next_copy_at = $3
     WHERE tenant_id = $1 AND sha256 = $2 AND next_copy_at IS NOT NULL`,
    [tx.tenantId, sha256, new Date(nextTryAt), counts ? 0 : 1],
  );
}

/** Puts these in the place of all copies that the content had. */
export async function saveCopies(tx: TenantTx, { sha256, makerVersion, copies, now }: NewCopies): Promise<void> {
  await tx.query('DELETE FROM hw.media_copies WHERE tenant_id = $1 AND sha256 = $2', [tx.tenantId, sha256]);
  for (const copy of copies) {
    await tx.query(
      `INSERT INTO hw.media_copies (tenant_id, sha256, copy, state, fault, object_name, size, content_type, detail,
         text_sealed, maker_version, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        tx.tenantId,
        sha256,
        copy.copy,
        copy.state,
        copy.fault,
        copy.objectName,
        copy.size,
        copy.contentType,
        JSON.stringify(copy.detail),
        copy.sealedText,
        makerVersion,
        new Date(now),
      ],
    );
  }
}

/**
 * The content has its copies of this maker. It stays due when a file of it is not found by its text yet: one that came
 * while the others were looked after.
 */
export async function finishCopies(tx: TenantTx, sha256: string, makerVersion: number, now: UnixMs): Promise<void> {
  // Whoever stores one more file of the content touches its row first, so that file is seen by the next statement.
  await tx.query('SELECT FROM hw.contents WHERE tenant_id = $1 AND sha256 = $2 FOR NO KEY UPDATE', [
    tx.tenantId,
    sha256,
  ]);
  await tx.query(
    `UPDATE hw.contents SET copies_version = $3, copy_attempts = 0, next_copy_at = CASE WHEN EXISTS (
         SELECT FROM hw.media_copies c JOIN hw.media f ON f.tenant_id = $1 AND f.sha256 = $2 AND f.text_version < $3
         WHERE c.tenant_id = $1 AND c.sha256 = $2 AND c.copy = 'text' AND c.state = 'made') THEN $4::timestamptz END
     WHERE tenant_id = $1 AND sha256 = $2 AND state = 'stored'`,
    [tx.tenantId, sha256, makerVersion, new Date(now)],
  );
}

/** One more file has this content: its copies are looked after again. In the transaction that stores the file. */
export async function requestCopies(tx: TenantTx, sha256: string, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.contents SET next_copy_at = coalesce(next_copy_at, $3) WHERE tenant_id = $1 AND sha256 = $2`,
    [tx.tenantId, sha256, new Date(now)],
  );
}

/** Contents that are due, and those whose copies an older maker made. */
export async function listDueCopies(
  tx: PlatformTx,
  makerVersion: number,
  now: UnixMs,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly sha256: string }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; sha256: string }>(
    `(SELECT tenant_id AS "tenantId", sha256 FROM hw.contents WHERE next_copy_at <= $1 AND state = 'stored'
      ORDER BY next_copy_at LIMIT $3)
     UNION ALL
     (SELECT tenant_id, sha256 FROM hw.contents WHERE next_copy_at IS NULL AND copies_version < $2 AND state = 'stored'
      ORDER BY copies_version LIMIT $3)
     LIMIT $3`,
    [new Date(now), makerVersion, limit],
  );
  return rows;
}

/** A message that carries a content and is not found by its text yet. */
export interface MessageToIndex {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId;
  readonly sealedPlaintext: Buffer;
  readonly sentAt: UnixMs;
}

/**
 * Up to `limit` messages that carry the content and are not found by the text that this maker took of it. Locked until
 * the transaction ends, in the order of their ids: parsing them again waits.
 */
export async function lockMessagesToIndex(
  tx: TenantTx,
  sha256: string,
  makerVersion: number,
  limit: number,
): Promise<readonly MessageToIndex[]> {
  const { rows } = await tx.query<MessageToIndex>(
    `SELECT m.message_id AS "messageId", m.conversation_id AS "conversationId", m.plaintext AS "sealedPlaintext",
       m.sent_at AS "sentAt" FROM hw.messages m
     WHERE m.tenant_id = $1 AND m.message_id IN (SELECT f.message_id FROM hw.media f
       WHERE f.tenant_id = $1 AND f.sha256 = $2 AND f.text_version < $3 ORDER BY f.message_id LIMIT $4)
     ORDER BY m.message_id FOR NO KEY UPDATE`,
    [tx.tenantId, sha256, makerVersion, limit],
  );
  return rows;
}

/** The messages have the text of this content among their tokens. */
export async function markTextIndexed(
  tx: TenantTx,
  sha256: string,
  messageIds: readonly MessageId[],
  makerVersion: number,
): Promise<void> {
  await tx.query(
    `UPDATE hw.media SET text_version = $4 WHERE tenant_id = $1 AND sha256 = $2 AND message_id = ANY($3::uuid[])`,
    [tx.tenantId, sha256, messageIds, makerVersion],
  );
}
