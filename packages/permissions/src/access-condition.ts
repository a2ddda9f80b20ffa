import { rulesToCondition } from '@casl/ability/extra';
import type { AccessClause, AccessCondition, Action, PersonKey } from '@highwater/domain';
import type { Ability } from './build-ability.ts';

type MessageRule = ReturnType<Ability['rulesFor']>[number];

/**
 * The rules on messages for one action, compiled for SQL and the search index.
 * Throws for rules it cannot express: a right that is misread must stop the request, not widen it.
 */
export function accessCondition(ability: Ability, action: Action): AccessCondition {
  const compiled = rulesToCondition<Ability, AccessClause, AccessCondition>(
    ability.rulesFor(action, 'Message'),
    clauseOf,
    {
      // Only rules that take away lead here, and `buildAbility` makes none.
      and: () => {
        throw new Error('an access condition has no negative clauses');
      },
      or: (any) => ({ kind: 'where', any }),
      empty: () => ({ kind: 'all' }),
    },
  );
  return compiled ?? { kind: 'none' };
}

function clauseOf(rule: MessageRule): AccessClause {
  const conditions: unknown = rule.conditions;
  const people = readPeople(conditions);
  if (rule.inverted || rule.fields !== undefined || people === null) {
    throw new Error('an access condition knows only rules of the form people in list');
  }
  return { people };
}

/** The list of `{ people: { $in: list } }`, and nothing else; null for any other condition. */
function readPeople(conditions: unknown): PersonKey[] | null {
  const operators = readOnlyField(conditions, 'people');
  const list = readOnlyField(operators, '$in');
  if (!Array.isArray(list) || list.length === 0) return null;
  return list.every(isPersonKey) ? list : null;
}

function readOnlyField(value: unknown, field: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  const [only] = entries;
  return entries.length === 1 && only !== undefined && only[0] === field ? only[1] : undefined;
}

function isPersonKey(value: unknown): value is PersonKey {
  return typeof value === 'string';
}
