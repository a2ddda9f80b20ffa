import type { ConversationView } from '../api/types.ts';
import { personName } from '../components/person-name.tsx';
import type { Words } from '../words/words-context.tsx';

/** Characters of an id that tell two apart where no name is known. */
const SHORT = 6;

/** A room's name; where none is known, a word with the end of its id. */
export function roomName(room: { roomId: string; name: string | null; isExternal: boolean }, { t }: Words): string {
  if (room.name !== null && room.name !== '') return room.name;
  return t(room.isExternal ? 'reader.externalRoomUnnamed' : 'reader.internalRoomUnnamed', {
    id: room.roomId.slice(-SHORT),
  });
}

/** By the names of the time that is shown. */
export function conversationTitle(conversation: ConversationView, words: Words): string {
  const { kind, roomId, name, people, isExternal } = conversation;
  if (kind === 'room' && roomId !== null) return roomName({ roomId, name, isExternal }, words);
  if (name !== null && name !== '') return name;
  return people.map(personName).join(words.t('common.comma'));
}

/** By the names of today: for lists, where no time is shown that a name could belong to. */
export function titleNow(conversation: ConversationView, words: Words): string {
  const { currentName, name, people } = conversation;
  return conversationTitle(
    {
      ...conversation,
      name: currentName ?? name,
      people: people.map((person) => ({ ...person, displayName: person.currentName ?? person.displayName })),
    },
    words,
  );
}
