import { FaultError, type AccessCondition, type Action } from '@highwater/domain';
import type { MemberActor, UserActor } from '../actor/actor.ts';
import type { VerbContext } from './verb-context.ts';

/** A member who may do the action, and which messages it reaches. */
export interface AuthorisedMember extends MemberActor {
  readonly access: AccessCondition;
}

/** Throws `session.missing`, `tenant.none`, `thing.missing` (a company of others) or `permission.missing`. */
export function authorise(ctx: VerbContext, action: Action): AuthorisedMember {
  const member = requireMember(ctx);
  const access = member.rights.access(action);
  if (!member.rights.actions.includes(action)) throw new FaultError('permission.missing', { detail: { action } });
  return { ...member, access };
}

/** Any member of the company, whatever the role. */
export function requireMember({ actor }: VerbContext): MemberActor {
  if (actor.kind === 'nobody') throw new FaultError('session.missing');
  if (actor.kind === 'user') throw new FaultError(actor.tenantMissing ? 'thing.missing' : 'tenant.none');
  return actor;
}

/** Anybody who is signed in. */
export function requireUser({ actor }: VerbContext): UserActor | MemberActor {
  if (actor.kind === 'nobody') throw new FaultError('session.missing');
  return actor;
}

/** Others do not learn that the console exists. */
export function requireOperator(ctx: VerbContext): UserActor | MemberActor {
  const user = requireUser(ctx);
  if (!user.operator) throw new FaultError('thing.missing');
  return user;
}
