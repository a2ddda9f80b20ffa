import { z } from '@hono/zod-openapi';
import { canonicalMessage } from './canonical-message.ts';
import { conversationView } from './conversation.ts';
import { mediaView } from './media.ts';
import { personView } from './person.ts';
import { searchCoverage } from './search-coverage.ts';
import { bigNumber, connectionId, conversationId, messageId, roomId, time, orNull } from './values.ts';

export const direction = z.enum(['internal', 'inbound', 'outbound', 'none']).openapi('Direction');

/**
 * What a reply seems to quote. WeCom gives no proof: anybody can type the layout. `unmatched` when no earlier message of
 * the conversation that the reader may see has these words.
 */
export const quotedMatch = z
  .object({
    state: z.enum(['matched', 'unmatched']),
    messageId: orNull(messageId),
    sentAt: time.nullable(),
    sender: orNull(personView),
  })
  .openapi('QuotedMatch');

/** One call: the notices that WeCom sent of it, one per participant, its recording and the documents shown in it. */
export const callView = z
  .object({
    /** Of the notices and the recording, in time order; the call is shown in place of the first. */
    messageIds: z.array(messageId).readonly(),
    noticeIds: z.array(messageId).readonly(),
    recordingId: orNull(messageId),
    documentIds: z.array(messageId).readonly(),
    kind: z.enum(['one_video', 'one_voice', 'group_video', 'group_voice', 'other']),
    seconds: z.number().nullable(),
    endedAt: time,
  })
  .openapi('Call');

export const messageView = z
  .object({
    messageId,
    seq: bigNumber,
    msgid: z.string(),
    connectionId,
    conversationId,
    kind: z.string(),
    sentAt: time,
    /** False when WeCom gave no usable time and `sentAt` is the archive's. */
    sentAtKnown: z.boolean(),
    archivedAt: time,
    direction,
    sender: orNull(personView),
    roomId: orNull(roomId),
    /** What the room was called then; null where no name is known. */
    roomName: z.string().nullable(),
    recalledAt: time.nullable(),
    /** Of a text in the layout of a reply: the earlier message with the quoted words. Null where no quote was looked for. */
    quoted: orNull(quotedMatch),
    message: canonicalMessage,
    media: z.array(mediaView).readonly(),
    /** Sender and receivers; in a list, of a message in a room, the sender and those receivers whom it names. */
    people: z.array(personView).readonly(),
    /** Whom what it says is about, without having taken part: the person of a card. */
    named: z.array(personView).readonly(),
  })
  .openapi('Message');

/** JSON as WeCom sent it; what opens its files is masked. */
export const originalView = z.object({ messageId, original: z.string() }).openapi('OriginalMessage');

export const highlight = z
  .object({
    field: z.string(),
    text: z.string(),
    /** Of UTF-16 code units in `text`, end exclusive. */
    ranges: z.array(z.object({ start: z.int(), end: z.int() })).readonly(),
  })
  .openapi('Highlight');

/** A part of a file's text in which words were found. */
export const fileHighlight = z
  .object({
    fileName: z.string().nullable(),
    /** A short part around the first word. */
    text: z.string(),
    /** Of UTF-16 code units in `text`, end exclusive. */
    ranges: z.array(z.object({ start: z.int(), end: z.int() })).readonly(),
  })
  .openapi('FileHighlight');

/** Texts of its message that are longer than 4,000 characters are cut there; the message itself has them whole. */
export const searchHit = messageView
  .extend({
    /** Of a longer text a part around the first word. */
    highlights: z.array(highlight).readonly(),
    /** Files of the message whose own text holds words that were searched for. */
    fileHighlights: z.array(fileHighlight).readonly(),
  })
  .openapi('SearchHit');

/** How many match: exactly, when both are the same. */
export const searchTotal = z
  .object({
    atLeast: z.int(),
    /** Null while nobody counted. */
    atMost: z.int().nullable(),
  })
  .openapi('SearchTotal');

export const searchEngine = z.enum(['postgres', 'typesense']).openapi('SearchEngine');

export const searchPage = z
  .object({
    items: z.array(searchHit).readonly(),
    nextCursor: z.string().nullable(),
    total: searchTotal,
    /** The page is not full and the cursor goes on from here: looking took long enough. */
    lookedBackTo: time.nullable(),
    engine: searchEngine,
    coverage: searchCoverage,
  })
  .openapi('SearchPage');

export const readMessageView = messageView
  .extend({
    /** The first message that the reader sees after a silence longer than the gap, or of the conversation. */
    startsDialog: z.boolean(),
  })
  .openapi('ReadMessage');

/** Messages that the reader's role does not see, in their place. */
export const hiddenRun = z
  .object({
    /** The item that they follow; null before the first one. */
    afterId: orNull(messageId),
    count: z.int(),
    /** There are more than were counted. */
    isMore: z.boolean(),
  })
  .openapi('HiddenRun');

export const contextView = z
  .object({
    anchorId: messageId,
    conversation: conversationView,
    /** The silence that cuts dialogs here. */
    gapMinutes: z.int(),
    /** Oldest first. */
    items: z.array(readMessageView).readonly(),
    /** Calls among the items, each once. */
    calls: z.array(callView).readonly(),
    olderCursor: z.string().nullable(),
    newerCursor: z.string().nullable(),
    /** Messages in the same stretch that the reader may not see: the sum of `hiddenAt`. */
    hidden: z.int(),
    /** The same in their places. What is hidden at an end where more can be read comes with what is read there. */
    hiddenAt: z.array(hiddenRun).readonly(),
  })
  .openapi('MessageContext');

export { conversationPage, conversationView } from './conversation.ts';
export { mediaView } from './media.ts';
export { consentPage, personPage, personView } from './person.ts';
export { roomPage } from './room.ts';
