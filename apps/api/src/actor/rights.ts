import { ACTIONS, type AccessCondition, type Action, type PersonKey, type Role, type UnixMs } from '@highwater/domain';
import { accessCondition, buildAbility, isAllowed } from '@highwater/permissions';

/** What a member may do and see, compiled from role and grants. */
export interface Rights {
  readonly actions: readonly Action[];
  /** Which messages an action on messages reaches. */
  access(action: Action): AccessCondition;
}

export function rightsOf(role: Role, employees: readonly PersonKey[], now: UnixMs): Rights {
  const ability = buildAbility({ role, grants: employees.length === 0 ? [] : [{ employees }] }, now);
  return {
    actions: ACTIONS.filter((action) => isAllowed(ability, action)),
    access: (action) => accessCondition(ability, action),
  };
}
