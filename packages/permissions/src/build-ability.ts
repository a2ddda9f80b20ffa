import { createMongoAbility, type ForcedSubject, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { ACTIONS, type AccessClause, type Action, type PersonKey, type Role, type UnixMs } from '@highwater/domain';

/** What a viewer was given: the messages that one of these employees sent or received. */
export interface Grant {
  readonly employees: readonly PersonKey[];
  /** Besides, messages of people within a period: who was in a department then. */
  readonly clauses?: readonly AccessClause[];
  /** Gives nothing from this instant on. */
  readonly expiresAt?: UnixMs | null;
}

/** A member's standing in one tenant. */
export interface Standing {
  readonly role: Role;
  /** Read for viewers only: owners and admins have everything. */
  readonly grants: readonly Grant[];
}

/** The only facts of a message that rights depend on. */
export interface MessagePeople {
  /** Sender and receivers. */
  readonly people: readonly PersonKey[];
  readonly sentAt: UnixMs;
}

type Subjects = 'Message' | 'Tenant' | (MessagePeople & ForcedSubject<'Message'>);
export type Ability = MongoAbility<[Action, Subjects]>;

/** Actions on messages; all others are on the tenant as a whole. */
export const MESSAGE_ACTIONS = ['view', 'search', 'export'] as const satisfies readonly Action[];
const TENANT_ACTIONS = ACTIONS.filter((action) => !MESSAGE_ACTIONS.some((onMessages) => onMessages === action));

/** What a member may do at `now`. Nobody is given anything by default; there are no rules that take away. */
export function buildAbility({ role, grants }: Standing, now: UnixMs): Ability {
  return createMongoAbility<Ability>(rulesOf(role, grants, now));
}

function rulesOf(role: Role, grants: readonly Grant[], now: UnixMs): RawRuleOf<Ability>[] {
  switch (role) {
    case 'owner':
    case 'admin':
      return [
        { action: [...MESSAGE_ACTIONS], subject: 'Message' },
        { action: TENANT_ACTIONS, subject: 'Tenant' },
      ];
    case 'viewer': {
      const live = grants.filter(({ expiresAt }) => expiresAt === undefined || expiresAt === null || now < expiresAt);
      const clauses = live.flatMap((grant) => [{ people: grant.employees }, ...(grant.clauses ?? [])]);
      return gatherPeriods(clauses).map(({ people, from, until }) => ({
        action: [...MESSAGE_ACTIONS],
        subject: 'Message',
        conditions: { people: { $in: [...people] }, ...sentWithin(from, until) },
      }));
    }
  }
}

/** Everybody of one period in one clause, so that there are as few rules as periods. */
function gatherPeriods(clauses: readonly AccessClause[]): readonly AccessClause[] {
  const periods = Map.groupBy(clauses, ({ from, until }) => `${from ?? ''} ${until ?? ''}`);
  return [...periods.values()].flatMap((alike) => {
    const people = [...new Set(alike.flatMap((clause) => clause.people))].sort();
    const [first] = alike;
    return people.length === 0 || first === undefined ? [] : [{ ...first, people }];
  });
}

function sentWithin(from: UnixMs | undefined, until: UnixMs | undefined): { sentAt?: { $gte?: UnixMs; $lt?: UnixMs } } {
  if (from === undefined && until === undefined) return {};
  return { sentAt: { ...(from === undefined ? {} : { $gte: from }), ...(until === undefined ? {} : { $lt: until }) } };
}
