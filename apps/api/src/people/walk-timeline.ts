import { findSharedDay, listTimelinePoints, type TenantTx, type TimelinePoint } from '@highwater/db';
import type { AccessCondition, MessageId, MessagePosition, PersonKey } from '@highwater/domain';

/** Points of a first read beyond what is wanted, and of those after it. */
const SPARE = 40;
const FURTHER = 500;
/** Hidden messages in a row after which days without anybody of the grant are passed over. */
const MOST_HIDDEN = 500;
const DAY_MS = 86_400_000;
const NO_ID = '00000000-0000-0000-0000-000000000000' as MessageId;

/** Messages of a person that the reader may see, on from a place; `wanted` of them, or all that are left. */
export async function readSeen(
  tx: TenantTx,
  access: AccessCondition,
  ids: readonly PersonKey[],
  start: MessagePosition,
  towards: 'older' | 'newer',
  wanted: number,
): Promise<readonly TimelinePoint[]> {
  if (access.kind === 'none') return [];
  const seen: TimelinePoint[] = [];
  let hidden = 0;
  let [from, limit] = [start, access.kind === 'all' ? wanted : wanted + SPARE];
  for (;;) {
    const points = await listTimelinePoints(tx, access, ids, { from, towards, limit });
    for (const point of points) {
      hidden = point.isSeen ? 0 : hidden + 1;
      if (point.isSeen) seen.push(point);
    }
    const last = points.at(-1);
    if (seen.length >= wanted || points.length < limit || last === undefined) return seen.slice(0, wanted);
    const next = hidden < MOST_HIDDEN ? last : await passOver(tx, access, ids, last, towards);
    if (next === undefined) return seen;
    from = next;
    limit = FURTHER;
  }
}

/** The place from which to read on: `last` itself, or the beginning of a day further on. */
async function passOver(
  tx: TenantTx,
  access: AccessCondition,
  ids: readonly PersonKey[],
  last: MessagePosition,
  towards: 'older' | 'newer',
): Promise<MessagePosition | undefined> {
  if (access.kind !== 'where') return last;
  const dayAt = await findSharedDay(tx, access.any, ids, last.sentAt, towards);
  if (dayAt === undefined) return undefined;
  const edge = { sentAt: towards === 'older' ? dayAt + DAY_MS : dayAt, messageId: NO_ID };
  return (towards === 'older' ? edge.sentAt > last.sentAt : edge.sentAt <= last.sentAt) ? last : edge;
}
