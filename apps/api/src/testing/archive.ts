import { randomUUID } from 'node:crypto';
import {
  insertConnection,
  insertConnectionKey,
  insertMessages,
  insertPage,
  insertParticipants,
  inTenant,
  saveEnvelopes,
} from '@highwater/db';
import type { ConnectionId, ConversationId, KeyId, MessageId, PersonKey, UnixMs } from '@highwater/domain';
import type { Company } from './company.ts';
import type { TestApi } from './start-api.ts';

export interface SmallArchive {
  readonly connectionId: ConnectionId;
  /** Between `linxiaoyu` and a customer, sent now. */
  readonly visible: MessageId;
  /** Between two others, sent two days ago and of an unknown kind. */
  readonly hidden: MessageId;
}

const LAST = 18_446_744_073_709_551_615n;
const sealed = Buffer.from('sealed');

/** One page of four envelopes: two opened, one sealed, one unreadable, with five numbers that WeCom did not return. */
export async function makeArchive(api: TestApi, { tenantId }: Company): Promise<SmallArchive> {
  const now = api.clock.now();
  const connectionId = randomUUID() as ConnectionId;
  const [visible, hidden] = [randomUUID() as MessageId, randomUUID() as MessageId];
  await inTenant(api.database.database, tenantId, async (tx) => {
    const secret = { secretSealed: sealed, secretSetAt: now, secretSetBy: randomUUID() };
    await insertConnection(tx, { connectionId, corpId: 'ww0123456789abcdef', name: '总部', ...secret, now });
    const keyId = randomUUID() as KeyId;
    await insertConnectionKey(tx, { connectionId, keyId, publicPem: 'PEM', privateSealed: sealed, now });
    const unseen = [
      { from: 2n, to: 4n },
      { from: LAST - 2n, to: LAST - 1n },
    ];
    const page = { connectionId, pageNo: 1, after: 0n, first: 1n, last: LAST, count: 4, unseen, bytes: sealed };
    await insertPage(tx, { ...page, sha256: 'aa', leafHash: 'bb', chainHash: 'cc', receivedAt: now });
    const envelope = { sha256: 'ee', msgid: 'm', publickeyVer: 3, fault: null, messageId: null };
    await saveEnvelopes(
      tx,
      connectionId,
      1,
      [
        { ...envelope, seq: '1', position: 0, state: 'opened', messageId: visible },
        { ...envelope, seq: '5', position: 1, state: 'opened', messageId: hidden },
        { ...envelope, seq: '6', position: 2, state: 'sealed', fault: 'key.missing' },
        { ...envelope, seq: LAST.toString(), position: 3, state: 'unreadable', fault: 'envelope.unreadable' },
      ],
      now,
    );
    const [seen, unseenOne] = [message(visible, now, 'text'), message(hidden, now - DAYS_2, 'unknown')];
    await insertMessages(tx, connectionId, [seen, unseenOne], now);
    await insertParticipants(tx, [
      { ...seen, personKey: 'linxiaoyu' as PersonKey },
      { ...unseenOne, personKey: 'boss' as PersonKey },
    ]);
  });
  return { connectionId, visible, hidden };
}

const DAYS_2 = 2 * 24 * 3_600_000;

/** A message's row; its conversation is no other's. */
export function message(messageId: MessageId, sentAt: UnixMs, kind: 'text' | 'unknown') {
  return {
    messageId,
    seq: '1',
    msgid: 'm',
    kind,
    sentAt,
    sentAtKnown: true,
    sender: null,
    roomId: null,
    conversationId: randomUUID() as ConversationId,
    direction: 'internal',
    preMsgid: null,
    sealedPlaintext: sealed,
  } as const;
}
