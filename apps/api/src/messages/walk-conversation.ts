import { findNearestSeen, listPoints, type ReadingPoint, type TenantTx } from '@highwater/db';
import type { AccessCondition, ConversationId, MessagePosition } from '@highwater/domain';

/** Hidden messages in a row that are counted; what follows is passed over to the next one that the reader may see. */
export const MOST_HIDDEN = 1000;
/** Points of every read after the first. */
const FURTHER = 400;

export type Step = (ReadingPoint & { readonly skipped: false }) | { readonly skipped: true };

/**
 * All messages of a conversation away from `from`, seen or not, as a reader walks through them. A long run of hidden ones
 * ends in one `skipped` step: some more are hidden there, nobody counted how many.
 */
export async function* walkConversation(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  walk: {
    readonly from: MessagePosition;
    readonly towards: 'older' | 'newer';
    /** Points of the first read. */
    readonly chunk: number;
    readonly mostHidden?: number;
  },
): AsyncGenerator<Step> {
  const { towards, mostHidden = MOST_HIDDEN } = walk;
  let [place, limit, hidden] = [walk.from, walk.chunk, 0];
  for (;;) {
    const points = await listPoints(tx, access, conversationId, { from: place, towards, limit });
    for (const point of points) {
      hidden = point.isSeen ? 0 : hidden + 1;
      place = point;
      yield { ...point, skipped: false };
      if (hidden === mostHidden) break;
    }
    if (hidden === mostHidden) {
      const next = await findNearestSeen(tx, access, conversationId, place, towards);
      yield { skipped: true };
      if (next === undefined) return;
      // One place before it, so that the next read begins with it.
      place = justBefore(next, towards);
      hidden = 0;
    } else if (points.length < limit) return;
    limit = FURTHER;
  }
}

/** The place from which a message is the first one read. Ids are between these two. */
function justBefore({ sentAt, messageId }: MessagePosition, towards: 'older' | 'newer'): MessagePosition {
  const digits = BigInt(`0x${messageId.replaceAll('-', '')}`) + (towards === 'older' ? 1n : -1n);
  const hex = digits.toString(16).padStart(32, '0');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return { sentAt, messageId: parts.join('-') as MessagePosition['messageId'] };
}
