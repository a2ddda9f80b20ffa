import type { ConversationId, MediaId, MessageBody, MessageId, PersonKey, UnixMs } from '@highwater/domain';
import type { ConversationExport, ExportMedia, ExportMessage } from '../export-message.ts';
import type { PackageAbout } from '../package-about.ts';
import type { PackageRequest, PackageSummary } from '../write-package.ts';
import { writePackage } from '../write-package.ts';

/** 2026-11-21T10:00:00+08:00. */
export const MORNING: UnixMs = Date.UTC(2026, 10, 21, 2);

export const sampleAbout: PackageAbout = {
  tenantName: '青禾果业',
  createdAt: Date.UTC(2026, 10, 22, 1),
  timeZone: 'Asia/Shanghai',
  language: 'zh-CN',
  requestedBy: '王芳 <wang@qinghe.example>',
  selection: {
    from: Date.UTC(2026, 10, 20, 16),
    until: Date.UTC(2026, 10, 21, 16),
    filter: { 'zh-CN': '全部消息', en: 'All messages' },
    access: null,
    includesMedia: true,
  },
  dialog: null,
  ledger: [{ corpId: 'ww1234567890abcdef', seq: 3_218_404n, at: Date.UTC(2026, 10, 22, 0, 59), sealed: 3, unseen: 0 }],
};

let number = 0;
/** A message with a body of one's choice; numbers and ids follow on each other. */
export function sampleMessage(
  body: MessageBody,
  given: Partial<Omit<ExportMessage, 'message'>> & { msgid?: string } = {},
): ExportMessage {
  number += 1;
  const msgid = given.msgid ?? `msg_${number}`;
  return {
    messageId: `00000000-0000-8000-8000-${String(number).padStart(12, '0')}` as MessageId,
    seq: 9_007_199_254_740_993n + BigInt(number),
    sentAt: MORNING,
    sentAtKnown: true,
    archivedAt: MORNING + 60_000,
    direction: 'outbound',
    recalledAt: null,
    senderName: '王芳',
    names: {},
    roomName: null,
    plaintext: JSON.stringify({ msgid, msgtype: body.kind }),
    media: [],
    ...given,
    message: {
      msgid,
      action: 'send',
      from: 'wangfang' as PersonKey,
      to: ['wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8' as PersonKey],
      writtenAs: { wangfang: 'WangFang' },
      roomId: null,
      sentAt: MORNING,
      body,
      irregularities: [],
    },
  };
}

export function text(content: string): MessageBody {
  return { kind: 'text', text: content, quote: null };
}

export function fileBody(fileName: string, sdkfileid: string | null = null): MessageBody {
  const media = { path: 'file', mediaKind: 'file', sdkfileid, fileName, extension: null } as const;
  return { kind: 'file', media: { ...media, size: null, md5: null, seconds: null, width: null, height: null } };
}

export function storedFile(mediaId: string, sha256: string, fileName: string, bytes = 1): ExportMedia {
  return {
    mediaId: mediaId as MediaId,
    place: 'file',
    mediaKind: 'file',
    fileName,
    extension: null,
    bytes,
    state: 'stored',
    sha256,
  };
}

export function conversation(
  name: string,
  messages: Iterable<ExportMessage> | AsyncIterable<ExportMessage>,
  conversationId = 'a1b2c3d4-0000-8000-8000-000000000000',
): ConversationExport {
  return {
    conversation: {
      conversationId: conversationId as ConversationId,
      kind: 'pair',
      name,
      roomId: null,
      people: ['wangfang' as PersonKey, 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8' as PersonKey],
    },
    messages: each(messages),
  };
}

export async function* each<T>(values: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* values;
}

export const samplePeople = [
  {
    key: 'wangfang' as PersonKey,
    writtenAs: 'WangFang',
    kind: 'employee',
    name: '王芳',
    label: null,
    names: [],
  } as const,
];

/** Writes a whole package into memory. */
export async function packInMemory(
  request: Partial<PackageRequest> & { conversations: PackageRequest['conversations'] },
): Promise<{ zip: Buffer; summary: PackageSummary }> {
  const blocks: Uint8Array[] = [];
  const summaries: PackageSummary[] = [];
  const whole: PackageRequest = {
    about: sampleAbout,
    people: samplePeople,
    openMedia: () => each([]),
    onComplete: (summary) => summaries.push(summary),
    ...request,
  };
  for await (const block of writePackage(whole)) blocks.push(block);
  const [summary] = summaries;
  if (summary === undefined) throw new Error('The package did not complete.');
  return { zip: Buffer.concat(blocks), summary };
}
