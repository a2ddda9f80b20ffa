import type { ExportMessage } from './export-message.ts';
import type { LocalTime } from './local-time.ts';
import { maskFileIds } from './mask-file-ids.ts';

const snakeNames = new Map<string, string>();
function snakeCase(name: string): string {
  let snake = snakeNames.get(name);
  if (snake === undefined) {
    snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    snakeNames.set(name, snake);
  }
  return snake;
}

/** Credentials, and what is only a view of `raw`. */
const LEFT_OUT = new Set(['sdkfileid', 'fields']);

/** The body with field names as in the rest of the package, without file ids. */
function plainBody(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainBody);
  if (typeof value !== 'object' || value === null) return value;
  const plain: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (LEFT_OUT.has(name)) continue;
    plain[snakeCase(name)] = name === 'raw' && typeof inner === 'string' ? maskFileIds(inner, []) : plainBody(inner);
  }
  return plain;
}

function listFileIds(value: unknown, into: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return into;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'sdkfileid' && typeof inner === 'string') into.push(inner);
    else listFileIds(inner, into);
  }
  return into;
}

/**
 * One line of `messages/…/yyyy-mm.jsonl`, described by message-schema.ts.
 * `paths` are the places of `message.media` in the package, in the same order.
 */
export function messageLine(
  exported: ExportMessage,
  times: (at: number) => LocalTime,
  paths: readonly (string | null)[],
): string {
  const { message } = exported;
  const ids = listFileIds(message.body);
  const record = {
    message_id: exported.messageId,
    msgid: message.msgid,
    seq: exported.seq.toString(),
    sent_at: exported.sentAt,
    sent_at_local: times(exported.sentAt).stamp,
    sent_at_known: exported.sentAtKnown,
    archived_at: exported.archivedAt,
    archived_at_local: times(exported.archivedAt).stamp,
    direction: exported.direction,
    action: message.action,
    sender: message.from,
    sender_name: exported.senderName,
    receivers: message.to,
    written_as: message.writtenAs,
    names: exported.names,
    room_id: message.roomId,
    room_name: exported.roomName,
    kind: message.body.kind,
    body: plainBody(message.body),
    media: exported.media.map((media, index) => ({
      place: media.place,
      kind: media.mediaKind,
      file_name: media.fileName,
      bytes: media.bytes,
      sha256: media.state === 'stored' ? media.sha256.toLowerCase() : null,
      path: paths[index] ?? null,
      reason: media.state === 'absent' ? media.reason : null,
    })),
    recalled_at: exported.recalledAt,
    recalled_at_local: exported.recalledAt === null ? null : times(exported.recalledAt).stamp,
    irregularities: message.irregularities,
    original: maskFileIds(exported.plaintext, ids),
  };
  return `${maskKnown(JSON.stringify(record), ids)}\n`;
}

/** The last gate: an id that came through another field (a raw part, an odd field) does not leave either. */
function maskKnown(line: string, ids: readonly string[]): string {
  return ids.some((id) => id.length >= 16 && line.includes(id)) ? maskFileIds(line, ids) : line;
}
