import type { AccessCondition, MessageId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, type Cases } from './isolation-case.ts';
import { dialogOf, dialogRowOf } from './seed-dialog.ts';
import { CHEN, CUSTOMER } from './seed-people.ts';
import type { SeededTenant } from './seed-tenant.ts';

const ALL: AccessCondition = { kind: 'all' };
const NOBODY: AccessCondition = { kind: 'none' };
const CHEN_ONLY: AccessCondition = { kind: 'where', any: [{ people: [CHEN] }] };
const START = { sentAt: 0, messageId: '00000000-0000-0000-0000-000000000000' as MessageId };
const DAYS = [{ day: '2026-01-01', from: 0, until: ROW_TIME + 86_400_000 }];
const dialogRow = ({ dialogId, ownerId, conversationId, messageId }: SeededTenant) =>
  dialogRowOf(dialogId, ownerId, conversationId, messageId);

/** Reading on in a conversation, and dialogs that were frozen. */
export const READING_CASES = {
  listPoints: {
    run: (tx, seed) => db.listPoints(tx, ALL, seed.conversationId, { from: START, towards: 'newer', limit: 10 }),
    nothing: [],
  },
  findNearestSeen: {
    run: (tx, seed) => db.findNearestSeen(tx, CHEN_ONLY, seed.conversationId, START, 'newer'),
    nothing: undefined,
  },
  findSeenConversation: {
    run: (tx, seed) => db.findSeenConversation(tx, CHEN_ONLY, seed.conversationId),
    nothing: undefined,
  },
  listBusyDays: { run: (tx, seed) => db.listBusyDays(tx, ALL, seed.conversationId, DAYS), nothing: [] },
  listBusyDaysOfPerson: { run: (tx) => db.listBusyDaysOfPerson(tx, ALL, [CUSTOMER], DAYS), nothing: [] },
  listTimelinePoints: {
    run: (tx) => db.listTimelinePoints(tx, ALL, [CUSTOMER], { from: START, towards: 'newer', limit: 10 }),
    nothing: [],
  },
  findSharedDay: {
    run: (tx) => db.findSharedDay(tx, [{ people: [CHEN] }], [CUSTOMER], ROW_TIME, 'newer'),
    nothing: undefined,
  },
  listPredecessors: {
    run: (tx, { conversationId, messageId }) =>
      db.listPredecessors(tx, [{ conversationId, messageId, sentAt: ROW_TIME + 60_000 }]),
    nothing: new Map(),
  },
  insertDialog: {
    run: (tx, { ownerId, conversationId, messageId }) =>
      db.insertDialog(tx, dialogOf(newId(), ownerId, conversationId, messageId)),
    nothing: NO_SUCH_ROW,
  },
  removeDialog: {
    run: (tx, { dialogId, ownerId }) => db.removeDialog(tx, dialogId, { by: ownerId, at: ROW_TIME }),
    nothing: false,
  },
  findDialog: { run: (tx, { dialogId }) => db.findDialog(tx, ALL, dialogId), nothing: undefined },
  findExportedDialog: { run: (tx, { dialogId }) => db.findExportedDialog(tx, dialogId), nothing: undefined },
  listDialogs: { run: (tx) => db.listDialogs(tx, ALL, { after: null, limit: 10 }), nothing: [] },
  listDialogsWithin: {
    run: (tx, { conversationId }) =>
      db.listDialogsWithin(tx, ALL, conversationId, { firstAt: 0, lastAt: ROW_TIME + 60_000 }),
    nothing: [],
  },
  listFrozenMessages: {
    run: (tx, { dialogId }) => db.listFrozenMessages(tx, ALL, dialogId, { after: null, limit: 10 }),
    nothing: [],
  },
  listHiddenOfFrozen: {
    run: (tx, { dialogId }) => db.listHiddenOfFrozen(tx, NOBODY, dialogId, { after: null, until: null }),
    nothing: [],
  },
  countSeenFrozen: {
    run: (tx, seed) => db.countSeenFrozen(tx, CHEN_ONLY, dialogRow(seed)),
    nothing: { messages: 0, firstAt: null, lastAt: null },
  },
  countArchivedLater: { run: (tx, seed) => db.countArchivedLater(tx, ALL, dialogRow(seed)), nothing: 0 },
} satisfies Partial<Cases>;
