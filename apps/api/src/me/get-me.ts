import { findTenant, inTenant } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { meView } from '../schemas/me.ts';
import { requireUser } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const getMeInput = {};

const NOTHING = { employees: [], departments: [] };

/** Who is signed in, for which company, and what they may do there. */
export async function getMe(ctx: VerbContext, raw: RawInput): Promise<z.output<typeof meView>> {
  const actor = requireUser(ctx);
  parseInput(getMeInput, raw);
  const about = {
    user: { name: actor.user.name, email: actor.user.email },
    tenants: actor.memberships.map(({ tenantId, tenantName, role }) => ({ tenantId, name: tenantName, role })),
    operator: actor.operator,
  };
  if (actor.kind === 'user') {
    const nothing = { tenant: null, memberId: null, role: null, actions: [] };
    return { ...about, ...nothing, language: ctx.language, scope: { kind: 'none', employees: [], departments: [] } };
  }
  const { tenantId, memberId, role, rights } = actor;
  const tenant = (await inTenant(ctx.deps.database, tenantId, findTenant)) ?? null;
  const view = rights.access('view');
  const { employees, departments } = view.kind === 'where' ? actor : NOTHING;
  return {
    ...about,
    tenant: tenant && { tenantId, name: tenant.name, zone: tenant.zone, language: tenant.language },
    memberId,
    role,
    actions: rights.actions,
    language: actor.language ?? tenant?.language ?? ctx.language,
    scope: { kind: view.kind, employees, departments },
  };
}
