export type { Direction, MessageRow } from './message-row.ts';
export { findConversationOf } from './find-conversation-of.ts';
export { findMessage, listMessagesByIds } from './find-message.ts';
export { listUnanswered } from './list-unanswered.ts';
export { listMessages } from './list-messages.ts';
export { countHidden } from './count-hidden.ts';
export { listRecalls } from './list-recalls.ts';
export { insertMessages, insertParticipants, type NewMessage } from './insert-messages.ts';
export { listConflictingMsgids } from './list-conflicting-msgids.ts';
export { countSearchable } from './count-searchable.ts';
export {
  countMessagesToParse,
  countUnknown,
  listMessagesToParse,
  type MessageToParse,
} from './list-messages-to-parse.ts';
export { replaceParticipants, updateMessages } from './update-messages.ts';
