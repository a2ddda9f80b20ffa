import { createFolderNames } from './conversation-folder.ts';
import type { ExportConversation, ExportMessage } from './export-message.ts';
import { jsonList } from './json-list.ts';
import { localTimesIn } from './local-time.ts';
import type { PackageCounts } from './manifest.ts';
import { mediaEntries } from './media-entries.ts';
import { createMediaRegister } from './media-register.ts';
import { mediaLines, missingRows } from './media-tables.ts';
import { messageLine } from './message-line.ts';
import { monthFiles } from './month-files.ts';
import type { ConversationTotals } from './month-files.ts';
import { textEntry } from './package-entry.ts';
import type { PackageEntry } from './package-entry.ts';
import type { PackageRequest } from './write-package.ts';

/** People are told of progress in steps of this many messages: often enough to be seen, rare enough to cost nothing. */
const PROGRESS_STEP = 200;

/** Everything in the package that comes from the archive: messages, files, lists. Counts while it goes. */
export async function* packageContents(
  { about, conversations, people, openMedia }: PackageRequest,
  counts: PackageCounts,
  report: () => void,
): AsyncGenerator<PackageEntry> {
  const times = localTimesIn(about.timeZone);
  const folderName = createFolderNames(about.language);
  const register = createMediaRegister();
  const listed: { conversation: ExportConversation; folder: string; totals: ConversationTotals }[] = [];

  for await (const exported of conversations) {
    const { conversation } = exported;
    const folder = folderName(conversation);
    const totals: ConversationTotals = { messages: 0, firstAt: null, lastAt: null, files: [] };
    const line = (message: ExportMessage): string => {
      const { body, msgid, from } = message.message;
      const use = {
        messageId: message.messageId,
        msgid,
        seq: message.seq.toString(),
        sentAtLocal: times(message.sentAt).stamp,
        conversation: folder,
        sender: from ?? '',
      };
      const paths = message.media.map((media) => register.add({ ...use, media }));
      counts.mediaUses += paths.length;
      counts.messages += 1;
      counts.byKind[body.kind] = (counts.byKind[body.kind] ?? 0) + 1;
      if (counts.messages % PROGRESS_STEP === 0) report();
      return messageLine(message, times, paths);
    };
    yield* monthFiles(exported, folder, totals, times, line);
    listed.push({ conversation, folder, totals });
    counts.conversations += 1;
  }
  report();

  yield* mediaEntries(register.contents(), openMedia);
  yield textEntry('media.jsonl', mediaLines(register));
  for (const { reason } of register.uses()) if (reason !== null) counts.missing += 1;
  yield textEntry('missing.csv', missingRows(register));
  yield textEntry('conversations.json', jsonList(listed.map(conversationRecord)));
  yield textEntry('people.json', jsonList(countedPeople(people, counts)));

  function conversationRecord({ conversation, folder, totals }: (typeof listed)[number]): object {
    return {
      conversation_id: conversation.conversationId,
      kind: conversation.kind,
      name: conversation.name,
      room_id: conversation.roomId,
      people: conversation.people,
      messages: totals.messages,
      first_sent_at: totals.firstAt,
      first_sent_at_local: totals.firstAt === null ? null : times(totals.firstAt).stamp,
      last_sent_at: totals.lastAt,
      last_sent_at_local: totals.lastAt === null ? null : times(totals.lastAt).stamp,
      folder: `messages/${folder}`,
      files: totals.files,
    };
  }
}

async function* countedPeople(people: PackageRequest['people'], counts: PackageCounts): AsyncGenerator<object> {
  for await (const person of people) {
    counts.people += 1;
    yield {
      key: person.key,
      written_as: person.writtenAs,
      kind: person.kind,
      name: person.name,
      label: person.label,
      names: person.names.map(({ name, seenFrom, seenUntil, endedBy }) => ({
        name,
        seen_from: seenFrom,
        seen_until: seenUntil,
        ended_by: endedBy,
      })),
    };
  }
}
