import { subject } from '@casl/ability';
import type { Action } from '@highwater/domain';
import type { Ability } from './build-ability.ts';
import type { MessageFacts } from './message-facts.ts';

/** Whether the action is allowed on this message: the same answer as its row and its tokens give. */
export function messageAllowed(ability: Ability, action: Action, message: MessageFacts): boolean {
  const { people, sentAt, roomId, kind, direction } = message;
  // CASL marks the object it is given, so it gets one of its own.
  return ability.can(action, subject('Message', { people, with: people, sentAt, roomId, kind, direction }));
}
