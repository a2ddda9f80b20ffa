import type { CanonicalMessage, ConversationId, MessageBody, MessageId, UnixMs } from '@highwater/domain';
import { peopleOf } from '../parse/people-of.ts';

export type CallKind = Extract<MessageBody, { kind: 'voiptext' }>['call'];

/** A message that may belong to a call; others are passed over. */
export interface CallMessage {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId;
  readonly sentAt: UnixMs;
  readonly message: CanonicalMessage;
}

/** One call, however many messages WeCom sent of it. */
export interface Call {
  /** All of its messages, in time order. */
  readonly messageIds: readonly MessageId[];
  readonly noticeIds: readonly MessageId[];
  readonly recordingId: MessageId | null;
  readonly documentIds: readonly MessageId[];
  /** `other` where only a recording or a document speaks of it. */
  readonly kind: CallKind;
  readonly seconds: number | null;
  readonly endedAt: UnixMs;
}

/** Participants' notices of one call come within this, each when that participant's call ended. */
const NOTICES_WITHIN_MS = 2 * 60_000;
/** An unanswered call is over at once; the next try may follow soon. */
const UNANSWERED_WITHIN_MS = 5_000;
/** Participants leave one after the other. */
const SECONDS_APART = 2;
/** Between the end that the recording names and the notice that is sent at the end. */
const RECORDING_WITHIN_MS = 3 * 60_000;

interface Draft {
  readonly all: CallMessage[];
  readonly notices: CallMessage[];
  readonly documents: CallMessage[];
  recording: CallMessage | null;
  kind: CallKind;
  seconds: number | null;
  endedAt: UnixMs;
  readonly callIds: Set<string>;
}

/**
 * The calls of some messages, in time order. An ordinary call brings one notice per participant: notices of the same
 * people, kind and duration close in time, each of another sender, are one call. A recording belongs to the call of the
 * same people that ended when it ended; recordings and documents with the same call id belong together.
 */
export function groupCalls(messages: readonly CallMessage[]): Call[] {
  const drafts: Draft[] = [];
  const sorted = messages.toSorted((one, other) => one.sentAt - other.sentAt);
  for (const message of sorted) addNotice(drafts, message);
  for (const message of sorted) addRecording(drafts, message);
  for (const message of sorted) addDocument(drafts, message);
  return drafts.map(finish).toSorted((one, other) => one.endedAt - other.endedAt);
}

function addNotice(drafts: Draft[], message: CallMessage): void {
  const { body } = message.message;
  if (body.kind !== 'voiptext') return;
  const within = body.seconds === 0 ? UNANSWERED_WITHIN_MS : NOTICES_WITHIN_MS;
  const draft = drafts.find((call) => {
    const [first] = call.notices;
    return (
      first !== undefined &&
      call.kind === body.call &&
      isClose(call.seconds, body.seconds) &&
      message.sentAt - first.sentAt <= within &&
      isSamePlace(first, message) &&
      !call.notices.some((notice) => notice.message.from === message.message.from)
    );
  });
  if (draft === undefined) {
    drafts.push({ ...startDraft(message), kind: body.call, seconds: body.seconds, notices: [message] });
    return;
  }
  draft.all.push(message);
  draft.notices.push(message);
  draft.seconds = Math.max(draft.seconds ?? 0, body.seconds ?? 0) || draft.seconds;
}

function addRecording(drafts: Draft[], message: CallMessage): void {
  const { body } = message.message;
  if (body.kind !== 'meeting_voice_call') return;
  const endedAt = body.endsAt ?? message.sentAt;
  const sameId = drafts.find((call) => body.callId !== '' && call.callIds.has(body.callId));
  const [nearest] = drafts
    .filter(
      (call) =>
        call.recording === null &&
        call.notices.some((notice) => isSamePlace(notice, message)) &&
        (call.kind === 'one_voice' || call.kind === 'group_voice' || call.kind === 'other') &&
        Math.abs(call.endedAt - endedAt) <= RECORDING_WITHIN_MS,
    )
    .toSorted((one, other) => Math.abs(one.endedAt - endedAt) - Math.abs(other.endedAt - endedAt));
  const draft = sameId ?? nearest ?? addDraft(drafts, message, endedAt);
  if (draft.all[0] !== message) draft.all.push(message);
  draft.recording ??= message;
  if (body.callId !== '') draft.callIds.add(body.callId);
}

function addDocument(drafts: Draft[], message: CallMessage): void {
  const { body } = message.message;
  if (body.kind !== 'voip_doc_share') return;
  const sameId = drafts.find((call) => body.callId !== '' && call.callIds.has(body.callId));
  const draft = sameId ?? addDraft(drafts, message, message.sentAt);
  if (draft.all[0] !== message) draft.all.push(message);
  draft.documents.push(message);
  if (body.callId !== '') draft.callIds.add(body.callId);
}

function startDraft(message: CallMessage): Draft {
  return {
    all: [message],
    notices: [],
    documents: [],
    recording: null,
    kind: 'other',
    seconds: null,
    endedAt: message.sentAt,
    callIds: new Set(),
  };
}

function addDraft(drafts: Draft[], message: CallMessage, endedAt: UnixMs): Draft {
  const draft = { ...startDraft(message), endedAt };
  drafts.push(draft);
  return draft;
}

function finish(draft: Draft): Call {
  const ids = (messages: readonly CallMessage[]) => messages.map(({ messageId }) => messageId);
  return {
    messageIds: ids(draft.all.toSorted((one, other) => one.sentAt - other.sentAt)),
    noticeIds: ids(draft.notices),
    recordingId: draft.recording?.messageId ?? null,
    documentIds: ids(draft.documents),
    kind: draft.kind,
    seconds: draft.seconds,
    endedAt: draft.endedAt,
  };
}

function isClose(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) <= SECONDS_APART;
}

/** The same conversation, or the same people where WeCom left the room out of one of the messages. */
function isSamePlace(one: CallMessage, other: CallMessage): boolean {
  if (one.conversationId === other.conversationId) return true;
  const people = new Set(peopleOf(one.message));
  const others = peopleOf(other.message);
  return people.size === others.length && others.every((person) => people.has(person));
}
