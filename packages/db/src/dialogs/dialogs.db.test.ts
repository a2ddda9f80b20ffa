import type {
  AccessCondition,
  ConversationId,
  DialogId,
  ExportId,
  MemberId,
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
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freezeSelection, listSelectedMessages } from '../exports/export-selection.ts';
import { insertExport } from '../exports/write-exports.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { insertDialog, removeDialog } from './freeze-dialog.ts';
import { countArchivedLater, countSeenFrozen, listFrozenMessages } from './list-frozen-messages.ts';
import { findDialog, listDialogs, listDialogsWithin } from './list-dialogs.ts';

const LIN = 'linxiaoyu' as PersonKey;
const CHEN = 'chen.min' as PersonKey;
const ALL: AccessCondition = { kind: 'all' };
const LIN_ONLY: AccessCondition = { kind: 'where', any: [{ people: [LIN] }] };
const NOBODYS: AccessCondition = { kind: 'where', any: [{ people: ['nobody' as PersonKey] }] };
const CONVERSATION = newId<ConversationId>();
/** Ten messages, two at each instant; every third is Lin's. The last four are archived after the list was frozen. */
const MESSAGES = Array.from({ length: 10 }, (_, index) => ({
  messageId: newId<MessageId>(),
  sentAt: ROW_TIME + Math.floor(index / 2) * 1000,
  people: index % 3 === 0 ? [LIN, CHEN] : [CHEN],
  conversationId: CONVERSATION,
}));
const LATE = [MESSAGES[2], MESSAGES[3], MESSAGES[8], MESSAGES[9]];
const FROZEN = MESSAGES.filter((message) => !LATE.includes(message)).toSorted(
  (one, other) => one.sentAt - other.sentAt || (one.messageId < other.messageId ? -1 : 1),
);
const LINS = FROZEN.filter(({ people }) => people.includes(LIN));

let own: TestDatabase;
let tenantId: TenantId;
let memberId: MemberId;
const dialogId = newId<DialogId>();

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  await within(async (tx) => {
    const connectionId = await addConnection(tx);
    memberId = await addMember(tx);
    await addMessages(tx, connectionId, FROZEN);
    await insertDialog(tx, dialogOf(dialogId));
    await addMessages(
      tx,
      connectionId,
      LATE.flatMap((message) => message ?? []),
      ROW_TIME + 60_000,
    );
  });
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const idsOf = (rows: readonly { messageId: MessageId }[]) => rows.map(({ messageId }) => messageId);

function dialogOf(id: DialogId): Parameters<typeof insertDialog>[1] {
  return {
    dialogId: id,
    conversationId: CONVERSATION,
    anchorId: FROZEN[0]?.messageId ?? newId<MessageId>(),
    gapMinutes: 30,
    reason: 'cited',
    sealedNote: null,
    isCut: false,
    messages: FROZEN,
    frozenBy: memberId,
    frozenAt: ROW_TIME,
  };
}

test('a frozen list stays what it was, page by page and for each reader', async () => {
  for (const [access, expected] of [
    [ALL, FROZEN],
    [LIN_ONLY, LINS],
    [NOBODYS, []],
  ] as const) {
    const read: MessageId[] = [];
    let after: { sentAt: number; messageId: MessageId } | null = null;
    for (;;) {
      const page: Awaited<ReturnType<typeof listFrozenMessages>> = await within((tx) =>
        listFrozenMessages(tx, access, dialogId, { after, limit: 1 }),
      );
      const [row] = page;
      if (row === undefined) break;
      read.push(row.messageId);
      after = row;
    }
    expect(read).toEqual(idsOf(expected));
  }
});

test('says how much of it a reader sees, and what came later inside it', async () => {
  const row = await within((tx) => findDialog(tx, ALL, dialogId));
  if (row === undefined) throw new Error('the dialog is missing');
  expect(row).toMatchObject({ messages: 6, firstAt: ROW_TIME, lastAt: ROW_TIME + 3000, frozenAt: ROW_TIME });
  expect(await within((tx) => countSeenFrozen(tx, LIN_ONLY, row))).toEqual({
    messages: LINS.length,
    firstAt: LINS[0]?.sentAt,
    lastAt: LINS.at(-1)?.sentAt,
  });
  // Two of the late ones stand after the end of the dialog.
  expect(await within((tx) => countArchivedLater(tx, ALL, row))).toBe(2);
  expect(await within((tx) => countArchivedLater(tx, LIN_ONLY, row))).toBe(1);
});

test('is known to whoever sees a message of it, until it is taken back', async () => {
  const id = newId<DialogId>();
  const page = { after: null, limit: 10 };
  const range = { firstAt: ROW_TIME + 3000, lastAt: ROW_TIME + 3000 };
  const outcome = await within(async (tx) => {
    await insertDialog(tx, dialogOf(id));
    const known = [
      (await findDialog(tx, LIN_ONLY, id))?.dialogId,
      (await findDialog(tx, NOBODYS, id))?.dialogId,
      (await listDialogs(tx, LIN_ONLY, page)).length,
      (await listDialogs(tx, NOBODYS, page)).length,
      (await listDialogsWithin(tx, LIN_ONLY, CONVERSATION, range)).length,
      (await listDialogsWithin(tx, LIN_ONLY, CONVERSATION, { firstAt: range.firstAt + 1, lastAt: Date.now() })).length,
    ];
    const removed = { by: memberId, at: ROW_TIME };
    const taken = [await removeDialog(tx, id, removed), await removeDialog(tx, id, removed)];
    return { known, taken, left: await findDialog(tx, ALL, id) };
  });
  expect(outcome).toEqual({ known: [id, undefined, 2, 0, 2, 0], taken: [true, false], left: undefined });
  const { rows } = await within((tx) =>
    tx.query('SELECT FROM hw.dialog_messages WHERE tenant_id = $1 AND dialog_id = $2', [tenantId, id]),
  );
  expect(rows).toHaveLength(FROZEN.length);
});

test('an export of it takes what is on the list and the asker may see', async () => {
  const exported = async (access: AccessCondition) => {
    const exportId = newId<ExportId>();
    return within(async (tx) => {
      const asked = { requestedBy: memberId, scheduleId: null, sealedWords: null };
      const at = { archivedUntil: ROW_TIME + 120_000, createdAt: ROW_TIME };
      await insertExport(tx, { exportId, selection: { dialogId }, ...asked, ...at });
      await freezeSelection(tx, exportId, { selection: { dialogId }, access, among: null, ...at });
      return idsOf(await listSelectedMessages(tx, exportId, CONVERSATION, null, 100));
    });
  };
  expect(await exported(ALL)).toEqual(idsOf(FROZEN));
  expect(await exported(LIN_ONLY)).toEqual(idsOf(LINS));
});
