import type { ConversationId, MessageKind, PersonKey, RoomId } from '@highwater/domain';

/** Tokens of a message's facts, beside those of its texts. Ids are taken as they are, never normalised. */
export const filterToken = {
  person: (person: PersonKey): string => `p:${person}`,
  room: (room: RoomId): string => `r:${room}`,
  conversation: (conversation: ConversationId): string => `v:${conversation}`,
  kind: (kind: MessageKind): string => `k:${kind}`,
};
