import { findSeenConversation, listMessagesByIds, type TenantTx } from '@highwater/db';
import { FaultError, type AccessCondition, type ConversationId, type UnixMs } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { conversationView } from '../schemas/message.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { viewConversations } from './view-conversations.ts';

/** One conversation with the names of `at` (of its newest message where null), whatever its length. Throws `thing.missing`. */
export async function viewOneConversation(
  ctx: Pick<VerbContext, 'deps' | 'language'>,
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  at: UnixMs | null,
): Promise<z.output<typeof conversationView>> {
  const row = await findSeenConversation(tx, access, conversationId);
  if (row === undefined) throw new FaultError('thing.missing');
  const last = await listMessagesByIds(tx, access, [row.newest.messageId]);
  const [view] = await viewConversations(ctx, tx, access, [row], at, last);
  if (view === undefined) throw new FaultError('thing.missing');
  return view;
}
