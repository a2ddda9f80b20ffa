import type { AccessCondition } from '@highwater/domain';
import type { MessagePeople } from './build-ability.ts';

/** The access condition read in memory: what SQL and the search index do with the same condition. */
export function conditionAllows(condition: AccessCondition, { people }: MessagePeople): boolean {
  switch (condition.kind) {
    case 'none':
      return false;
    case 'all':
      return true;
    case 'where':
      return condition.any.some((clause) => clause.people.some((person) => people.includes(person)));
  }
}
