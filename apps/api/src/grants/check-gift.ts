import { listGrantsOf, type CustomRole, type GrantTerms, type TenantTx } from '@highwater/db';
import {
  FaultError,
  MESSAGE_ACTIONS,
  type Action,
  type MemberRole,
  type MessageAction,
  type PersonKey,
  type UnixMs,
} from '@highwater/domain';
import { conditionCovers, rightsOfMember } from '@highwater/permissions';
import type { MemberActor } from '../actor/actor.ts';
import { rightsOf, type Rights } from '../actor/rights.ts';

/** All that decides what a member may do. */
export interface MemberStanding {
  readonly role: MemberRole;
  readonly customRole: CustomRole | null;
  readonly personKey: PersonKey | null;
  readonly grants: readonly GrantTerms[];
}

/** Of somebody who is no member yet. */
export const NO_STANDING: MemberStanding = { role: 'custom', customRole: null, personKey: null, grants: [] };

export async function rightsOfStanding(tx: TenantTx, standing: MemberStanding, now: UnixMs): Promise<Rights> {
  return rightsOf({ ...rightsOfMember(standing), grants: await listGrantsOf(tx, standing) }, now);
}

/**
 * Nobody gives more than they have: what somebody may do and see after a change must be what they could before, or what the
 * giver can too. Throws `rights.beyond_own`.
 */
export async function checkGift(
  tx: TenantTx,
  giver: MemberActor,
  before: MemberStanding,
  after: MemberStanding,
  now: UnixMs,
): Promise<void> {
  const had = await rightsOfStanding(tx, before, now);
  const has = await rightsOfStanding(tx, after, now);
  const spoken = (standing: MemberStanding) => [
    ...rightsOfMember(standing).actions,
    ...standing.grants.flatMap(({ actions }) => actions),
  ];
  checkActions(giver, spoken(before), spoken(after));
  for (const action of MESSAGE_ACTIONS) {
    if (!reachesNoMore(giver, had, has, action)) throw beyond(action);
  }
}

/** Throws `rights.beyond_own` for an action that is new and that the giver has not. */
export function checkActions(giver: MemberActor, before: readonly Action[], after: readonly Action[]): void {
  const missing = after.find((action) => !before.includes(action) && !giver.rights.actions.includes(action));
  if (missing !== undefined) throw beyond(missing);
}

function reachesNoMore(giver: MemberActor, had: Rights, has: Rights, action: MessageAction): boolean {
  const reach = has.access(action);
  return conditionCovers(giver.rights.access(action), reach) || conditionCovers(had.access(action), reach);
}

export function beyond(action: Action): FaultError {
  return new FaultError('rights.beyond_own', { detail: { action } });
}
