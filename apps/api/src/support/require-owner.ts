import { FaultError } from '@highwater/domain';
import type { MemberActor } from '../actor/actor.ts';
import { requireMember } from '../verbs/authorise.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

/** The owner alone lets support in: whoever manages roles could otherwise give themselves that. Throws `support.owner_only`. */
export function requireOwner(ctx: VerbContext): MemberActor {
  const member = requireMember(ctx);
  if (member.role !== 'owner') throw new FaultError('support.owner_only');
  return member;
}
