import {
  countSeenFrozen,
  findExportedDialog,
  listConversationsByIds,
  listNamesAt,
  listPeopleByKeys,
  listRoomNamesAt,
  listSelectedPeople,
  type ConversationRow,
  type ExportRow,
  type TenantTx,
} from '@highwater/db';
import { FaultError, LANGUAGES, type AccessCondition, type Language, type UnixMs } from '@highwater/domain';
import type { BothLanguages, DialogAbout } from '@highwater/exports';
import { createI18n } from '@highwater/i18n';
import { shownName } from './name-participants.ts';

/** People of a conversation who are named on a cover. */
const NAMED = 20;

/** What the cover tells of the frozen dialog that an export is limited to; null for other exports. */
export async function describeDialog(
  tx: TenantTx,
  { exportId, requestedBy, selection }: ExportRow,
  access: AccessCondition,
): Promise<DialogAbout | null> {
  if (selection.dialogId === undefined) return null;
  const dialog = await findExportedDialog(tx, selection.dialogId);
  if (dialog === undefined) throw new FaultError('thing.missing');
  const seen = await countSeenFrozen(tx, access, dialog);
  const [conversation] = await listConversationsByIds(tx, { kind: 'all' }, [dialog.conversationId]);
  if (conversation === undefined) throw new FaultError('thing.missing');
  // A narrowed reader is not told who else was ever there, nor who else is a member.
  const people =
    access.kind === 'all' ? conversation.people : await listSelectedPeople(tx, exportId, dialog.conversationId);
  const lastAt = seen.lastAt ?? dialog.lastAt;
  const { conversationId, kind, roomId } = conversation;
  return {
    dialogId: dialog.dialogId,
    reason: dialog.reason,
    conversation: {
      conversationId,
      kind,
      roomId,
      name: await nameConversation(tx, { ...conversation, people }, lastAt),
    },
    firstAt: seen.firstAt ?? dialog.firstAt,
    lastAt,
    gapMinutes: dialog.gapMinutes,
    frozenAt: dialog.frozenAt,
    frozenBy: access.kind === 'all' || dialog.frozenBy === requestedBy ? dialog.frozenByName : null,
    messages: dialog.messages,
    hidden: dialog.messages - seen.messages,
    isCut: dialog.isCut,
  };
}

async function nameConversation(
  tx: TenantTx,
  { connectionId, roomId, people }: ConversationRow,
  at: UnixMs,
): Promise<BothLanguages> {
  if (roomId !== null) {
    const [name] = await listRoomNamesAt(tx, [{ connectionId, roomId, at }]);
    return inBoth(() => named(name ?? null, roomId));
  }
  const rows = (await listPeopleByKeys(tx, people.slice(0, NAMED))).filter((row) => row.connectionId === connectionId);
  const then = await listNamesAt(
    tx,
    rows.map(({ personKey }) => ({ connectionId, personKey, at })),
  );
  return inBoth((language) => {
    const list = rows.map((row, place) => named(then[place] ?? shownName(row, language), row.writtenAs)).join(', ');
    const count = people.length - rows.length;
    return count > 0 ? createI18n(language).t('selection.andMore', { list, count }) : list;
  });
}

function named(name: string | null, id: string): string {
  return name === null || name === id ? id : `${name} (${id})`;
}

function inBoth(write: (language: Language) => string): BothLanguages {
  const [zh, en] = LANGUAGES.map(write);
  return { 'zh-CN': zh ?? '', en: en ?? '' };
}
