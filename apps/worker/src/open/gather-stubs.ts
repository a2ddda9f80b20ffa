import type { SeenConversation, SeenPerson, SeenRoom } from '@highwater/db';
import type { ConversationId, PersonKey, RoomId } from '@highwater/domain';
import { isExternalPerson, isRobot } from '@highwater/wecom';
import type { MessageRows } from './derive-message.ts';

export interface Stubs {
  readonly conversations: readonly SeenConversation[];
  readonly people: readonly SeenPerson[];
  readonly rooms: readonly SeenRoom[];
}

/** Conversations, people and rooms of some messages, each once, with the time in which it was seen. */
export function gatherStubs(messages: readonly MessageRows[]): Stubs {
  const conversations = new Map<ConversationId, SeenConversation>();
  const people = new Map<PersonKey, SeenPerson>();
  const rooms = new Map<RoomId, SeenRoom>();
  for (const rows of messages) {
    const { sentAt, roomId } = rows.message;
    const { conversationId, kind, isExternal } = rows.conversation;
    const seen = { firstAt: sentAt, lastAt: sentAt };
    const before = conversations.get(conversationId);
    conversations.set(conversationId, {
      conversationId,
      kind,
      roomId,
      people: before === undefined ? rows.people : [...new Set([...before.people, ...rows.people])],
      isExternal: isExternal || before?.isExternal === true,
      ...widen(before, seen),
    });
    for (const personKey of rows.people) {
      const known = people.get(personKey);
      const writtenAs = known?.writtenAs ?? rows.writtenAs[personKey] ?? personKey;
      people.set(personKey, { personKey, writtenAs, kind: kindOf(personKey), ...widen(known, seen) });
    }
    if (roomId === null) continue;
    const room = rooms.get(roomId);
    rooms.set(roomId, {
      roomId,
      conversationId,
      isExternal: isExternal || room?.isExternal === true,
      ...widen(room, seen),
    });
  }
  return { conversations: [...conversations.values()], people: [...people.values()], rooms: [...rooms.values()] };
}

interface Seen {
  readonly firstAt: number;
  readonly lastAt: number;
}

function widen(before: Seen | undefined, seen: Seen): Seen {
  if (before === undefined) return seen;
  return { firstAt: Math.min(before.firstAt, seen.firstAt), lastAt: Math.max(before.lastAt, seen.lastAt) };
}

function kindOf(person: PersonKey): SeenPerson['kind'] {
  if (isRobot(person)) return 'robot';
  return isExternalPerson(person) ? 'external_contact' : 'employee';
}
