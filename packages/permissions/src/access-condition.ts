import { rulesToCondition } from '@casl/ability/extra';
import { DIRECTIONS, type AccessClause, type AccessCondition, type Action, type UnixMs } from '@highwater/domain';
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

const FIELDS = ['people', 'with', 'roomId', 'kind', 'direction', 'sentAt'];

function clauseOf(rule: MessageRule): AccessClause {
  const fields = readFields(rule.conditions, FIELDS);
  if (rule.inverted || rule.fields !== undefined || fields === null || Object.keys(fields).length === 0) refuse();
  const people = readList(fields, 'people', isText<NonNullable<AccessClause['people']>[number]>);
  const others = readList(fields, 'with', isText<NonNullable<AccessClause['with']>[number]>);
  const rooms = readList(fields, 'roomId', isText<NonNullable<AccessClause['rooms']>[number]>);
  const kinds = readList(fields, 'kind', isText<NonNullable<AccessClause['kinds']>[number]>);
  const directions = readList(fields, 'direction', isDirection);
  return {
    ...(people === undefined ? {} : { people }),
    ...(others === undefined ? {} : { with: others }),
    ...(rooms === undefined ? {} : { rooms }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(directions === undefined ? {} : { directions }),
    ...readPeriod(fields),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The list of `{ [name]: { $in: list } }`; throws for an empty one and for any other condition on the field. */
function readList<Value extends string>(
  fields: Fields,
  name: string,
  is: (value: unknown) => value is Value,
): readonly Value[] | undefined {
  if (!(name in fields)) return undefined;
  const list = readFields(fields[name], ['$in'])?.['$in'];
  if (!Array.isArray(list) || list.length === 0 || !list.every(is)) refuse();
  return list;
}

/** The period of `{ sentAt: { $gte: from, $lt: until } }`, of which one may be missing; throws for any other condition. */
function readPeriod(fields: Fields): Pick<AccessClause, 'from' | 'until'> {
  if (!('sentAt' in fields)) return {};
  const bounds = readFields(fields['sentAt'], ['$gte', '$lt']);
  if (bounds === null || Object.keys(bounds).length === 0) refuse();
  const { $gte: from, $lt: until } = bounds;
  if ((from !== undefined && !isTime(from)) || (until !== undefined && !isTime(until))) refuse();
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

function refuse(): never {
  throw new Error('an access condition knows only rules of the form value in list, sent from and before');
}

/** An object with no other fields than these; null for anything else. */
function readFields(value: unknown, known: readonly string[]): Fields | null {
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value);
  return entries.every(([field]) => known.includes(field)) ? Object.fromEntries(entries) : null;
}

function isTime(value: unknown): value is UnixMs {
  return Number.isFinite(value);
}

/** Ids and kinds: what is not known cannot be recognised here, but it lets nothing through either. */
function isText<Value extends string>(value: unknown): value is Value {
  return typeof value === 'string';
}

function isDirection(value: unknown): value is (typeof DIRECTIONS)[number] {
  return DIRECTIONS.some((direction) => direction === value);
}
