import { FaultError } from '@highwater/domain';
import type { KeyActor } from '../actor/actor.ts';
import type { ApiRoute } from '../verbs/define-route.ts';
import { scopeOf } from './key-operations.ts';

/** The only way of a key into a verb. Throws `api_key.not_for_this`, and `permission.missing` without the scope. */
export function admitKey({ rights }: KeyActor, { operation }: ApiRoute['spec']): void {
  const scope = scopeOf(operation);
  if (scope === undefined) throw new FaultError('api_key.not_for_this');
  if (!rights.actions.some((action) => action === scope)) {
    throw new FaultError('permission.missing', { detail: { action: scope } });
  }
}
