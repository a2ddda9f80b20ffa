import type {
  BusyDays,
  DialogPage,
  DialogView,
  FrozenDialogPage,
  FrozenDialogText,
  FrozenDialogView,
  ReadContext,
  TimelineView,
} from './reading-types.ts';
import type { ConversationView } from './types.ts';
import { answerOf, repeatable, type VisitorApi } from './visitor-api.ts';

/** Messages before and after the one that was opened. */
const AROUND = 30;
/** Messages that reading on brings. */
const FURTHER = 60;
/** Frozen messages of one page. */
const FROZEN = 100;

interface Reading {
  readonly cursor?: string | undefined;
  /** The silence that cuts dialogs, in minutes; null for the company's. */
  readonly gap: number | null;
}

function readingQuery({ cursor, gap }: Reading): { cursor?: string; gap?: number } {
  return { ...(cursor === undefined ? {} : { cursor }), ...(gap === null ? {} : { gap }) };
}

/** What was said around a message; `cursor` goes on from an answer's end, older or newer. */
export function readContext({ client }: VisitorApi, messageId: string, reading: Reading): Promise<ReadContext> {
  const count = reading.cursor === undefined ? AROUND : FURTHER;
  const query = { ...readingQuery(reading), before: count, after: count };
  return answerOf(client.GET('/v1/messages/{messageId}/context', { params: { path: { messageId }, query } }));
}

export function getConversation({ client }: VisitorApi, conversationId: string): Promise<ConversationView> {
  return answerOf(client.GET('/v1/conversations/{conversationId}', { params: { path: { conversationId } } }));
}

/** Dialogs of a conversation, newest first; `until` (exclusive) begins the list at a time. */
export function listDialogs(
  { client }: VisitorApi,
  conversationId: string,
  { until, ...reading }: Reading & { readonly until?: number | undefined },
): Promise<DialogPage> {
  const query = { ...readingQuery(reading), ...(until === undefined ? {} : { until }) };
  const params = { path: { conversationId }, query };
  return answerOf(client.GET('/v1/conversations/{conversationId}/dialogs', { params }));
}

/** Days on which something was said; `from` inclusive, `until` exclusive. */
export function listBusyDays(
  { client }: VisitorApi,
  conversationId: string,
  query: { readonly from: number; readonly until: number },
): Promise<BusyDays> {
  const params = { path: { conversationId }, query };
  return answerOf(client.GET('/v1/conversations/{conversationId}/days', { params }));
}

/** The first message at or after a time, else the last before it. */
export function findMessageAt(
  { client }: VisitorApi,
  conversationId: string,
  at: number,
): Promise<{ readonly messageId: string; readonly sentAt: number }> {
  const params = { path: { conversationId }, query: { at } };
  return answerOf(client.GET('/v1/conversations/{conversationId}/at', { params }));
}

/** The dialog that holds a message. */
export function getDialog(
  { client }: VisitorApi,
  messageId: string,
  gap: number | null,
): Promise<DialogView & { readonly gapMinutes: number }> {
  const query = readingQuery({ gap });
  return answerOf(client.GET('/v1/messages/{messageId}/dialog', { params: { path: { messageId }, query } }));
}

export interface CiteInput {
  readonly messageId: string;
  readonly gapMinutes: number;
  readonly note?: string;
}

/** Freezes the list of messages of a dialog, to cite it. */
export function citeDialog({ client }: VisitorApi, input: CiteInput, key: string): Promise<FrozenDialogView> {
  const body = { ...input, reason: 'cited' as const };
  return answerOf(client.POST('/v1/dialogs', { params: { header: repeatable(key) }, body }));
}

export function listFrozenDialogs({ client }: VisitorApi, cursor: string | undefined): Promise<FrozenDialogPage> {
  return answerOf(client.GET('/v1/dialogs', { params: { query: cursor === undefined ? {} : { cursor } } }));
}

export function getFrozenDialog(
  { client }: VisitorApi,
  dialogId: string,
  cursor: string | undefined,
): Promise<FrozenDialogText> {
  const query = { limit: FROZEN, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(client.GET('/v1/dialogs/{dialogId}', { params: { path: { dialogId }, query } }));
}

/** Takes a citation back. */
export async function removeFrozenDialog({ client }: VisitorApi, dialogId: string): Promise<void> {
  await client.DELETE('/v1/dialogs/{dialogId}', { params: { path: { dialogId } } });
}

interface PersonKeys {
  readonly connectionId: string;
  readonly personKey: string;
}

/** What one customer said and heard, in all conversations of all their ids, in one line of time. */
export function readTimeline(
  { client }: VisitorApi,
  { connectionId, personKey }: PersonKeys,
  { at, ...reading }: Reading & { readonly at?: number | undefined },
): Promise<TimelineView> {
  const query = { ...readingQuery(reading), ...(at === undefined ? {} : { at }) };
  const params = { path: { connectionId, personKey }, query };
  return answerOf(client.GET('/v1/people/{connectionId}/{personKey}/timeline', { params }));
}

/** Days on which one customer said or heard something; `from` inclusive, `until` exclusive. */
export function listTimelineDays(
  { client }: VisitorApi,
  { connectionId, personKey }: PersonKeys,
  query: { readonly from: number; readonly until: number },
): Promise<BusyDays> {
  const params = { path: { connectionId, personKey }, query };
  return answerOf(client.GET('/v1/people/{connectionId}/{personKey}/timeline/days', { params }));
}
