import { MESSAGE_ACTIONS } from '@highwater/domain';
import { conditionCovers } from '@highwater/permissions';
import type { Actor, KeyActor, MemberActor, SupportActor } from './actor.ts';

/**
 * Whether somebody who was let in would be let in again with no less: for answers that take long. `asker` is who asks by
 * the same request now, null where that is refused.
 */
export function isStillAllowed(before: MemberActor | KeyActor | SupportActor, asker: Actor | null): boolean {
  if (asker?.kind !== 'member' && asker?.kind !== 'key' && asker?.kind !== 'support') return false;
  if (asker.kind !== before.kind || asker.tenantId !== before.tenantId || asker.memberId !== before.memberId)
    return false;
  if (!before.rights.actions.every((action) => asker.rights.actions.includes(action))) return false;
  return MESSAGE_ACTIONS.every((action) => conditionCovers(asker.rights.access(action), before.rights.access(action)));
}
