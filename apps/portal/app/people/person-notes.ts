import type { SeenPersonView } from '../api/types.ts';

/** What tells people of one name apart, the most telling first: company, name of today, remarks. */
export function personNotes(person: SeenPersonView): readonly string[] {
  const { displayName, currentName, corpName, remarks } = person;
  const notes = [corpName, currentName, ...remarks].filter(
    (note): note is string => note !== null && note !== '' && note !== displayName,
  );
  return [...new Set(notes)];
}
