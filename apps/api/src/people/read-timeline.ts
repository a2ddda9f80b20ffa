import {
  findReadingSettings,
  inTenant,
  listBusyDaysOfPerson,
  listMessagesByIds,
  listPeopleByKeys,
  listPredecessors,
  listSameIds,
  type TenantTx,
} from '@highwater/db';
import {
  FaultError,
  type AccessCondition,
  type ConnectionId,
  type MessageId,
  type MessagePosition,
  type PersonKey,
} from '@highwater/domain';
import { groupCalls } from '@highwater/wecom';
import { z } from '@hono/zod-openapi';
import { BEGINNING, END } from '../conversations/get-conversation.ts';
import { splitDays } from '../conversations/split-days.ts';
import { viewOneConversation } from '../conversations/view-one-conversation.ts';
import { queryGap, readGap } from '../messages/read-gap.ts';
import { viewMessages } from '../messages/view-messages.ts';
import { queryInteger, queryTime } from '../schemas/query-values.ts';
import { connectionId, messageId, personKey, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, encodeCursor } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit, recordAuditOnce, SCROLL_MS } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { readSeen } from './walk-timeline.ts';
import { viewPerson } from './view-person.ts';

const params = z.strictObject({ connectionId, personKey });
export const readTimelineInput = {
  params,
  query: z.strictObject({
    gap: queryGap.optional(),
    cursor: z.string().max(1000).optional(),
    at: queryTime.optional(),
    limit: queryInteger({ min: 1, max: 200 }).optional(),
  }),
};
export const listTimelineDaysInput = { params, query: z.strictObject({ from: queryTime, until: queryTime }) };

/** Messages of a page unless asked otherwise. */
const LIMIT = 60;
const place = z.strictObject({ sentAt: time, messageId, towards: z.enum(['older', 'newer']) });

/**
 * Everything that one customer said and heard, under all ids that WeCom says are theirs, in one order of time: the newest
 * unless `at` names a time. A cursor reads on in its own direction.
 */
export async function readTimeline(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params: person, query } = parseInput(readTimelineInput, raw);
  const cursor = decodeCursor(place, query.cursor);
  const limit = query.limit ?? LIMIT;
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const ids = await listIds(tx, access, person);
    const gapMinutes = await readGap(tx, query.gap);
    const page = await readPage(tx, access, ids, { cursor, at: query.at ?? null, limit });
    const rows = (
      await listMessagesByIds(
        tx,
        access,
        page.items.map((point) => point.messageId),
      )
    ).toReversed();
    const before = await listPredecessors(tx, rows);
    const views = await viewMessages(ctx, tx, rows);
    const conversations = [];
    for (const id of new Set(rows.map((row) => row.conversationId))) {
      conversations.push(await viewOneConversation(ctx, tx, access, id, rows.at(-1)?.sentAt ?? null));
    }
    const people = await listPeopleByKeys(tx, ids);
    const subject = `person:${person.personKey}`;
    const act = { event: 'timeline.viewed', memberId, subject, detail: { messages: rows.length } };
    if (cursor === null) await recordAudit(ctx, tx, act);
    else await recordAuditOnce(ctx, tx, act, SCROLL_MS);
    return {
      gapMinutes,
      items: views.map((view) => {
        const previous = before.get(view.messageId);
        return {
          ...view,
          startsDialog: previous === undefined || view.sentAt - previous > gapMinutes * 60_000,
        };
      }),
      calls: groupCalls(views),
      conversations,
      people: people.map((row) => viewPerson(row, ctx.language)),
      atId: page.atId,
      olderCursor: page.older === null ? null : encodeCursor({ ...page.older, towards: 'older' }),
      newerCursor: page.newer === null ? null : encodeCursor({ ...page.newer, towards: 'newer' }),
    };
  });
}

/** Days of a stretch of time on which the reader may see something of one customer; a year at most. */
export async function listTimelineDays(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access } = authorise(ctx, 'view');
  const { params: person, query } = parseInput(listTimelineDaysInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const ids = await listIds(tx, access, person);
    const [first] = await readSeen(tx, access, ids, BEGINNING, 'newer', 1);
    const [last] = await readSeen(tx, access, ids, END, 'older', 1);
    const { zone } = await findReadingSettings(tx);
    if (first === undefined || last === undefined) return { days: [], zone, firstAt: null, lastAt: null };
    const days = splitDays(zone, query, { from: first.sentAt, until: last.sentAt + 1 });
    return {
      days: await listBusyDaysOfPerson(tx, access, ids, days),
      zone,
      firstAt: first.sentAt,
      lastAt: last.sentAt,
    };
  });
}

/** All ids of the same customer. Throws `thing.missing` where the reader may see nothing of any. */
async function listIds(
  tx: TenantTx,
  access: AccessCondition,
  person: { readonly connectionId: ConnectionId; readonly personKey: PersonKey },
): Promise<readonly PersonKey[]> {
  const known = await listPeopleByKeys(tx, [person.personKey]);
  const [ids = []] = await listSameIds(tx, [person.personKey]);
  const [seen] = await readSeen(tx, access, ids, END, 'older', 1);
  const isKnown = known.some((row) => row.connectionId === person.connectionId);
  if (!isKnown || seen === undefined) throw new FaultError('thing.missing');
  return ids;
}

interface Page {
  /** Oldest first. */
  readonly items: readonly MessagePosition[];
  readonly atId: MessageId | null;
  readonly older: MessagePosition | null;
  readonly newer: MessagePosition | null;
}

async function readPage(
  tx: TenantTx,
  access: AccessCondition,
  ids: readonly PersonKey[],
  asked: { cursor: z.output<typeof place> | null; at: number | null; limit: number },
): Promise<Page> {
  const { cursor, at, limit } = asked;
  const read = (from: MessagePosition, towards: 'older' | 'newer', count: number) =>
    readSeen(tx, access, ids, from, towards, count + 1);
  if (cursor !== null) {
    const found = await read(cursor, cursor.towards, limit);
    const edge = found.length > limit ? (found[limit - 1] ?? null) : null;
    const items = found.slice(0, limit);
    return cursor.towards === 'older'
      ? { items: items.toReversed(), atId: null, older: positionOf(edge), newer: null }
      : { items, atId: null, older: null, newer: positionOf(edge) };
  }
  const start = at === null ? END : { ...END, sentAt: at };
  const after = at === null ? [] : await read(start, 'newer', limit >> 1);
  const newer = after.slice(0, limit >> 1);
  const before = await read(start, 'older', limit - newer.length);
  const older = before.slice(0, limit - newer.length);
  return {
    items: [...older.toReversed(), ...newer],
    atId: at === null ? null : (newer[0]?.messageId ?? older[0]?.messageId ?? null),
    older: before.length > older.length ? positionOf(older.at(-1) ?? start) : null,
    newer: after.length > newer.length ? positionOf(newer.at(-1) ?? start) : null,
  };
}

function positionOf(point: MessagePosition | null): MessagePosition | null {
  return point === null ? null : { sentAt: point.sentAt, messageId: point.messageId };
}
