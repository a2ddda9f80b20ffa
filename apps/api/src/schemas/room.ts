import { z } from '@hono/zod-openapi';
import { personView } from './person.ts';
import { fault } from './problem.ts';
import { connectionId, conversationId, messageId, orNull, pageOfItems, roomId, time } from './values.ts';

export const ROOM_STATES = [
  'pending',
  'complete',
  'partial',
  'not_visible',
  'gone',
  'not_customer_room',
  'no_secret',
] as const;
export const roomState = z.enum(ROOM_STATES).openapi('RoomState');

export const roomView = z
  .object({
    roomId,
    connectionId,
    name: z.string().nullable(),
    conversationId,
    /** Somebody from outside takes part in what the reader sees of it. */
    isExternal: z.boolean(),
    firstAt: time,
    lastAt: time,
    state: roomState,
    /** Why it is not complete. */
    fault: orNull(fault),
    /** Which call of WeCom's knows it; null until one did. */
    roomKind: z.enum(['customer', 'internal']).nullable(),
    /** At the last look; null where it is not known, and for a reader who sees only some of them. */
    memberCount: z.int().nullable(),
  })
  .openapi('Room');

export const roomPage = pageOfItems(roomView);

/** What was seen of it from the first look that found it to the last; `endedBy` found another. Between two looks nobody knows. */
const seen = { seenFrom: time, seenUntil: time, endedBy: time.nullable() };

export const roomRecordView = roomView
  .extend({
    owner: orNull(personView),
    notice: z.string().nullable(),
    /** When it was made, as WeCom states it. */
    madeAt: time.nullable(),
    lookedAt: time.nullable(),
    nextLookAt: time.nullable(),
    /** The newest message that the reader may see. */
    lastMessageId: orNull(messageId),
    /** The reader sees some of its messages, and so some of its members and history. */
    isPartial: z.boolean(),
    /** As far as the reader sees them. */
    members: z.object({ present: z.int(), left: z.int() }),
    /** Newest first, at most 200. */
    history: z
      .array(
        z.object({
          attribute: z.enum(['name', 'owner', 'notice']),
          value: z.string(),
          /** Of an owner. */
          person: orNull(personView),
          ...seen,
        }),
      )
      .readonly(),
  })
  .openapi('RoomRecord');

export const roomMemberView = z
  .object({
    person: personView,
    /** Never took part in a message: the room alone names them. */
    isStranger: z.boolean(),
    ...seen,
    /** As WeCom states it; the membership began then even where nobody looked. */
    joinedAt: time.nullable(),
    nickname: z.string().nullable(),
    isAdmin: z.boolean(),
    invitedBy: orNull(personView),
    /** Where an external member stands in this room, by messages and by WeCom's answers; null where neither told. */
    consent: z.enum(['agree', 'disagree', 'default_agree', 'other']).nullable(),
    consentChangedAt: time.nullable(),
    consentFault: orNull(fault),
  })
  .openapi('RoomMember');

export const roomMemberPage = pageOfItems(roomMemberView);
