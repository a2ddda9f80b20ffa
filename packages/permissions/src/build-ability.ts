import { createMongoAbility, type ForcedSubject, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { AccessClause, Action, MessageAction, UnixMs } from '@highwater/domain';
import { gatherClauses } from './gather-clauses.ts';
import { isMessageAction } from './message-actions.ts';
import type { MessageFacts } from './message-facts.ts';
import type { RoleRights } from './role-rights.ts';

/** Where a member may do what: with messages for which one of the clauses holds. */
export interface Grant {
  /** The role must have them too. */
  readonly actions: readonly MessageAction[];
  /** Without any it gives nothing. */
  readonly clauses: readonly AccessClause[];
  /** Gives nothing from this instant on. */
  readonly expiresAt?: UnixMs | null;
}

/** A member's standing in one tenant: what its role gives, and its grants, which are read where the role needs them. */
export interface Standing extends RoleRights {
  readonly grants: readonly Grant[];
}

/** A message as rules see it: `with` are its people once more, so that two lists of people can both be asked for. */
export type SubjectMessage = MessageFacts & { readonly with: MessageFacts['people'] };

type Subjects = 'Message' | 'Tenant' | (SubjectMessage & ForcedSubject<'Message'>);
export type Ability = MongoAbility<[Action, Subjects]>;

/** What a member may do at `now`. Nobody is given anything by default; there are no rules that take away. */
export function buildAbility(standing: Standing, now: UnixMs): Ability {
  const onTenant = standing.actions.filter((action) => !isMessageAction(action));
  const onMessages = standing.actions.filter(isMessageAction);
  return createMongoAbility<Ability>([
    { action: onTenant, subject: 'Tenant' },
    ...(standing.reach === 'everything' ? everywhere(onMessages) : granted(onMessages, standing.grants, now)),
  ]);
}

function everywhere(action: readonly MessageAction[]): RawRuleOf<Ability>[] {
  return [{ action: [...action], subject: 'Message' }];
}

/** Actions that the same grants give share their rules. */
function granted(actions: readonly MessageAction[], grants: readonly Grant[], now: UnixMs): RawRuleOf<Ability>[] {
  const live = grants.filter(({ expiresAt }) => expiresAt === undefined || expiresAt === null || now < expiresAt);
  const giving = Map.groupBy(actions, (action) =>
    live.flatMap((grant, place) => (grant.actions.includes(action) ? [place] : [])).join(' '),
  );
  return [...giving.values()].flatMap((alike) => {
    const given = live.filter((grant) => alike.some((action) => grant.actions.includes(action)));
    return gatherClauses(given.flatMap(({ clauses }) => clauses)).map((clause) => ({
      action: alike,
      subject: 'Message' as const,
      ...conditionsOf(clause),
    }));
  });
}

/** None for a clause that lets every message through. */
function conditionsOf(clause: AccessClause): Pick<RawRuleOf<Ability>, 'conditions'> {
  const { people, with: others, rooms, kinds, directions, from, until } = clause;
  const conditions = {
    ...(people === undefined ? {} : { people: { $in: [...people] } }),
    ...(others === undefined ? {} : { with: { $in: [...others] } }),
    ...(rooms === undefined ? {} : { roomId: { $in: [...rooms] } }),
    ...(kinds === undefined ? {} : { kind: { $in: [...kinds] } }),
    ...(directions === undefined ? {} : { direction: { $in: [...directions] } }),
    ...(from === undefined && until === undefined ? {} : { sentAt: sentWithin(from, until) }),
  };
  return Object.keys(conditions).length === 0 ? {} : { conditions };
}

function sentWithin(from: UnixMs | undefined, until: UnixMs | undefined): { $gte?: UnixMs; $lt?: UnixMs } {
  return { ...(from === undefined ? {} : { $gte: from }), ...(until === undefined ? {} : { $lt: until }) };
}
