import { listDialogsWithin, listMessagesByIds, type MessageRow, type ReadingPoint, type TenantTx } from '@highwater/db';
import type { AccessCondition, ConversationId, MessageId } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import { viewSpeakers } from './view-speakers.ts';
import { openMessage } from '../messages/view-messages.ts';
import type { dialogView } from '../schemas/dialog.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import type { DialogSpan } from './measure-dialog.ts';
import { TEXT_KINDS, topicLine } from './topic-line.ts';

export type DialogView = z.output<typeof dialogView>;

/** Messages at the beginning of a dialog in which a topic is looked for. */
const LOOKED_AT = 5;

/** Dialogs as a reader sees them, in the order given; one of which it sees nothing is left out. */
export async function viewDialogs(
  ctx: Pick<VerbContext, 'deps' | 'language'>,
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  spans: readonly DialogSpan[],
): Promise<DialogView[]> {
  const dialogs = spans.flatMap((span) => {
    const seen = span.points.filter(({ isSeen }) => isSeen);
    const [first, last] = [seen.at(0), seen.at(-1)];
    return first === undefined || last === undefined ? [] : [{ ...span, seen, first, last }];
  });
  if (dialogs.length === 0) return [];
  const speakers = await viewSpeakers(ctx, tx, dialogs);
  const topics = await readTopics(
    ctx,
    tx,
    access,
    dialogs.map(({ seen }) => seen),
  );
  const range = {
    firstAt: Math.min(...dialogs.map(({ first }) => first.sentAt)),
    lastAt: Math.max(...dialogs.map(({ last }) => last.sentAt)),
  };
  const frozen = await listDialogsWithin(tx, access, conversationId, range);
  return dialogs.map(({ points, seen, first, last, isCut }, place) => ({
    firstMessageId: first.messageId,
    lastMessageId: last.messageId,
    firstAt: first.sentAt,
    lastAt: last.sentAt,
    messages: seen.length,
    hidden: points.length - seen.length,
    isCut,
    people: speakers[place] ?? [],
    topic: topics[place] ?? null,
    frozen: frozen
      .filter((each) => each.lastAt >= first.sentAt && each.firstAt <= last.sentAt)
      .map(({ dialogId, reason, frozenAt }) => ({ dialogId, reason, at: frozenAt })),
  }));
}

/** The topic line of each list of seen messages, oldest first. */
export async function readTopics(
  { deps }: Pick<VerbContext, 'deps'>,
  tx: TenantTx,
  access: AccessCondition,
  lists: readonly (readonly Pick<ReadingPoint, 'messageId' | 'kind'>[])[],
): Promise<(string | null)[]> {
  const candidates = lists.map((seen) => {
    const texts = seen.filter(({ kind }) => TEXT_KINDS.some((text) => text === kind)).slice(0, LOOKED_AT);
    return [...texts, ...seen.slice(0, LOOKED_AT)].map(({ messageId }) => messageId);
  });
  const rows = await listMessagesByIds(tx, access, [...new Set(candidates.flat())]);
  const known = new Map(rows.map((row) => [row.messageId, row]));
  return Promise.all(candidates.map((ids) => firstTopic(deps, tx, ids, known)));
}

async function firstTopic(
  deps: VerbContext['deps'],
  tx: TenantTx,
  ids: readonly MessageId[],
  known: ReadonlyMap<MessageId, MessageRow>,
): Promise<string | null> {
  for (const id of ids) {
    const row = known.get(id);
    const line = row === undefined ? null : topicLine(await openMessage(deps, tx.tenantId, row));
    if (line !== null) return line;
  }
  return null;
}
