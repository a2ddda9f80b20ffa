import { rulesToCondition } from '@casl/ability/extra';
import type { AccessClause, AccessCondition, Action, PersonKey, UnixMs } from '@highwater/domain';
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
  const period = readPeriod(conditions);
  if (rule.inverted || rule.fields !== undefined || people === null || period === null) {
    throw new Error('an access condition knows only rules of the form people in list, sent from and before');
  }
  return { people, ...period };
}

/** The list of `{ people: { $in: list } }`, and nothing else; null for any other condition. */
function readPeople(conditions: unknown): PersonKey[] | null {
  const list = readFields(readFields(conditions, ['people', 'sentAt'])?.['people'], ['$in'])?.['$in'];
  if (!Array.isArray(list) || list.length === 0) return null;
  return list.every(isPersonKey) ? list : null;
}

/** The period of `{ sentAt: { $gte: from, $lt: until } }`, of which one may be missing; null for any other condition. */
function readPeriod(conditions: unknown): Pick<AccessClause, 'from' | 'until'> | null {
  const fields = readFields(conditions, ['people', 'sentAt']);
  if (fields === null) return null;
  if (!('sentAt' in fields)) return {};
  const bounds = readFields(fields['sentAt'], ['$gte', '$lt']);
  if (bounds === null || Object.keys(bounds).length === 0) return null;
  const { $gte: from, $lt: until } = bounds;
  if ((from !== undefined && !isTime(from)) || (until !== undefined && !isTime(until))) return null;
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** An object with no other fields than these; null for anything else. */
function readFields(value: unknown, known: readonly string[]): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value);
  return entries.every(([field]) => known.includes(field)) ? Object.fromEntries(entries) : null;
}

function isTime(value: unknown): value is UnixMs {
  return typeof value === 'number' && Number.isFinite(value);
}

function isPersonKey(value: unknown): value is PersonKey {
  return typeof value === 'string';
}
