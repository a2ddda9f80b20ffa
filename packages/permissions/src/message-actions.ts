import { MESSAGE_ACTIONS, type Action, type MessageAction } from '@highwater/domain';

/** All others are on the tenant as a whole. */
export function isMessageAction(action: Action): action is MessageAction {
  return MESSAGE_ACTIONS.some((onMessages) => onMessages === action);
}
