import {
  countRoomMembers,
  findRoom,
  inTenant,
  listPresentConsents,
  listLastMessages,
  listRoomHistory,
  listRoomMembers,
} from '@highwater/db';
import { FaultError, type PersonKey } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { connectionId, personKey, roomId, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { PAGE_PARTS_MS, recordAuditOnce, SCROLL_MS } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewPeopleOfRoom } from './view-people-of-room.ts';

const params = z.strictObject({ connectionId, roomId });

export const getRoomInput = { params };
export const listRoomMembersInput = {
  params,
  query: pageQuery.extend({ state: z.enum(['present', 'left']).optional() }),
};

/** Changes told of one room. */
const CHANGES = 200;

/** A room with its names, owners and notices over time, for a reader who may see something in it. */
export async function getRoom(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const place = parseInput(getRoomInput, raw).params;
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const room = await findRoom(tx, access, place.connectionId, place.roomId);
    if (room === undefined) throw new FaultError('thing.missing');
    const subject = `room:${place.roomId}`;
    await recordAuditOnce(ctx, tx, { event: 'room.viewed', memberId, subject }, PAGE_PARTS_MS);
    const history = await listRoomHistory(tx, access, place, CHANGES);
    const owners = history.flatMap(({ attribute, value }) => (attribute === 'owner' ? [value as PersonKey] : []));
    const named = [...owners, ...(room.owner === null ? [] : [room.owner])];
    const { personOf } = await viewPeopleOfRoom(
      tx,
      place.connectionId,
      named.map((key) => ({ personKey: key, strangerName: null })),
      ctx.language,
    );
    const [newest] = await listLastMessages(tx, access, [room.conversationId]);
    return {
      ...room,
      lastMessageId: newest?.messageId ?? null,
      isPartial: access.kind !== 'all',
      owner: room.owner === null ? null : personOf(room.owner),
      members: await countRoomMembers(tx, access, place),
      history: history.map((change) => ({
        ...change,
        person: change.attribute === 'owner' ? personOf(change.value as PersonKey) : null,
      })),
    };
  });
}

const memberPlace = z.strictObject({ at: time, personKey });

/** Who is in a room, by the time they joined, or who left it, the last first. */
export async function listMembersOfRoom(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params: place, query } = parseInput(listRoomMembersInput, raw);
  const { cursor, limit = DEFAULT_LIMIT } = query;
  const after = decodeCursor(memberPlace, cursor);
  const left = query.state === 'left';
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    if ((await findRoom(tx, access, place.connectionId, place.roomId)) === undefined) {
      throw new FaultError('thing.missing');
    }
    const subject = `room:${place.roomId}`;
    await recordAuditOnce(
      ctx,
      tx,
      { event: 'room.viewed', memberId, subject },
      after === null ? PAGE_PARTS_MS : SCROLL_MS,
    );
    const rows = await listRoomMembers(tx, access, place, { left, after, limit: limit + 1 });
    const named = [
      ...rows.flatMap(({ invitedBy }) => (invitedBy === null ? [] : [{ personKey: invitedBy, strangerName: null }])),
      ...rows,
    ];
    const { personOf, isKnown } = await viewPeopleOfRoom(tx, place.connectionId, named, ctx.language);
    const page = pageOf(rows, limit, (row) => ({ at: row.endedBy ?? row.since, personKey: row.personKey }));
    const members = page.items.map(({ personKey: key }) => ({ connectionId: place.connectionId, personKey: key }));
    const consents = new Map(
      (await listPresentConsents(tx, access, members))
        .filter((consent) => consent.roomId === place.roomId)
        .map((consent) => [consent.externalPerson, consent]),
    );
    const items = page.items.map((row) => ({
      ...row,
      consent: consents.get(row.personKey)?.status ?? null,
      consentChangedAt: consents.get(row.personKey)?.changedAt ?? null,
      consentFault: consents.get(row.personKey)?.fault ?? null,
      person: personOf(row.personKey),
      isStranger: !isKnown(row.personKey),
      invitedBy: row.invitedBy === null ? null : personOf(row.invitedBy),
    }));
    return { ...page, items };
  });
}
