import { ACTIONS, type AccessCondition, type Action, type UnixMs } from '@highwater/domain';
import { accessCondition, buildAbility, isAllowed, type Standing } from '@highwater/permissions';

/** What a member may do and see, compiled from role and grants. */
export interface Rights {
  readonly actions: readonly Action[];
  /** Which messages an action on messages reaches. */
  access(action: Action): AccessCondition;
}

export function rightsOf(standing: Standing, now: UnixMs): Rights {
  const ability = buildAbility(standing, now);
  return {
    actions: ACTIONS.filter((action) => isAllowed(ability, action)),
    access: (action) => accessCondition(ability, action),
  };
}
