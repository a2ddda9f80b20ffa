import { FaultError, MESSAGE_ACTIONS, type AccessCondition, type Action, type ApiKeyId } from '@highwater/domain';
import type { MemberActor, OperatorActor, UserActor } from '../actor/actor.ts';
import type { VerbContext } from './verb-context.ts';

/** A member who may do the action, and which messages it reaches. */
export interface AuthorisedMember extends MemberActor {
  readonly access: AccessCondition;
  /** The member's key with which it is done. */
  readonly apiKeyId: ApiKeyId | null;
}

const OPENING: readonly Action[] = MESSAGE_ACTIONS;

/**
 * `looks`: nothing is changed, so that who sees settings is let in too. Throws `session.missing`, `tenant.none`, `thing.missing` (a company of others) or `permission.missing`. An action on
 * messages opens content unless told otherwise: where the company asks why, it throws `reason.missing` without a reason.
 */
export function authorise(
  ctx: VerbContext,
  action: Action,
  { opens = OPENING.includes(action), looks = false }: { readonly opens?: boolean; readonly looks?: boolean } = {},
): AuthorisedMember {
  const member = requireMember(ctx);
  const access = member.rights.access(action);
  const { actions } = member.rights;
  if (!actions.includes(action) && !(looks && actions.includes('see_settings')))
    throw new FaultError('permission.missing', { detail: { action } });
  if (opens) requireReason(member);
  return { ...member, access, apiKeyId: ctx.actor.kind === 'key' ? ctx.actor.key.keyId : null };
}

/** Throws `reason.missing` where the company asks why content is opened, and this session has not said it. */
export function requireReason({ reason }: Pick<MemberActor, 'reason'>): void {
  if (reason.hours !== null && reason.auditId === null) throw new FaultError('reason.missing');
}

/** Any member of the company, whatever the role; or support or a key in its place, which only come here where they were admitted. */
export function requireMember({ actor }: VerbContext): MemberActor {
  if (actor.kind === 'support' || actor.kind === 'key') return { ...actor, kind: 'member' };
  if (actor.kind === 'nobody' || actor.kind === 'operator') throw new FaultError('session.missing');
  if (actor.kind === 'user' && actor.factorMissing !== null) throw new FaultError('factor.required');
  if (actor.kind === 'user' && actor.signOnMissing !== null) throw new FaultError('single_sign_on.required');
  if (actor.kind === 'user' && actor.outside !== null) {
    throw new FaultError('address.outside', { detail: { address: actor.outside.address } });
  }
  if (actor.kind === 'user') throw new FaultError(actor.tenantMissing ? 'thing.missing' : 'tenant.none');
  return actor;
}

/** Anybody who is signed in. */
export function requireUser({ actor }: VerbContext): UserActor | MemberActor {
  if (actor.kind === 'support' || actor.kind === 'key') return { ...actor, kind: 'member' };
  if (actor.kind === 'nobody' || actor.kind === 'operator') throw new FaultError('session.missing');
  return actor;
}

/** One of the operator's people at the console; whoever else asks is nobody there. */
export function requireOperator({ actor }: VerbContext): OperatorActor {
  if (actor.kind !== 'operator') throw new FaultError('session.missing');
  return actor;
}
