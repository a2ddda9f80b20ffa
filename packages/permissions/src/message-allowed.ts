import { subject } from '@casl/ability';
import type { Action } from '@highwater/domain';
import type { Ability, MessagePeople } from './build-ability.ts';

/** Whether the action is allowed on this message: the same answer as its row and its tokens give. */
export function messageAllowed(ability: Ability, action: Action, { people, sentAt }: MessagePeople): boolean {
  // CASL marks the object it is given, so it gets one of its own.
  return ability.can(action, subject('Message', { people, sentAt }));
}
