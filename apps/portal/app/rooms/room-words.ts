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

/** A customer room or an internal one where a call knows it; else by who takes part. */
export function roomKindWord(room: Pick<RoomView, 'roomKind' | 'isExternal'>, { t }: Pick<Words, 't'>): string {
  if (room.roomKind === null) return t(room.isExternal ? 'reader.externalRoom' : 'reader.internalRoom');
  return t(room.roomKind === 'customer' ? 'reader.customerRoom' : 'reader.internalRoom');
}
