import { ACTIONS, type AccessCondition, type Action, type UnixMs } from '@highwater/domain';
import { accessCondition, buildAbility, isAllowed, type Standing } from '@highwater/permissions';

/** What somebody may do and see, compiled from role and grants. */
export interface Rights {
  readonly actions: readonly Action[];
  /** Which messages an action on messages reaches. */
  access(action: Action): AccessCondition;
}

/** Of grants that stay the same object between requests: with thousands of periods compiling them takes tens of ms. */
const compiled = new WeakMap<Standing['grants'], Map<string, Rights>>();

export function rightsOf(standing: Standing, now: UnixMs): Rights {
  const { actions, reach, grants } = standing;
  // What ends by itself is compiled for this instant.
  if (grants.some(({ expiresAt }) => expiresAt !== undefined && expiresAt !== null)) return compile(standing, now);
  const byRole = compiled.get(grants) ?? new Map<string, Rights>();
  compiled.set(grants, byRole);
  const role = `${reach} ${actions.join(' ')}`;
  const rights = byRole.get(role) ?? compile(standing, now);
  byRole.set(role, rights);
  return rights;
}

function compile(standing: Standing, now: UnixMs): Rights {
  const ability = buildAbility(standing, now);
  const conditions = new Map<Action, AccessCondition>();
  return {
    actions: ACTIONS.filter((action) => isAllowed(ability, action)),
    access(action) {
      const condition = conditions.get(action) ?? accessCondition(ability, action);
      conditions.set(action, condition);
      return condition;
    },
  };
}
