import { absenceWords } from './absence-words.ts';
import { CSV_BOM, csvRow } from './csv-row.ts';
import type { MediaRegister } from './media-register.ts';

/** `media.jsonl`: each use of a file by a message, with its place in the package and its human name. */
export function* mediaLines(register: MediaRegister): Generator<string> {
  for (const { use, path, reason } of register.uses()) {
    const { media } = use;
    yield `${JSON.stringify({
      message_id: use.messageId,
      place: media.place,
      path,
      file_name: media.fileName,
      kind: media.mediaKind,
      sha256: media.state === 'stored' ? media.sha256.toLowerCase() : null,
      bytes: media.bytes,
      reason,
    })}\n`;
  }
}

/** `missing.csv`: each use of a file that is not in the package, with the reason in both languages. */
export function* missingRows(register: MediaRegister): Generator<string> {
  yield CSV_BOM;
  yield csvRow([
    'message_id',
    'msgid',
    'seq',
    'sent_at',
    'conversation',
    'sender',
    'place',
    'kind',
    'file_name',
    'bytes',
    'reason',
    '原因',
    'Reason in English',
  ]);
  for (const { use, reason } of register.uses()) {
    if (reason === null) continue;
    const words = absenceWords(reason);
    yield csvRow([
      use.messageId,
      use.msgid,
      use.seq,
      use.sentAtLocal,
      use.conversation,
      use.sender,
      use.media.place,
      use.media.mediaKind,
      use.media.fileName ?? '',
      use.media.bytes === null ? '' : String(use.media.bytes),
      reason,
      words['zh-CN'],
      words.en,
    ]);
  }
}
