import { listMessages, type TenantTx } from '@highwater/db';
import type { AccessCondition, CanonicalMessage, ConversationId, MessagePosition } from '@highwater/domain';
import { matchQuote } from '@highwater/wecom';
import type { VerbContext } from '../verbs/verb-context.ts';
import { openMessage, viewPeopleOf, type MessageView } from './view-messages.ts';

/** Messages before a reply among which its quote is looked for; people reply to what is still on their screens. */
const LOOKED_AT = 300;
/** Kinds whose words, titles and names clients quote. */
const QUOTABLE = ['text', 'markdown', 'file', 'link', 'mixed', 'docmsg', 'weapp'] as const;

interface Candidate {
  readonly message: CanonicalMessage;
  readonly names: readonly string[];
  readonly view: Pick<MessageView, 'messageId' | 'sentAt' | 'sender'>;
}

/**
 * Messages of one conversation with what their quotes seem to quote: an earlier message of the conversation that the
 * reader may see, or `unmatched`. Asks once for all of them.
 */
export async function matchQuotes(
  ctx: Pick<VerbContext, 'deps' | 'language'>,
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  views: readonly MessageView[],
): Promise<MessageView[]> {
  const replies = views.filter(({ message }) => message.body.kind === 'text' && message.body.quote !== null);
  const newest = replies.reduce<MessageView | null>((last, view) => (last && isBefore(view, last) ? last : view), null);
  if (newest === null) return [...views];
  const candidates = await listCandidates(ctx, tx, access, conversationId, newest, views);
  return views.map((view) => {
    const { body } = view.message;
    if (body.kind !== 'text' || body.quote === null) return view;
    const earlier = candidates.filter((candidate) => isBefore(candidate.view, view));
    const found = matchQuote(body.quote, earlier);
    const quoted =
      found === undefined
        ? ({ state: 'unmatched', messageId: null, sentAt: null, sender: null } as const)
        : ({ state: 'matched', ...pick(found.view) } as const);
    return { ...view, quoted };
  });
}

/** Newest first: those before the newest reply, and those of the views that came with it. */
async function listCandidates(
  { deps, language }: Pick<VerbContext, 'deps' | 'language'>,
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  newest: MessageView,
  views: readonly MessageView[],
): Promise<Candidate[]> {
  const selection = { kinds: QUOTABLE, conversationId };
  const from = { sentAt: newest.sentAt, messageId: newest.messageId };
  const rows = await listMessages(tx, access, selection, { from, towards: 'older', limit: LOOKED_AT });
  const seen = new Map(views.map((view) => [view.messageId, view]));
  const opened = await Promise.all(
    rows.map(async (row) => ({
      ...row,
      message: seen.get(row.messageId)?.message ?? (await openMessage(deps, tx.tenantId, row)),
    })),
  );
  const senders = await viewPeopleOf(
    tx,
    opened
      .filter(({ messageId }) => !seen.has(messageId))
      .map((row) => ({ ...row, message: { ...row.message, to: [] } })),
    language,
  );
  return opened.map(({ messageId, sentAt, message }) => {
    const sender =
      seen.get(messageId)?.sender ??
      senders.get(messageId)?.find(({ personKey }) => personKey === message.from) ??
      null;
    const names = sender === null ? [] : [sender.name ?? '', sender.currentName ?? '', sender.writtenAs];
    return { message, names, view: { messageId, sentAt, sender } };
  });
}

function isBefore(one: MessagePosition, other: MessagePosition): boolean {
  return one.sentAt < other.sentAt || (one.sentAt === other.sentAt && one.messageId < other.messageId);
}

function pick({ messageId, sentAt, sender }: Candidate['view']): Candidate['view'] {
  return { messageId, sentAt, sender };
}
