import { FaultError } from '@highwater/domain';
import { actorOfKey } from '../api-keys/actor-of-key.ts';
import type { ApiDeps } from '../api-deps.ts';
import { findOperatorActor, findSupportActor } from '../support/find-support-actor.ts';
import { actorOf } from './actor-of.ts';
import type { Actor, Origin } from './actor.ts';

const CONSOLE = '/v1/operator/';
/** Names the request under which one of the operator's people reads a company. */
const SUPPORT_HEADER = 'highwater-support';
const TENANT_HEADER = 'highwater-tenant';

export interface AskedBy extends Origin {
  readonly path: string;
  readonly headers: Headers;
}

/**
 * Who asks, read anew: session or key → member → rights. Sessions of the console open the console's own routes, and a
 * company where the header names an access that is open; sessions of companies open neither. A key opens its own company,
 * and comes alone.
 */
export async function actorOfRequest(
  deps: Pick<ApiDeps, 'identity' | 'operators' | 'database' | 'clock'>,
  { path, headers, ...origin }: AskedBy,
): Promise<Actor> {
  const key = bearerOf(headers);
  const support = headers.get(SUPPORT_HEADER);
  const asked = headers.get(TENANT_HEADER) ?? undefined;
  if (key !== null) {
    if (headers.has('cookie') || support !== null) throw new FaultError('api_key.with_session');
    const actor = await actorOfKey(deps, key, origin);
    if (asked !== undefined && asked !== actor.tenantId) throw new FaultError('thing.missing');
    return actor;
  }
  if (path.startsWith(CONSOLE)) return findOperatorActor(deps, headers);
  if (support !== null) return findSupportActor(deps, headers, support);
  const user = await deps.identity.findUser(headers);
  return user === null ? { kind: 'nobody' } : actorOf(deps, user, asked, origin);
}

/** What follows `Bearer`; null without it. Other schemes are no business of ours. */
export function bearerOf(headers: Headers): string | null {
  return /^Bearer\b *(.*)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}
