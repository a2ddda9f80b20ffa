import { listPeople, listRooms } from '../api/archive.ts';
import type { FrozenSelection } from '../api/export-types.ts';
import type { SeenPersonView } from '../api/types.ts';
import type { VisitorApi } from '../api/visitor-api.ts';
import { orProblem } from '../session/or-problem.ts';

/** Ids that the API takes in one question. */
const KEYS = 50;
/** Rooms that are looked for one by one; further ones show the end of their id. */
const ROOMS = 10;

/** What the people and rooms of selections are called, as far as the reader may know them. */
export interface SelectionNames {
  readonly people: readonly SeenPersonView[];
  readonly rooms: readonly { readonly roomId: string; readonly name: string | null }[];
}

/** Names for exports that are listed; what cannot be named stays an id. */
export async function nameSelections(api: VisitorApi, selections: readonly FrozenSelection[]): Promise<SelectionNames> {
  const keys = [...new Set(selections.flatMap(({ people }) => people))];
  const roomIds = [...new Set(selections.flatMap(({ roomId }) => roomId ?? []))].slice(0, ROOMS);
  const parts = Array.from({ length: Math.ceil(keys.length / KEYS) }, (_, at) =>
    keys.slice(at * KEYS, (at + 1) * KEYS),
  );
  const [people, rooms] = await Promise.all([
    Promise.all(parts.map((key) => orProblem(listPeople(api, { key, limit: 200 })))),
    Promise.all(roomIds.map((q) => orProblem(listRooms(api, { q })))),
  ]);
  return {
    people: people.flatMap(({ answer }) => answer?.items ?? []),
    rooms: rooms.flatMap(({ answer }) => answer?.items ?? []).map(({ roomId, name }) => ({ roomId, name })),
  };
}
