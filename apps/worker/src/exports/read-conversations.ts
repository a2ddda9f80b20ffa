import { openPlaintext } from '@highwater/crypto';
import {
  inTenant,
  listConversationsByIds,
  listMediaOfMessages,
  listNameIntervals,
  listPeopleByKeys,
  listRecalls,
  listSelectedConversations,
  listSelectedMessages,
  listSelectedPeople,
  type MediaRow,
  type MessageRow,
} from '@highwater/db';
import type { AccessCondition, ExportId, Language, MediaId, PersonKey, TenantId } from '@highwater/domain';
import type { ConversationExport, ExportMedia, ExportMessage, ExportPerson } from '@highwater/exports';
import { parseMessage } from '@highwater/wecom';
import type { ExportDeps } from './export-deps.ts';
import { labelOf, nameParticipants, shownName } from './name-participants.ts';

/** Messages read at once: bounds memory whatever the conversation's length. */
const PAGE = 500;
/** People in the name of a conversation. */
const NAMED = 4;

export interface SelectionReader {
  readonly conversations: AsyncIterable<ConversationExport>;
  /** Everybody met in the conversations read so far. */
  readonly people: AsyncIterable<ExportPerson>;
  /** Stored files met so far. */
  mediaRow(mediaId: MediaId): MediaRow | undefined;
}

/** Reads a frozen selection conversation by conversation, each oldest first; labels are in `language`. */
export function readSelection(
  deps: ExportDeps,
  tenantId: TenantId,
  exportId: ExportId,
  access: AccessCondition,
  language: Language,
): SelectionReader {
  const met = new Set<PersonKey>();
  const files = new Map<MediaId, MediaRow>();

  async function* readConversations(): AsyncGenerator<ConversationExport> {
    const selected = await inTenant(deps.database, tenantId, (tx) => listSelectedConversations(tx, exportId));
    for (const { conversationId } of selected) {
      const [conversation, people, known] = await inTenant(deps.database, tenantId, async (tx) => {
        const found = (await listConversationsByIds(tx, { kind: 'all' }, [conversationId]))[0];
        if (found === undefined) return [undefined, [], []] as const;
        // A narrowed reader is not told who else was ever in a room.
        const keys = access.kind === 'all' ? found.people : await listSelectedPeople(tx, exportId, conversationId);
        const people = await listPeopleByKeys(tx, keys.slice(0, NAMED));
        return [found, keys, people.filter((person) => person.connectionId === found.connectionId)] as const;
      });
      if (conversation === undefined) continue;
      const names = known.map((person) => shownName(person, language));
      yield {
        conversation: {
          conversationId,
          kind: conversation.kind,
          name: conversation.name ?? (conversation.kind === 'room' ? (conversation.roomId ?? '') : names.join('-')),
          roomId: conversation.roomId,
          people,
        },
        messages: readMessages(conversationId),
      };
    }
  }

  async function* readMessages(conversationId: MessageRow['conversationId']): AsyncGenerator<ExportMessage> {
    const texts = await deps.tenantKeys.subkey(tenantId, 'plaintext');
    let after: MessageRow | null = null;
    for (;;) {
      const from: MessageRow | null = after;
      const { rows, media, recalls } = await inTenant(deps.database, tenantId, async (tx) => {
        const page = await listSelectedMessages(tx, exportId, conversationId, from, PAGE);
        const ids = page.map((message) => message.messageId);
        return { rows: page, media: await listMediaOfMessages(tx, ids), recalls: await listRecalls(tx, page) };
      });
      const opened = rows.map((row) => {
        const plaintext = openPlaintext(texts, tenantId, row.messageId, row.sealedPlaintext);
        return { row, plaintext, message: parseMessage(plaintext) };
      });
      const names = await inTenant(deps.database, tenantId, (tx) =>
        nameParticipants(
          tx,
          opened.map(({ row, message }) => ({ ...row, message })),
          language,
        ),
      );
      for (const [at, { row, plaintext, message }] of opened.entries()) {
        for (const key of message.to) met.add(key);
        if (message.from !== null) met.add(message.from);
        const own = media.filter((file) => file.messageId === row.messageId);
        for (const file of own) if (file.state === 'stored') files.set(file.mediaId, file);
        yield {
          messageId: row.messageId,
          seq: BigInt(row.seq),
          sentAt: row.sentAt,
          sentAtKnown: row.sentAtKnown,
          archivedAt: row.archivedAt,
          direction: row.direction,
          recalledAt: recalls.get(row.messageId) ?? null,
          ...(names[at] ?? { senderName: null, names: {}, roomName: null }),
          message,
          plaintext: Buffer.from(plaintext).toString('utf8'),
          media: own.map(toExportMedia),
        };
      }
      if (rows.length < PAGE) return;
      after = rows.at(-1) ?? null;
    }
  }

  async function* readPeople(): AsyncGenerator<ExportPerson> {
    const keys = [...met].toSorted();
    for (let start = 0; start < keys.length; start += PAGE) {
      const [rows, intervals] = await inTenant(deps.database, tenantId, async (tx) => {
        const people = await listPeopleByKeys(tx, keys.slice(start, start + PAGE));
        return [people, await listNameIntervals(tx, people)] as const;
      });
      for (const row of rows) {
        yield {
          key: row.personKey,
          writtenAs: row.writtenAs,
          kind: row.kind,
          name: row.name,
          label: labelOf(row, language),
          names: intervals.filter((each) => each.personKey === row.personKey && each.connectionId === row.connectionId),
        };
      }
    }
  }

  return { conversations: readConversations(), people: readPeople(), mediaRow: (mediaId) => files.get(mediaId) };
}

function toExportMedia(file: MediaRow): ExportMedia {
  const base = {
    mediaId: file.mediaId,
    place: file.path,
    mediaKind: file.mediaKind as ExportMedia['mediaKind'],
    fileName: file.fileName,
    extension: file.extension,
  };
  if (file.state === 'stored' && file.sha256 !== null) {
    return { ...base, state: 'stored', sha256: file.sha256, bytes: file.size === null ? null : Number(file.size) };
  }
  const reason = file.state === 'wanted' ? 'media.pending' : (file.fault ?? 'internal');
  return { ...base, state: 'absent', reason, bytes: file.expectedSize === null ? null : Number(file.expectedSize) };
}
