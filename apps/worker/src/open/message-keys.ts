import { keyedId, type SearchHasher, type SearchHashers, type TenantKeys } from '@highwater/crypto';
import type { ConversationId, TenantId } from '@highwater/domain';
import { createTextHasher, type TextHasher } from '@highwater/search';

/** The subkeys that turn a plaintext into rows, and what is remembered of their use. */
export interface MessageKeys {
  readonly tenantId: TenantId;
  readonly messageId: Uint8Array;
  /** Connection first; then "room" and its id, or "people" and theirs in order. */
  readonly conversationIdOf: (...parts: readonly string[]) => ConversationId;
  readonly plaintext: Uint8Array;
  readonly fileId: Uint8Array;
  readonly hashTexts: TextHasher;
  readonly hashToken: SearchHasher;
}

type Memory = Pick<MessageKeys, 'conversationIdOf' | 'hashTexts' | 'hashToken'>;

/** Conversations whose ids are remembered per tenant: a page names few of them, again and again. */
const HELD_CONVERSATIONS = 2000;

/** Collects a tenant's message keys. What a tenant's hasher remembers stays as long as the hasher is held. */
export function createMessageKeys(
  tenantKeys: TenantKeys,
  searchHashers: SearchHashers,
): (tenantId: TenantId) => Promise<MessageKeys> {
  const memories = new WeakMap<SearchHasher, Memory>();

  function remember(hash: SearchHasher, conversationKey: Uint8Array): Memory {
    const known = memories.get(hash);
    if (known !== undefined) return known;
    const memory = {
      hashTexts: createTextHasher(hash),
      hashToken: hash,
      conversationIdOf: createConversationIds(conversationKey),
    };
    memories.set(hash, memory);
    return memory;
  }

  return async (tenantId) => ({
    tenantId,
    messageId: await tenantKeys.subkey(tenantId, 'message-id'),
    plaintext: await tenantKeys.subkey(tenantId, 'plaintext'),
    fileId: await tenantKeys.subkey(tenantId, 'sdkfileid'),
    ...remember(await searchHashers(tenantId), await tenantKeys.subkey(tenantId, 'conversation-id')),
  });
}

function createConversationIds(subkey: Uint8Array): MessageKeys['conversationIdOf'] {
  const known = new Map<string, ConversationId>();
  return (...parts) => {
    // No id holds a NUL: parsing takes them out.
    const place = parts.join('\0');
    let id = known.get(place);
    if (id === undefined) {
      id = keyedId(subkey, ...parts) as ConversationId;
      if (known.size >= HELD_CONVERSATIONS) known.clear();
      known.set(place, id);
    }
    return id;
  };
}
