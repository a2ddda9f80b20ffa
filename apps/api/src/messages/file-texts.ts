import { openFileText } from '@highwater/crypto';
import { findFileText, inTenant, listTextFiles, type TextFile } from '@highwater/db';
import { faultOf, type MessageId, type MessageKind, type TenantId } from '@highwater/domain';
import { KINDS_WITH_FILES } from '@highwater/search';
import type { ApiDeps } from '../api-deps.ts';

/** The text of a content; undefined where there is none, or where it does not open any more. */
export async function findText(deps: ApiDeps, tenantId: TenantId, sha256: string): Promise<string | undefined> {
  const sealed = await inTenant(deps.database, tenantId, (tx) => findFileText(tx, sha256));
  if (sealed === undefined) return undefined;
  const subkey = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  try {
    return openFileText(subkey, tenantId, sha256, sealed);
  } catch (error) {
    deps.log.error('text of a file does not open', { tenantId, fault: faultOf(error) });
    return undefined;
  }
}

/** Which files of messages that the reader may see have a text, by message. */
export async function findTextFiles(
  deps: ApiDeps,
  tenantId: TenantId,
  messages: readonly { readonly messageId: MessageId; readonly kind: MessageKind }[],
): Promise<ReadonlyMap<MessageId, readonly TextFile[]>> {
  const messageIds = messages.flatMap(({ messageId, kind }) => (KINDS_WITH_FILES.includes(kind) ? [messageId] : []));
  if (messageIds.length === 0) return new Map();
  const files = await inTenant(deps.database, tenantId, (tx) => listTextFiles(tx, messageIds));
  return Map.groupBy(files, ({ messageId }) => messageId);
}
