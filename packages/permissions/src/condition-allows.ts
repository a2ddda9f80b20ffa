import type { AccessClause, AccessCondition } from '@highwater/domain';
import type { MessagePeople } from './build-ability.ts';

/** The access condition read in memory: what SQL and the search index do with the same condition. */
export function conditionAllows(condition: AccessCondition, message: MessagePeople): boolean {
  switch (condition.kind) {
    case 'none':
      return false;
    case 'all':
      return true;
    case 'where':
      return condition.any.some((clause) => clauseAllows(clause, message));
  }
}

function clauseAllows(clause: AccessClause, { people, sentAt }: MessagePeople): boolean {
  const { from, until } = clause;
  if ((from !== undefined && sentAt < from) || (until !== undefined && sentAt >= until)) return false;
  return clause.people.some((person) => people.includes(person));
}
