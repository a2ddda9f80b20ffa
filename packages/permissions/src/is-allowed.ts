import type { Action } from '@highwater/domain';
import { type Ability, MESSAGE_ACTIONS } from './build-ability.ts';

/** Whether the action is allowed at all: for messages, whether on any message; `accessCondition` says on which. */
export function isAllowed(ability: Ability, action: Action): boolean {
  return ability.can(action, MESSAGE_ACTIONS.some((onMessages) => onMessages === action) ? 'Message' : 'Tenant');
}
