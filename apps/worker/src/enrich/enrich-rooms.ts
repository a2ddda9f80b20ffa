import { hurryRoomConsents, listDueRooms, saveRoomLooks, type DueRoom, type RoomLook } from '@highwater/db';
import { FaultError, type CorpSecret, type Fault, type RoomRecord, type RoomState } from '@highwater/domain';
import { cleanRecord } from './clean-record.ts';
import type { EnrichTurn, TurnEnd } from './enrich-turn.ts';
import { isOfTheThing, isUnexplained } from './judge-fault.ts';
import { lookAtEach, type Looked } from './look-at-each.ts';
import { missedAt, REFRESH_MS, refreshAt } from './refresh-times.ts';

/** Names, owners, notices and members of rooms: customer rooms and internal ones by a call and a secret of their own. */
export async function enrichRooms(turn: EnrichTurn): Promise<TurnEnd> {
  const [archive, customer] = [await turn.secret('archive'), await turn.secret('customer_contact')];
  if (archive === null) return { hasMore: false, nextRunAt: turn.startedAt };
  const hasMore = await lookAtEach<DueRoom, RoomRecord>(turn, {
    list: (tx, limit) => listDueRooms(tx, turn.connectionId, turn.deps.clock.now(), Math.max(1, Math.ceil(limit / 2))),
    look: async (room) => cleanRecord(await findRoom(turn, room, archive, customer)),
    save: (tx, looked) => saveRoomLooks(tx, turn.connectionId, looked.map(lookOf)),
  });
  await turn.save((tx) => hurryRoomConsents(tx, turn.connectionId, turn.deps.clock.now()));
  return hasMore ? { hasMore } : { hasMore, nextRunAt: turn.startedAt };
}

/**
 * Asks the call that fits first, then the other: outsiders in a room hint at a customer room, and no call says it before.
 * Throws `secret.missing` for a room that only the missing secret could open.
 */
async function findRoom(
  turn: EnrichTurn,
  { roomId, isExternal, roomKind }: DueRoom,
  archive: CorpSecret,
  customer: CorpSecret | null,
): Promise<RoomRecord> {
  const asCustomer = async (): Promise<RoomRecord> => {
    if (customer === null) throw new FaultError('secret.missing');
    turn.purpose = 'customer_contact';
    return turn.deps.contacts.getCustomerRoom(customer, roomId);
  };
  const asInternal = (): Promise<RoomRecord> => {
    turn.purpose = 'archive';
    return turn.deps.contacts.getInternalRoom(archive, roomId);
  };
  const isCustomerRoom = roomKind === null ? isExternal : roomKind === 'customer';
  const [first, second] = isCustomerRoom ? [asCustomer, asInternal] : [asInternal, asCustomer];
  try {
    return await first();
  } catch (error) {
    // A number that nobody explained may be how this call says that the room is of the other kind.
    if (!(isOfTheThing(error) || isUnexplained(error))) throw error;
    // What WeCom once knew as a room of one kind is not one of the other.
    if (roomKind !== null) throw error;
    return second().catch((other: unknown) => Promise.reject(nearer(error, other)));
  }
}

/** Which of two refusals says more: one that a person can mend, or the one of the call that fitted. */
function nearer(first: FaultError, second: unknown): unknown {
  if (!isOfTheThing(second)) return second;
  if (isUnexplained(first)) return first;
  const mendable: readonly Fault[] = ['secret.missing', 'scope.missing'];
  return [first, second].find(({ fault }) => mendable.includes(fault)) ?? new FaultError('room.unknown');
}

function lookOf(one: Looked<DueRoom, RoomRecord>): RoomLook {
  const { thing: room, at } = one;
  if ('answer' in one) {
    const nextLookAt = refreshAt(at, REFRESH_MS.rooms);
    const found = { state: 'complete', fault: null, misses: 0, wasAsked: true, facts: one.answer } as const;
    return { roomId: room.roomId, at, nextLookAt, ...found };
  }
  const { fault } = one.error;
  const wasAsked = fault !== 'secret.missing';
  const misses = room.misses + (wasAsked ? 1 : 0);
  const nextLookAt = missedAt(at, room.misses + 1);
  return { roomId: room.roomId, state: stateOfMiss(room, fault), fault, misses, at, nextLookAt, wasAsked, facts: null };
}

function stateOfMiss({ roomKind, state }: DueRoom, fault: Fault): RoomState {
  // What was seen before stays as it was seen.
  if (fault === 'secret.missing') return state === 'pending' ? 'no_secret' : state;
  if (fault === 'scope.missing') return 'not_visible';
  if (fault !== 'room.unknown' && fault !== 'room.internal') return state;
  // Once known and now not: it was dismissed. Never known: begun on the WeChat side, and no call brings it.
  return roomKind === null ? 'not_customer_room' : 'gone';
}
