import type { MessageId, SearchDocument, UnixMs } from '@highwater/domain';
import { encodeId } from './encode-id.ts';
import { encodeTexts } from './encode-text.ts';

export const QUARTER_MS = 15 * 60_000;
const EAST_8_MS = 8 * 3_600_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A message as one line of an import. Throws a RangeError for an id that is no UUID. */
export function buildDocument(document: SearchDocument): Record<string, unknown> {
  const [tieA, tieB] = tieOf(document.messageId);
  return {
    id: document.messageId,
    tenant: encodeId(document.tenantId),
    conversation: encodeId(document.conversationId),
    ...(document.roomId === null ? {} : { room: encodeId(document.roomId) }),
    people: document.people.map(encodeId),
    kind: encodeId(document.kind),
    direction: encodeId(document.direction),
    media: document.hasMedia ? 'yes' : 'no',
    recalled: document.isRecalled ? 'yes' : 'no',
    sent_at: document.sentAt,
    tie_a: tieA,
    tie_b: tieB,
    day: dayAtEast8(document.sentAt),
    quarter: String(Math.floor(document.sentAt / QUARTER_MS)),
    chars: encodeTexts(document.texts),
  };
}

/**
 * Two numbers, exact in JavaScript, that order as ids do. The 24 bits that are left out could only matter between two
 * messages of one millisecond whose ids begin with the same 104 bits.
 */
export function tieOf(messageId: MessageId): readonly [number, number] {
  if (!UUID.test(messageId)) throw new RangeError('The id of a message is a UUID in small letters.');
  const digits = messageId.replaceAll('-', '');
  return [Number.parseInt(digits.slice(0, 13), 16), Number.parseInt(digits.slice(13, 26), 16)];
}

/** As "YYYYMMDD". */
export function dayAtEast8(at: UnixMs): string {
  return new Date(at + EAST_8_MS).toISOString().slice(0, 10).replaceAll('-', '');
}
