import { createHash } from 'node:crypto';
import { listPeopleByKeys, type PersonRow, type TenantTx } from '@highwater/db';
import type { ConnectionId, Language, PersonKey } from '@highwater/domain';
import { isExternalPerson, isRobot } from '@highwater/wecom';
import { viewPerson } from '../people/view-person.ts';

/** Somebody of a room, and what the room calls them where the archive has no row of them. */
export interface NamedInRoom {
  readonly personKey: PersonKey;
  readonly strangerName: string | null;
}

export type PersonView = ReturnType<typeof viewPerson>;

/** People of a room by key: as the archive knows them in this connection, strangers by what the room calls them. */
export async function viewPeopleOfRoom(
  tx: TenantTx,
  connectionId: ConnectionId,
  people: readonly NamedInRoom[],
  language: Language,
): Promise<{ readonly personOf: (key: PersonKey) => PersonView; readonly isKnown: (key: PersonKey) => boolean }> {
  const keys = [...new Set(people.map(({ personKey }) => personKey))];
  const known = (await listPeopleByKeys(tx, keys)).filter((row) => row.connectionId === connectionId);
  const rows = new Map(known.map((row) => [row.personKey, row]));
  const names = new Map(people.map(({ personKey, strangerName }) => [personKey, strangerName]));
  return {
    personOf: (key) => viewPerson(rows.get(key) ?? strangerOf(connectionId, key, names.get(key) ?? null), language),
    isKnown: (key) => rows.has(key),
  };
}

/** Somebody who never took part in a message: only a room or the archive's scope names them. */
function strangerOf(connectionId: ConnectionId, personKey: PersonKey, name: string | null): PersonRow {
  return {
    personKey,
    connectionId,
    kind: isExternalPerson(personKey) ? 'external_contact' : isRobot(personKey) ? 'robot' : 'employee',
    name,
    writtenAs: personKey,
    code: createHash('sha256').update(personKey).digest('hex').slice(0, 4).toUpperCase(),
    state: name === null ? 'pending' : 'partial',
    fault: null,
    corpName: null,
    hasLeft: false,
    firstAt: 0,
    lastAt: 0,
  };
}
