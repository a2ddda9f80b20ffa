import { inTenant, SUPPORT_LOOKED } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import type { SupportActor } from '../actor/actor.ts';
import type { ApiRoute } from '../verbs/define-route.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { operationsOf } from './support-scopes.ts';

/** Who draws a page asks this first; it tells nothing of the company but its name. */
const UNRECORDED = 'getMe';

/** Whether the route changes nothing and lies in the scopes of the actor. */
export function reachesRoute({ support }: SupportActor, { method, operation }: ApiRoute['spec']): boolean {
  return method === 'get' && operationsOf(support.scopes).has(operation);
}

/**
 * The only way of support into a verb. Refuses what lies outside of the scope (`support.outside`), and writes into the
 * company's log what is looked at, before it is.
 */
export async function admitSupport(
  ctx: VerbContext,
  actor: SupportActor,
  spec: ApiRoute['spec'],
  { params, query }: RawInput,
): Promise<void> {
  const takesAlong = typeof query === 'object' && query !== null && 'download' in query;
  if (!reachesRoute(actor, spec) || takesAlong) throw new FaultError('support.outside');
  if (spec.operation === UNRECORDED) return;
  await inTenant(ctx.deps.database, actor.tenantId, (tx) =>
    recordAudit(ctx, tx, {
      event: SUPPORT_LOOKED,
      memberId: null,
      subject: `route:/v1${spec.path}`,
      detail: { ...idsIn(params), operation: spec.operation },
    }),
  );
}

/** Ids that the path names. */
function idsIn(params: unknown): Readonly<Record<string, string>> {
  const named = typeof params === 'object' && params !== null ? Object.entries(params) : [];
  return Object.fromEntries(named.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
