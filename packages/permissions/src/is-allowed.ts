import type { Action } from '@highwater/domain';
import type { Ability } from './build-ability.ts';
import { isMessageAction } from './message-actions.ts';

/** Whether the action is allowed at all: for messages, whether on any message; `accessCondition` says on which. */
export function isAllowed(ability: Ability, action: Action): boolean {
  return ability.can(action, isMessageAction(action) ? 'Message' : 'Tenant');
}
