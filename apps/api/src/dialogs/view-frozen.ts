import { dialogNotePlace, openBytes } from '@highwater/crypto';
import {
  countArchivedLater,
  countSeenFrozen,
  listFrozenMessages,
  listMessagesByIds,
  type DialogRow,
  type TenantTx,
} from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import { viewOneConversation } from '../conversations/view-one-conversation.ts';
import type { frozenDialogView } from '../schemas/dialog.ts';
import type { AuthorisedMember } from '../verbs/authorise.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { readTopics } from './view-dialogs.ts';

/** Messages at the beginning in which a topic is looked for. */
const LOOKED_AT = 20;

/** A frozen dialog that the reader may know of, as it sees it. */
export async function viewFrozen(
  ctx: Pick<VerbContext, 'deps' | 'language'>,
  tx: TenantTx,
  { access, memberId }: AuthorisedMember,
  row: DialogRow,
): Promise<z.output<typeof frozenDialogView>> {
  const seen = await countSeenFrozen(tx, access, row);
  const start = await listFrozenMessages(tx, access, row.dialogId, { after: null, limit: LOOKED_AT });
  const [topic = null] = await readTopics(ctx, tx, access, [start]);
  const isAnchorSeen = (await listMessagesByIds(tx, access, [row.anchorId])).length > 0;
  const isOwn = row.frozenBy === memberId;
  const mayRead = isOwn || seen.messages === row.messages;
  return {
    dialogId: row.dialogId,
    conversation: await viewOneConversation(ctx, tx, access, row.conversationId, seen.lastAt),
    anchorId: isAnchorSeen ? row.anchorId : (start[0]?.messageId ?? row.anchorId),
    gapMinutes: row.gapMinutes,
    reason: row.reason,
    note: mayRead && row.sealedNote !== null ? await openNote(ctx, tx, row, row.sealedNote) : null,
    noteWithheld: !mayRead && row.sealedNote !== null,
    createdAt: row.frozenAt,
    // A narrowed reader does not learn who else is a member.
    createdBy: isOwn || access.kind === 'all' ? { memberId: row.frozenBy, name: row.frozenByName } : null,
    mayRemove: row.reason === 'cited' && (isOwn || access.kind === 'all'),
    firstAt: seen.firstAt ?? row.firstAt,
    lastAt: seen.lastAt ?? row.lastAt,
    isCut: row.isCut,
    messages: seen.messages,
    hidden: row.messages - seen.messages,
    archivedLater: await countArchivedLater(tx, access, row),
    topic,
  };
}

async function openNote(
  { deps }: Pick<VerbContext, 'deps'>,
  tx: TenantTx,
  row: DialogRow,
  sealed: Buffer,
): Promise<string> {
  const subkey = await deps.tenantKeys.subkey(tx.tenantId, 'plaintext');
  return Buffer.from(openBytes(subkey, dialogNotePlace(tx.tenantId, row.dialogId), sealed)).toString('utf8');
}
