import { listNamesAt, listPeopleByKeys, listRoomNamesAt, type PersonRow, type TenantTx } from '@highwater/db';
import type { CanonicalMessage, ConnectionId, Language, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';

export interface SentMessage {
  readonly connectionId: ConnectionId;
  readonly sentAt: UnixMs;
  readonly roomId: RoomId | null;
  readonly message: CanonicalMessage;
}

export interface ParticipantNames {
  readonly senderName: string | null;
  readonly names: Readonly<Record<string, string>>;
  readonly roomName: string | null;
}

/** The label that stands for an external contact without a name; null for anybody else. */
export function labelOf(row: Pick<PersonRow, 'kind' | 'name' | 'code'>, language: Language): string | null {
  if (row.name !== null || row.kind !== 'external_contact') return null;
  return createI18n(language).t('reader.anonymous', { code: row.code });
}

/** What to show for somebody now. */
export function shownName(row: PersonRow, language: Language): string {
  return row.name ?? labelOf(row, language) ?? row.writtenAs;
}

/** What the people and rooms of messages were called when these were sent, in the order given. */
export async function nameParticipants(
  tx: TenantTx,
  messages: readonly SentMessage[],
  language: Language,
): Promise<readonly ParticipantNames[]> {
  const keys = new Set(messages.flatMap(({ message }) => participantsOf(message)));
  const rows = new Map(
    (await listPeopleByKeys(tx, [...keys])).map((row) => [placeOf(row.connectionId, row.personKey), row]),
  );
  const asked = messages.flatMap(({ connectionId, sentAt, message }) =>
    participantsOf(message).map((personKey) => ({ connectionId, personKey, at: sentAt })),
  );
  const then = (await listNamesAt(tx, asked)).values();
  const rooms = messages.flatMap(({ connectionId, sentAt, roomId }) =>
    roomId === null ? [] : [{ connectionId, roomId, at: sentAt }],
  );
  const roomNames = (await listRoomNamesAt(tx, rooms)).values();
  return messages.map(({ connectionId, roomId, message }) => {
    const names: Record<string, string> = {};
    let senderName: string | null = null;
    for (const personKey of participantsOf(message)) {
      const row = rows.get(placeOf(connectionId, personKey));
      const name = then.next().value ?? null;
      if (personKey === message.from) senderName = name ?? (row === undefined ? personKey : shownName(row, language));
      if (name !== null && name !== row?.name) names[personKey] = name;
    }
    return { senderName, names, roomName: roomId === null ? null : (roomNames.next().value ?? null) };
  });
}

function participantsOf({ from, to }: CanonicalMessage): readonly PersonKey[] {
  return [...new Set(from === null ? to : [from, ...to])];
}

function placeOf(connectionId: ConnectionId, personKey: PersonKey): string {
  return `${connectionId} ${personKey}`;
}
