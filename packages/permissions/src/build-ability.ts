import { createMongoAbility, type ForcedSubject, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { ACTIONS, type Action, type PersonKey, type Role, type UnixMs } from '@highwater/domain';

/** What a viewer was given: the messages that one of these employees sent or received. */
export interface Grant {
  readonly employees: readonly PersonKey[];
  /** Gives nothing from this instant on. */
  readonly expiresAt?: UnixMs | null;
}

/** A member's standing in one tenant. */
export interface Standing {
  readonly role: Role;
  /** Read for viewers only: owners and admins have everything. */
  readonly grants: readonly Grant[];
}

/** The only fields of a message that rights depend on. */
export interface MessagePeople {
  /** Sender and receivers. */
  readonly people: readonly PersonKey[];
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
      const employees = [...new Set(live.flatMap((grant) => grant.employees))].sort();
      if (employees.length === 0) return [];
      return [{ action: [...MESSAGE_ACTIONS], subject: 'Message', conditions: { people: { $in: employees } } }];
    }
  }
}
