import type {
  AccessCondition,
  ConversationId,
  ExportId,
  MediaId,
  MessageId,
  PersonKey,
  TenantId,
} from '@highwater/domain';
import {
  addConnection,
  addMember,
  addMessages,
  addTenant,
  createTestDatabase,
  newId,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { insertMedia } from '../media/insert-media.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { countExport } from './count-export.ts';
import {
  clearSelection,
  countSelection,
  freezeSelection,
  listSelectedConversations,
  listSelectedMessages,
  listSelectedPeople,
} from './export-selection.ts';
import { insertExport } from './write-exports.ts';

const LIN = 'linxiaoyu' as PersonKey;
const CHEN = 'chen.min' as PersonKey;
const ALL: AccessCondition = { kind: 'all' };
const LIN_ONLY: AccessCondition = { kind: 'where', any: [{ people: [LIN] }] };
const EVERYTHING = { people: [], roomId: null, conversationId: null, kinds: [], from: null, until: null } as const;
const FROZEN = { selection: EVERYTHING, access: ALL, archivedUntil: ROW_TIME, among: null };

let own: TestDatabase;
let tenantId: TenantId;
let exportId: ExportId;
let conversations: readonly ConversationId[];
let messages: readonly MessageId[];

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  conversations = [newId<ConversationId>(), newId<ConversationId>()].toSorted();
  await within(async (tx) => {
    exportId = await queueExport(tx);
    const connectionId = await addConnection(tx);
    // Six messages at two instants, even ones in the first conversation; Lin's are the first three. The last came later.
    messages = await addMessages(
      tx,
      connectionId,
      Array.from({ length: 6 }, (_, index) => ({
        conversationId: conversations[index % 2] ?? newId(),
        sentAt: ROW_TIME + (index % 2) * 1000,
        people: index < 3 ? [LIN, CHEN] : [CHEN],
      })),
    );
    await addMessages(tx, connectionId, [{ people: [LIN], sentAt: ROW_TIME }], ROW_TIME + 1);
    const media = (index: number, path: string) => ({
      mediaId: newId<MediaId>(),
      messageId: messages[index] ?? newId<MessageId>(),
      path,
      mediaKind: 'image',
      fileName: null,
      extension: null,
      expectedSize: null,
      expectedMd5: null,
      sealedFileId: null,
      state: 'wanted' as const,
      fault: null,
    });
    await insertMedia(tx, connectionId, [media(0, 'a'), media(0, 'b'), media(5, 'a')], ROW_TIME);
  });
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);

async function queueExport(tx: TenantTx): Promise<ExportId> {
  const id = newId<ExportId>();
  await insertExport(tx, {
    exportId: id,
    requestedBy: await addMember(tx),
    scheduleId: null,
    selection: EVERYTHING,
    sealedWords: null,
    archivedUntil: ROW_TIME,
    createdAt: ROW_TIME,
  });
  return id;
}

async function selected(): Promise<ReadonlySet<MessageId>> {
  const rows = await within(async (tx) =>
    Promise.all(conversations.map((conversation) => listSelectedMessages(tx, exportId, conversation, null, 100))),
  );
  return new Set(rows.flat().map(({ messageId }) => messageId));
}

describe('a frozen selection', () => {
  test('holds what was archived in time, and what arrives later is not added', async () => {
    await within((tx) => freezeSelection(tx, exportId, FROZEN));
    expect(await selected()).toEqual(new Set(messages));
    expect(await within((tx) => countSelection(tx, exportId))).toEqual({ messages: 6, media: 3 });
    await within(async (tx) => addMessages(tx, await addConnection(tx), [{ people: [LIN] }]));
    expect(await within((tx) => countSelection(tx, exportId))).toEqual({ messages: 6, media: 3 });
  });

  test('holds nothing that the requester may not see, in any way of choosing', async () => {
    await within((tx) => freezeSelection(tx, exportId, { ...FROZEN, access: LIN_ONLY }));
    await within((tx) => freezeSelection(tx, exportId, { ...FROZEN, access: LIN_ONLY, among: messages }));
    await within((tx) => freezeSelection(tx, exportId, { ...FROZEN, access: { kind: 'none' } }));
    expect(await selected()).toEqual(new Set(messages.slice(0, 3)));
    expect(await within((tx) => countSelection(tx, exportId))).toEqual({ messages: 3, media: 2 });
  });

  test('holds of the messages found by words those that its other filters let through', async () => {
    const among = messages.slice(1, 5);
    const selection = { ...EVERYTHING, conversationId: conversations[0] ?? null };
    await within((tx) => freezeSelection(tx, exportId, { ...FROZEN, selection, among }));
    expect(await selected()).toEqual(new Set([messages[2], messages[4]]));
    await within((tx) => freezeSelection(tx, exportId, { ...FROZEN, among: [] }));
    expect(await selected()).toEqual(new Set([messages[2], messages[4]]));
  });

  test('is the same when it is frozen twice, and empty once it is forgotten', async () => {
    await within((tx) => freezeSelection(tx, exportId, FROZEN));
    await within((tx) => freezeSelection(tx, exportId, FROZEN));
    expect(await within((tx) => countSelection(tx, exportId))).toEqual({ messages: 6, media: 3 });
    const another = await within(queueExport);
    await within((tx) => freezeSelection(tx, another, FROZEN));
    await within((tx) => clearSelection(tx, exportId));
    expect(await within((tx) => countSelection(tx, exportId))).toEqual({ messages: 0, media: 0 });
    expect(await within((tx) => countSelection(tx, another))).toEqual({ messages: 6, media: 3 });
  });

  test('is read by conversation, oldest first, without repeating or skipping equal times', async () => {
    await within((tx) => freezeSelection(tx, exportId, FROZEN));
    expect(await within((tx) => listSelectedConversations(tx, exportId))).toEqual([
      { conversationId: conversations[0], messages: 3, firstAt: ROW_TIME, lastAt: ROW_TIME },
      { conversationId: conversations[1], messages: 3, firstAt: ROW_TIME + 1000, lastAt: ROW_TIME + 1000 },
    ]);
    const [first] = conversations;
    if (first === undefined) throw new Error('no conversation');
    const read: { sentAt: number; messageId: MessageId }[] = [];
    for (;;) {
      const page = await within((tx) => listSelectedMessages(tx, exportId, first, read.at(-1) ?? null, 1));
      if (page.length === 0) break;
      read.push(...page);
    }
    expect(read.map(({ messageId }) => messageId)).toEqual([messages[0], messages[2], messages[4]].toSorted());
  });

  test('names the people of its messages, not everybody', async () => {
    await within((tx) => freezeSelection(tx, exportId, { ...FROZEN, among: messages.slice(4) }));
    const people = await within((tx) => listSelectedPeople(tx, exportId, conversations[0] ?? newId()));
    expect(people).toEqual([CHEN]);
  });

  test('is counted for the mail', async () => {
    await within((tx) => freezeSelection(tx, exportId, FROZEN));
    expect(await within((tx) => countExport(tx, exportId))).toEqual({
      messages: 6,
      conversations: 2,
      sealed: 0,
      findingsOpen: 0,
    });
  });
});
