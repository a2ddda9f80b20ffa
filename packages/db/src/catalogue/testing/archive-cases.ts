import type { AccessCondition, ConversationId, MediaId, MessageId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, type Cases } from './isolation-case.ts';
import { mediaOf } from './seed-media.ts';
import { CHEN, CUSTOMER } from './seed-people.ts';
import { consentOf, EVERYTHING, type SeededTenant } from './seed-tenant.ts';

const ALL: AccessCondition = { kind: 'all' };
const NONE: AccessCondition = { kind: 'none' };
const LATER = { firstAt: ROW_TIME, lastAt: ROW_TIME + 1, isExternal: true };
const START = { sentAt: 0, messageId: '00000000-0000-0000-0000-000000000000' as MessageId };
const END = { sentAt: ROW_TIME + 86_400_000, messageId: START.messageId };

function newMessage(seed: SeededTenant): db.NewMessage {
  return {
    messageId: newId(),
    seq: '99',
    msgid: 'new',
    kind: 'text',
    sentAt: ROW_TIME,
    sentAtKnown: true,
    sender: CHEN,
    roomId: seed.roomId,
    conversationId: seed.conversationId,
    direction: 'internal',
    preMsgid: null,
    sealedPlaintext: Buffer.from('sealed'),
  };
}

export const ARCHIVE_CASES = {
  findMessage: { run: (tx, seed) => db.findMessage(tx, ALL, seed.messageId), nothing: undefined },
  listMessagesByIds: { run: (tx, seed) => db.listMessagesByIds(tx, ALL, [seed.messageId]), nothing: [] },
  listMessages: {
    run: (tx) => db.listMessages(tx, ALL, EVERYTHING, { from: null, towards: 'older', limit: 10 }),
    nothing: [],
  },
  countHidden: { run: (tx, seed) => db.countHidden(tx, NONE, seed.conversationId, START, END), nothing: 0 },
  countSearchable: { run: (tx) => db.countSearchable(tx), nothing: { archived: 0, indexed: 0 } },
  countMessages: {
    run: (tx) => db.countMessages(tx, ALL, ROW_TIME),
    nothing: { storedMessages: 0, today: 0, firstMessageId: null },
  },
  listRecalls: {
    run: (tx, { messageId, connectionId }) => db.listRecalls(tx, [{ messageId, connectionId, msgid: 'first' }]),
    nothing: new Map(),
  },
  listConflictingMsgids: {
    run: (tx, seed) => db.listConflictingMsgids(tx, seed.connectionId, ['second']),
    nothing: [],
  },
  insertMessages: {
    run: (tx, seed) => db.insertMessages(tx, seed.connectionId, [newMessage(seed)], ROW_TIME),
    nothing: new Set(),
  },
  insertParticipants: {
    run: (tx, { messageId, conversationId }) =>
      db.insertParticipants(tx, [{ messageId, conversationId, personKey: newId(), sentAt: ROW_TIME }]),
    nothing: undefined,
  },
  insertSearchTokens: {
    run: (tx, { otherMessageId }) =>
      db.insertSearchTokens(tx, [{ messageId: otherMessageId, sentAt: ROW_TIME, tokens: [4] }]),
    nothing: undefined,
  },
  listPeople: {
    run: (tx) => db.listPeople(tx, ALL, { kind: null, text: null, after: null, limit: 10 }),
    nothing: [],
  },
  listPeopleByKeys: { run: (tx) => db.listPeopleByKeys(tx, [CHEN]), nothing: [] },
  listPeopleOfMessages: { run: (tx, seed) => db.listPeopleOfMessages(tx, { whole: [seed.messageId] }), nothing: [] },
  countEmployees: { run: (tx) => db.countEmployees(tx, ALL), nothing: { seen: 0, total: 0 } },
  savePeople: {
    run: (tx, seed) =>
      db.savePeople(tx, seed.connectionId, [{ personKey: CHEN, writtenAs: 'x', kind: 'employee', ...LATER }]),
    nothing: undefined,
  },
  listRoomsSeen: { run: (tx, { roomId }) => db.listRoomsSeen(tx, ALL, [roomId]), nothing: [] },
  listRooms: { run: (tx) => db.listRooms(tx, ALL, { after: null, limit: 10 }), nothing: [] },
  saveRooms: {
    run: (tx, { connectionId, roomId, conversationId }) =>
      db.saveRooms(tx, connectionId, [{ roomId, conversationId, ...LATER }]),
    nothing: undefined,
  },
  listConversations: {
    run: (tx) => db.listConversations(tx, ALL, { kind: null, person: null, after: null, limit: 10 }),
    nothing: [],
  },
  listConversationsByIds: { run: (tx, seed) => db.listConversationsByIds(tx, ALL, [seed.conversationId]), nothing: [] },
  listLastMessages: { run: (tx, seed) => db.listLastMessages(tx, ALL, [seed.conversationId]), nothing: [] },
  saveConversations: {
    run: (tx, { connectionId, conversationId, roomId }) =>
      db.saveConversations(tx, connectionId, [
        { conversationId, kind: 'room', roomId, people: [CUSTOMER], ...LATER },
        { conversationId: newId<ConversationId>(), kind: 'room', roomId, people: [CUSTOMER], ...LATER },
      ]),
    nothing: undefined,
  },
  saveConsents: {
    run: (tx, seed) => db.saveConsents(tx, seed.connectionId, [consentOf(seed.otherMessageId)]),
    nothing: NO_SUCH_ROW,
  },
  deleteConsents: { run: (tx, seed) => db.deleteConsents(tx, [seed.messageId]), nothing: undefined },
  listConsents: { run: (tx) => db.listConsents(tx, ALL, CUSTOMER, { before: null, limit: 10 }), nothing: [] },
  listPresentConsents: {
    run: (tx, { connectionId }) => db.listPresentConsents(tx, ALL, [{ connectionId, personKey: CUSTOMER }]),
    nothing: [],
  },
  findMedia: { run: (tx, seed) => db.findMedia(tx, ALL, seed.mediaId), nothing: undefined },
  listMediaOfMessages: { run: (tx, seed) => db.listMediaOfMessages(tx, [seed.messageId]), nothing: [] },
  countMedia: { run: (tx) => db.countMedia(tx), nothing: { wanted: 0, absent: 0 } },
  insertMedia: {
    run: (tx, seed) =>
      db.insertMedia(tx, seed.connectionId, [mediaOf(seed.messageId, newId<MediaId>(), 'file')], ROW_TIME),
    nothing: NO_SUCH_ROW,
  },
} satisfies Partial<Cases>;
