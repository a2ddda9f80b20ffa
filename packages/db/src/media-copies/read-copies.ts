import type { AccessCondition, CopyName, MediaId, MessageId } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import { MEDIA_COLUMNS, type MediaRow } from '../media/media-row.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { COPY_COLUMNS, type CopyRow } from './copy-row.ts';

/** What there is of copies of these contents. */
export async function listCopies(tx: TenantTx, sha256s: readonly string[]): Promise<readonly CopyRow[]> {
  if (sha256s.length === 0) return [];
  const { rows } = await tx.query<CopyRow>(
    `SELECT ${COPY_COLUMNS} FROM hw.media_copies c WHERE c.tenant_id = $1 AND c.sha256 = ANY($2::text[])
     ORDER BY c.sha256, c.copy`,
    [tx.tenantId, sha256s],
  );
  return rows;
}

/** Those of these contents at which no maker has been yet. */
export async function listUncopied(tx: TenantTx, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  if (sha256s.length === 0) return new Set();
  const { rows } = await tx.query<{ sha256: string }>(
    `SELECT sha256 FROM hw.contents WHERE tenant_id = $1 AND sha256 = ANY($2::text[]) AND copies_version = 0`,
    [tx.tenantId, sha256s],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** A copy as a file's reader gets it. */
export interface MediaCopy {
  readonly file: MediaRow;
  /** Undefined when it is not made yet, or the type has none. */
  readonly copy: CopyRow | undefined;
  /** No maker has been at it yet. */
  readonly isPending: boolean;
}

/** A copy of a file, when the reader may see the message that the file belongs to. */
export async function findMediaCopy(
  tx: TenantTx,
  access: AccessCondition,
  mediaId: MediaId,
  copy: CopyName,
): Promise<MediaCopy | undefined> {
  const values = new SqlValues();
  const { rows } = await tx.query<MediaRow>(
    `SELECT ${MEDIA_COLUMNS} FROM hw.media f
     WHERE f.tenant_id = ${values.add(tx.tenantId)} AND f.media_id = ${values.add(mediaId)} AND ${accessSql(access, 'f', values)}`,
    values.all,
  );
  const [file] = rows;
  if (file === undefined) return undefined;
  const contents = file.state === 'stored' && file.sha256 !== null ? [file.sha256] : [];
  const copies = await listCopies(tx, contents);
  const isPending = (await listUncopied(tx, contents)).size > 0;
  return { file, copy: copies.find((row) => row.copy === copy), isPending };
}

/** A file of a message whose text was taken. */
export interface TextFile {
  readonly messageId: MessageId;
  readonly sha256: string;
  readonly fileName: string | null;
}

/** Which files of the messages have a text; of messages that the caller has already been allowed to see. */
export async function listTextFiles(tx: TenantTx, messageIds: readonly MessageId[]): Promise<readonly TextFile[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await tx.query<TextFile>(
    `SELECT f.message_id AS "messageId", f.sha256, f.file_name AS "fileName"
     FROM hw.media f JOIN hw.media_copies c ON c.tenant_id = f.tenant_id AND c.sha256 = f.sha256
       AND c.copy = 'text' AND c.state = 'made'
     WHERE f.tenant_id = $1 AND f.message_id = ANY($2::uuid[]) ORDER BY f.message_id, f.path`,
    [tx.tenantId, messageIds],
  );
  return rows;
}

/** The sealed text of a content. */
export async function findFileText(tx: TenantTx, sha256: string): Promise<Buffer | undefined> {
  const { rows } = await tx.query<{ sealed: Buffer | null }>(
    `SELECT text_sealed AS sealed FROM hw.media_copies
     WHERE tenant_id = $1 AND sha256 = $2 AND copy = 'text' AND state = 'made'`,
    [tx.tenantId, sha256],
  );
  return rows[0]?.sealed ?? undefined;
}
