import type { ResolvedGrant } from '@highwater/db';
import type { KeyAction, UnixMs } from '@highwater/domain';
import { intersectConditions } from '@highwater/permissions';
import { rightsOf, type Rights } from '../actor/rights.ts';

/** What a key may do: its scopes, where its grants say, and never more than its maker may do now. */
export function rightsOfKey(
  maker: Rights,
  scopes: readonly KeyAction[],
  grants: readonly ResolvedGrant[],
  now: UnixMs,
): Rights {
  const own = rightsOf({ actions: scopes, reach: 'granted', grants }, now);
  return {
    actions: maker.actions.filter((action) => own.actions.includes(action)),
    access: (action) => intersectConditions(maker.access(action), own.access(action)),
  };
}
