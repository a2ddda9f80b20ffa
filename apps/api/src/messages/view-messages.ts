import { openPlaintext } from '@highwater/crypto';
import {
  listMediaOfMessages,
  listPeopleOfMessages,
  listRecalls,
  type MediaRow,
  type MessageRow,
  type PersonRow,
  type TenantTx,
} from '@highwater/db';
import type { CanonicalMessage, TenantId } from '@highwater/domain';
import { hideFileIds, parseMessage } from '@highwater/wecom';
import type { z } from '@hono/zod-openapi';
import type { ApiDeps } from '../api-deps.ts';
import type { mediaView, messageView, personView } from '../schemas/message.ts';

export type MessageView = z.output<typeof messageView>;

export async function openMessage(deps: ApiDeps, tenantId: TenantId, row: MessageRow): Promise<CanonicalMessage> {
  const subkey = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  return parseMessage(openPlaintext(subkey, tenantId, row.messageId, row.sealedPlaintext));
}

/** Rows that the reader may see, opened and with their people, files and recalls, in the order given. */
export async function viewMessages(deps: ApiDeps, tx: TenantTx, rows: readonly MessageRow[]): Promise<MessageView[]> {
  const ids = rows.map((row) => row.messageId);
  const people = Map.groupBy(await listPeopleOfMessages(tx, ids), (person) => person.messageId);
  const media = Map.groupBy(await listMediaOfMessages(tx, ids), (file) => file.messageId);
  const recalls = await listRecalls(tx, rows);
  return Promise.all(
    rows.map(async (row) => {
      const present = (people.get(row.messageId) ?? []).map(viewPerson);
      return {
        messageId: row.messageId,
        connectionId: row.connectionId,
        conversationId: row.conversationId,
        seq: row.seq,
        msgid: row.msgid,
        kind: row.kind,
        sentAt: row.sentAt,
        sentAtKnown: row.sentAtKnown,
        archivedAt: row.archivedAt,
        direction: row.direction,
        sender: present.find((person) => person.personKey === row.sender) ?? null,
        roomId: row.roomId,
        recalledAt: recalls.get(row.messageId) ?? null,
        quoted: null,
        message: hideFileIds(await openMessage(deps, tx.tenantId, row)),
        media: (media.get(row.messageId) ?? []).map(viewMedia),
        people: present,
      };
    }),
  );
}

export function viewPerson(row: PersonRow): z.output<typeof personView> {
  return { personKey: row.personKey, kind: row.kind, name: row.name, writtenAs: row.writtenAs };
}

function viewMedia(row: MediaRow): z.output<typeof mediaView> {
  const size = row.size ?? row.expectedSize;
  return {
    mediaId: row.mediaId,
    path: row.path,
    mediaKind: row.mediaKind,
    fileName: row.fileName,
    contentType: row.contentType,
    size: size === null ? null : Number(size),
    state: row.state,
    fault: row.fault,
    url: row.state === 'stored' ? `/v1/media/${row.mediaId}` : null,
  };
}
