import { z } from '@hono/zod-openapi';
import { callView, hiddenRun, messageView, readMessageView } from './message.ts';
import { conversationView } from './conversation.ts';
import { personView } from './person.ts';
import { dialogId, memberId, messageId, nextCursor, orNull, pageOfItems, time } from './values.ts';

export const freezeReason = z.enum(['cited', 'exported', 'held']).openapi('FreezeReason');

/** A run of messages of one conversation without a silence longer than the gap. */
export const dialogView = z
  .object({
    /** Of those that the reader may see. */
    firstMessageId: messageId,
    lastMessageId: messageId,
    firstAt: time,
    lastAt: time,
    /** That the reader may see. */
    messages: z.int(),
    /** That it may not see. */
    hidden: z.int(),
    /** Longer than what is looked at: it begins earlier or ends later. */
    isCut: z.boolean(),
    /** Who spoke, most first, at most 20; between two also who was spoken to. */
    people: z.array(personView).readonly(),
    /** Beginning of the first text that the reader may see. */
    topic: z.string().nullable(),
    /** Frozen dialogs of the same time, the last frozen first. */
    frozen: z.array(z.object({ dialogId, reason: freezeReason, at: time })).readonly(),
  })
  .openapi('Dialog');

export const oneDialogView = dialogView.extend({ gapMinutes: z.int() }).openapi('OneDialog');

export const dialogPage = pageOfItems(dialogView).extend({ gapMinutes: z.int() }).openapi('DialogPage');

/** A dialog whose list of messages was frozen. */
export const frozenDialogView = z
  .object({
    dialogId,
    conversation: conversationView,
    /** The message whose dialog it is, or the first that the reader may see. */
    anchorId: messageId,
    gapMinutes: z.int(),
    reason: freezeReason,
    /** For whoever wrote it and readers who see every message of the list; else null. */
    note: z.string().nullable(),
    /** There is a note that the reader may not read. */
    noteWithheld: z.boolean(),
    createdAt: time,
    /** For whoever did it and readers who see every message. */
    createdBy: orNull(z.object({ memberId, name: z.string() })),
    /** Whether the reader may take it back. */
    mayRemove: z.boolean(),
    firstAt: time,
    lastAt: time,
    isCut: z.boolean(),
    /** Frozen messages that the reader may see. */
    messages: z.int(),
    /** Frozen messages that it may not see. */
    hidden: z.int(),
    /** Messages that the reader may see, were sent in that time and are not on the list; at most 1,000 are counted. */
    archivedLater: z.int(),
    topic: z.string().nullable(),
  })
  .openapi('FrozenDialog');

export const frozenDialogPage = pageOfItems(frozenDialogView).openapi('FrozenDialogPage');

export const frozenDialogText = frozenDialogView
  .extend({
    /** Oldest first. */
    items: z.array(messageView).readonly(),
    calls: z.array(callView).readonly(),
    /** Messages of the list that the reader may not see, in their places. */
    hiddenAt: z.array(hiddenRun).readonly(),
    nextCursor,
  })
  .openapi('FrozenDialogText');

export const busyDays = z
  .object({
    /** Days of the company's zone on which the reader may see something, ascending. `isMore`: at least so many. */
    days: z.array(z.object({ day: z.iso.date(), count: z.int(), isMore: z.boolean() })).readonly(),
    zone: z.string(),
    /** Of everything that the reader may see; null where that is nothing. */
    firstAt: time.nullable(),
    lastAt: time.nullable(),
  })
  .openapi('BusyDays');

export const messagePlace = z.object({ messageId, sentAt: time }).openapi('MessagePlace');

export const timelineView = z
  .object({
    gapMinutes: z.int(),
    /** Of all conversations, oldest first. */
    items: z.array(readMessageView).readonly(),
    calls: z.array(callView).readonly(),
    /** Those of the items. */
    conversations: z.array(conversationView).readonly(),
    /** The same customer's ids that the reader may see. */
    people: z.array(personView).readonly(),
    /** The message that was jumped to. */
    atId: orNull(messageId),
    olderCursor: z.string().nullable(),
    newerCursor: z.string().nullable(),
  })
  .openapi('Timeline');
