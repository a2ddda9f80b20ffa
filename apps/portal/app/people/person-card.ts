import type { PersonRecordView, SeenPersonView } from '../api/types.ts';

/** What the card of a person says besides the name. */
export interface PersonCard {
  /** Where an employee works now, each from the top of the tree down. */
  readonly departments: readonly string[];
  readonly position: string | null;
  /** Of an external contact. */
  readonly consent: SeenPersonView['consent'];
  readonly remarks: readonly string[];
}

/** Words between the levels of a department. */
const INTO = ' › ';

export function cardOf({ departments, position, consent, remarks }: PersonRecordView): PersonCard {
  return {
    departments: departments
      .map(({ path }) => path.filter((name) => name !== null).join(INTO))
      .filter((path) => path !== ''),
    position,
    consent,
    remarks,
  };
}
