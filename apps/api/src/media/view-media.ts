import {
  listCopies,
  listMediaOfMessages,
  listUncopied,
  type CopyRow,
  type MediaRow,
  type TenantTx,
} from '@highwater/db';
import type { CopyName, Fault, MessageId, UnixMs } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { mediaView } from '../schemas/media.ts';

export type MediaView = z.output<typeof mediaView>;

/** For how long WeCom keeps a file, where no other time was noted. */
const KEPT_BY_WECOM_MS = 5 * 24 * 3_600_000;

/** Files of messages that the reader may see, with what there is of copies of them, by message. */
export async function viewMediaOf(
  tx: TenantTx,
  messages: readonly { readonly messageId: MessageId; readonly sentAt: UnixMs }[],
): Promise<ReadonlyMap<MessageId, readonly MediaView[]>> {
  const sentAt = new Map(messages.map((message) => [message.messageId, message.sentAt]));
  const rows = await listMediaOfMessages(
    tx,
    messages.map(({ messageId }) => messageId),
  );
  const contents = rows.flatMap(({ state, sha256 }) => (state === 'stored' && sha256 !== null ? [sha256] : []));
  const copies = Map.groupBy(await listCopies(tx, contents), ({ sha256 }) => sha256);
  const uncopied = await listUncopied(tx, contents);
  const views = new Map<MessageId, MediaView[]>();
  for (const row of rows) {
    const ofContent = row.state === 'stored' && row.sha256 !== null ? (copies.get(row.sha256) ?? []) : [];
    const isPending = row.sha256 !== null && uncopied.has(row.sha256);
    const view = viewMedia(row, sentAt.get(row.messageId) ?? 0, ofContent, isPending);
    views.set(row.messageId, [...(views.get(row.messageId) ?? []), view]);
  }
  return views;
}

function viewMedia(row: MediaRow, sentAt: UnixMs, copies: readonly CopyRow[], isPending: boolean): MediaView {
  const size = row.size ?? row.expectedSize;
  return {
    mediaId: row.mediaId,
    path: row.path,
    mediaKind: row.mediaKind,
    fileName: row.fileName,
    contentType: row.contentType,
    size: size === null ? null : Number(size),
    sha256: row.state === 'stored' ? row.sha256 : null,
    state: row.state,
    fault: row.fault,
    md5State: row.md5State,
    expiresAt: row.state === 'wanted' ? (row.expiresAt ?? sentAt + KEPT_BY_WECOM_MS) : null,
    url: row.state === 'stored' ? `/v1/media/${row.mediaId}` : null,
    copies: viewCopies(row, copies),
    copyFault: copyFaultOf(copies, isPending),
  };
}

function viewCopies(row: MediaRow, copies: readonly CopyRow[]): MediaView['copies'] {
  const made = (name: CopyName) => copies.find(({ copy, state }) => copy === name && state === 'made');
  const url = (name: CopyName) => `/v1/media/${row.mediaId}/copies/${name}`;
  const picture = (name: 'thumbnail' | 'poster') => {
    const { width, height } = made(name)?.detail ?? {};
    return width === undefined || height === undefined ? null : { url: url(name), width, height };
  };
  const { seconds, peaks } = made('audio')?.detail ?? {};
  const { characters, isCut } = made('text')?.detail ?? {};
  return {
    audio: seconds === undefined ? null : { url: url('audio'), seconds, peaks: peaks ?? [] },
    thumbnail: picture('thumbnail'),
    poster: picture('poster'),
    text: characters === undefined ? null : { url: url('text'), characters, isCut: isCut ?? false },
  };
}

function copyFaultOf(copies: readonly CopyRow[], isPending: boolean): Fault | null {
  if (isPending) return 'copy.pending';
  return copies.find(({ state }) => state === 'absent')?.fault ?? null;
}
