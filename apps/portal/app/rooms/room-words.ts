import type { RoomView } from '../api/types.ts';
import type { Words } from '../words/words-context.tsx';

export const ROOM_STATES = [
  'pending',
  'complete',
  'partial',
  'not_visible',
  'gone',
  'not_customer_room',
  'no_secret',
] as const satisfies readonly RoomView['state'][];

/** What stands in place of what no look brought yet, or none ever will; undefined where a look brought it. */
export function untoldWord(
  { roomKind, state }: Pick<RoomView, 'roomKind' | 'state'>,
  { t }: Pick<Words, 't'>,
): string | undefined {
  if (roomKind !== null) return undefined;
  return t(state === 'not_customer_room' ? 'rooms.neverTold' : 'rooms.notTold');
}

/** A customer room or an internal one where a call knows it; else by who takes part. */
export function roomKindWord(room: Pick<RoomView, 'roomKind' | 'isExternal'>, { t }: Pick<Words, 't'>): string {
  if (room.roomKind === null) return t(room.isExternal ? 'reader.externalRoom' : 'reader.internalRoom');
  return t(room.roomKind === 'customer' ? 'reader.customerRoom' : 'reader.internalRoom');
}
