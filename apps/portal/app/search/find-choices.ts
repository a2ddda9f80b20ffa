import { listPeople, listRooms } from '../api/archive.ts';
import type { PersonKind } from '../api/search-types.ts';
import type { VisitorApi } from '../api/visitor-api.ts';
import { personNotes } from '../people/person-notes.ts';

/** Somebody or some room to choose; what words stand beside is the page's matter. */
export interface Choice {
  readonly value: string;
  readonly name: string | null;
  /** Null for rooms. */
  readonly kind: PersonKind | null;
  /** What else is known that may have been typed: company, remarks, today's name, id. */
  readonly notes: readonly string[];
}

/** As many as fit a list that is read, not scrolled. */
const SHOWN = 20;

/** People (`who`) or rooms (`where`) with the typed text in a name, an earlier name, a remark or an id. */
export async function findChoices(api: VisitorApi, of: 'who' | 'where', typed: string): Promise<readonly Choice[]> {
  if (of === 'where') {
    const { items } = await listRooms(api, typed === '' ? {} : { q: typed });
    return items.slice(0, SHOWN).map(({ roomId, name }) => ({ value: roomId, name, kind: null, notes: [] }));
  }
  const { items } = await listPeople(api, { limit: SHOWN, ...(typed === '' ? {} : { q: typed }) });
  return items.map((person) => {
    const { personKey, displayName, writtenAs, kind } = person;
    const notes = personNotes(person);
    const isSaid = writtenAs === displayName || notes.includes(writtenAs);
    return { value: personKey, name: displayName, kind, notes: isSaid ? notes : [...notes, writtenAs] };
  });
}
