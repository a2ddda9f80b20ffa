import { listPoints, type ReadingPoint, type TenantTx } from '@highwater/db';
import type { AccessCondition, ConversationId, MessagePosition } from '@highwater/domain';

/** Messages of a dialog looked at on either side of its anchor; a longer one is cut there and says so. */
export const MOST_A_SIDE = 2000;
/** Points of a first read: nearly all dialogs are shorter. */
const CHUNK = 100;

/** A run of messages without a silence longer than the gap. */
export interface DialogSpan {
  /** All of them, whoever may see them, oldest first; not empty. */
  readonly points: readonly ReadingPoint[];
  readonly isCut: boolean;
}

/** The dialog that holds a message, the same for everybody but for who sees what. */
export async function measureDialog(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  anchor: ReadingPoint,
  gapMs: number,
): Promise<DialogSpan> {
  const older = await readRun(tx, access, conversationId, anchor, 'older', gapMs);
  const newer = await readRun(tx, access, conversationId, anchor, 'newer', gapMs);
  return { points: [...older.points.toReversed(), anchor, ...newer.points], isCut: older.isCut || newer.isCut };
}

/** Messages on from a place, nearest first, up to the first silence. */
export async function readRun(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  start: MessagePosition,
  towards: 'older' | 'newer',
  gapMs: number,
): Promise<DialogSpan> {
  const run: ReadingPoint[] = [];
  let [from, limit] = [start, CHUNK];
  for (;;) {
    const points = await listPoints(tx, access, conversationId, { from, towards, limit });
    for (const point of points) {
      if (Math.abs(point.sentAt - from.sentAt) > gapMs) return { points: run, isCut: false };
      if (run.length === MOST_A_SIDE) return { points: run, isCut: true };
      run.push(point);
      from = point;
    }
    if (points.length < limit) return { points: run, isCut: false };
    limit = CHUNK * 5;
  }
}
