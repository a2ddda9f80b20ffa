import type { AccessClause, AccessCondition } from '@highwater/domain';
import type { MessageFacts } from './message-facts.ts';

/** The access condition read in memory: what SQL and the search index do with the same condition. */
export function conditionAllows(condition: AccessCondition, message: MessageFacts): boolean {
  switch (condition.kind) {
    case 'none':
      return false;
    case 'all':
      return true;
    case 'where':
      return condition.any.some((clause) => clauseAllows(clause, message));
  }
}

function clauseAllows(clause: AccessClause, { people, sentAt, roomId, kind, direction }: MessageFacts): boolean {
  const { from, until } = clause;
  if ((from !== undefined && sentAt < from) || (until !== undefined && sentAt >= until)) return false;
  return (
    holds(clause.people, people) &&
    holds(clause.with, people) &&
    holds(clause.rooms, [roomId]) &&
    holds(clause.kinds, [kind]) &&
    holds(clause.directions, [direction])
  );
}

function holds<Value>(list: readonly Value[] | undefined, present: readonly (Value | null)[]): boolean {
  return list === undefined || list.some((value) => present.includes(value));
}
