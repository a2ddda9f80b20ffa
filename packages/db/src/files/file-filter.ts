import type { AccessCondition, ConnectionId, Fault, MediaId, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import type { SqlValues } from '../conditions/sql-values.ts';
import type { MediaRow } from '../media/media-row.ts';
import { unreadableSql } from '../media-copies/count-unreadable.ts';

/**
 * Still to come; not to be had; here, but other than the message said it would be; sent as files, and their text cannot be
 * searched (each content once, by one of its files that the reader may see).
 */
export type FileList = 'waiting' | 'absent' | 'deviating' | 'unread';

/** A part of the media ledger; null is everything. */
export interface FileFilter {
  readonly list: FileList | null;
  readonly connectionId: ConnectionId | null;
  readonly mediaKind: MediaRow['mediaKind'] | null;
  readonly fault: Fault | null;
  readonly mediaId: MediaId | null;
}

/** For how long WeCom keeps a file. */
export const KEPT_BY_WECOM = `interval '5 days'`;

/** After this WeCom has it no more; for `hw.media f` and `hw.messages m`. */
export const EXPIRES_AT = `coalesce(f.expires_at, m.sent_at + ${KEPT_BY_WECOM})`;

/** Of a stored file: its bytes are not those that the message announced. */
export const DEVIATES = `(f.md5_state = 'differed' OR f.fault IN ('media.md5_differs', 'media.size_differs'))`;

const LISTS: Readonly<Record<Exclude<FileList, 'unread'>, string>> = {
  waiting: `f.state = 'wanted'`,
  absent: `f.state = 'absent'`,
  deviating: `f.state = 'stored' AND ${DEVIATES}`,
};

/** Conditions on `hw.media f`. `tenant` is the tenant's placeholder. */
export function fileConditions(access: AccessCondition, filter: FileFilter, tenant: string, values: SqlValues): string {
  const conditions = [`f.tenant_id = ${tenant}`, accessSql(access, 'f', values)];
  if (filter.list === 'unread')
    conditions.push(`f.media_id IN (SELECT unread.media_id FROM (${unreadableSql(tenant, access, values)}) unread)`);
  else if (filter.list !== null) conditions.push(LISTS[filter.list]);
  if (filter.connectionId !== null) conditions.push(`f.connection_id = ${values.add(filter.connectionId)}`);
  if (filter.mediaKind !== null) conditions.push(`f.media_kind = ${values.add(filter.mediaKind)}`);
  if (filter.fault !== null) conditions.push(`f.fault = ${values.add(filter.fault)}`);
  if (filter.mediaId !== null) conditions.push(`f.media_id = ${values.add(filter.mediaId)}`);
  return conditions.join(' AND ');
}

/** Before which file the next page begins. */
export interface FilePlace {
  readonly sentAt: UnixMs;
  readonly mediaId: MediaId;
}
