import type { HashedFile } from './hash-entries.ts';
import { localTimesIn } from './local-time.ts';
import { ledgerLine } from './ledger-line.ts';
import type { PackageAbout } from './package-about.ts';
import type { DialogAbout } from './dialog-about.ts';

/** Raised whenever a reader of older packages would misread a newer one. */
export const SCHEMA_VERSION = 1;

export interface PackageCounts {
  messages: number;
  conversations: number;
  people: number;
  /** Different files in the package; the same content sent twice counts once. */
  mediaFiles: number;
  mediaBytes: number;
  /** Uses of files by messages. */
  mediaUses: number;
  /** Uses of files that are not in the package; equals the rows of missing.csv. */
  missing: number;
  readonly byKind: Record<string, number>;
}

/** `manifest.json`: what the package holds, one file a line so that two manifests can be compared by eye. */
export function* manifestText(
  about: PackageAbout,
  counts: PackageCounts,
  files: readonly HashedFile[],
): Generator<string> {
  const times = localTimesIn(about.timeZone);
  const at = (time: number | null) => (time === null ? null : { ms: time, local: times(time).stamp });
  const head = {
    format: 'highwater-package',
    schema_version: SCHEMA_VERSION,
    message_schema: 'schema/message.schema.json',
    tenant: about.tenantName,
    created_at: at(about.createdAt),
    time_zone: about.timeZone,
    requested_by: about.requestedBy,
    selection: {
      from: at(about.selection.from),
      until: at(about.selection.until),
      filter: about.selection.filter,
      access: about.selection.access,
      includes_media: about.selection.includesMedia,
    },
    dialog: about.dialog === null ? null : dialogFields(about.dialog, at),
    counts: {
      messages: counts.messages,
      by_kind: Object.fromEntries(Object.entries(counts.byKind).sort(([a], [b]) => (a < b ? -1 : 1))),
      conversations: counts.conversations,
      people: counts.people,
      media_files: counts.mediaFiles,
      media_bytes: counts.mediaBytes,
      media_uses: counts.mediaUses,
      missing: counts.missing,
    },
    ledger: about.ledger.map((statement) => ({
      corp_id: statement.corpId,
      seq: statement.seq.toString(),
      at: at(statement.at),
      sealed: statement.sealed,
      unseen: statement.unseen,
      line: { 'zh-CN': ledgerLine(statement, 'zh-CN', times), en: ledgerLine(statement, 'en', times) },
    })),
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "files": [\n`;
  for (const [index, file] of files.entries()) {
    yield `    ${JSON.stringify({ path: file.path, bytes: file.bytes, sha256: file.sha256 })}${index < files.length - 1 ? ',' : ''}\n`;
  }
  yield '  ]\n}\n';
}

function dialogFields(dialog: DialogAbout, at: (time: number) => object | null): object {
  const { conversation } = dialog;
  return {
    dialog_id: dialog.dialogId,
    reason: dialog.reason,
    conversation: {
      conversation_id: conversation.conversationId,
      kind: conversation.kind,
      room_id: conversation.roomId,
      name: conversation.name,
    },
    first_at: at(dialog.firstAt),
    last_at: at(dialog.lastAt),
    gap_minutes: dialog.gapMinutes,
    is_cut: dialog.isCut,
    frozen_at: at(dialog.frozenAt),
    frozen_by: dialog.frozenBy,
    messages: dialog.messages,
    not_visible: dialog.hidden,
  };
}

/** `SHA256SUMS` as sha256sum reads it. Paths in a package never need its escapes. */
export function* sumLines(files: readonly HashedFile[]): Generator<string> {
  for (const file of files) yield `${file.sha256}  ${file.path}\n`;
}
