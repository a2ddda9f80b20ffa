import { countOpenSupport, findMember, findTenant, inTenant, namedDepartments, namedEmployees } from '@highwater/db';
import { MESSAGE_ACTIONS, type MessageAction } from '@highwater/domain';
import { rightsOfMember } from '@highwater/permissions';
import type { z } from '@hono/zod-openapi';
import type { MemberActor } from '../actor/actor.ts';
import type { meView } from '../schemas/me.ts';
import { requireUser } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const getMeInput = {};

/** Who is signed in, for which company, and what they may do there. */
export async function getMe(ctx: VerbContext, raw: RawInput): Promise<z.output<typeof meView>> {
  const actor = requireUser(ctx);
  parseInput(getMeInput, raw);
  const about = {
    user: { name: actor.user.name, email: actor.user.email },
    tenants: actor.memberships.map(({ tenantId, tenantName, role }) => ({ tenantId, name: tenantName, role })),
    support: await supportOf(ctx),
    factorRequired: null,
    outside: null,
    signOnRequired: null,
  };
  if (actor.kind === 'user') {
    const nothing = { tenant: null, memberId: null, role: null, roleName: null, actions: [], ungranted: [] };
    const missing = actor.factorMissing;
    const factorRequired = missing && { tenantId: missing.tenantId, name: missing.tenantName };
    const outside = actor.outside && {
      tenantId: actor.outside.company.tenantId,
      name: actor.outside.company.tenantName,
      address: actor.outside.address,
    };
    const signOn = actor.signOnMissing;
    return {
      ...about,
      ...nothing,
      factorRequired,
      outside,
      signOnRequired: signOn && { tenantId: signOn.tenantId, name: signOn.tenantName },
      language: ctx.language,
      scope: { kind: 'none', employees: [], departments: [] },
    };
  }
  const { tenantId, memberId, role, rights } = actor;
  const { tenant = null, member } = await inTenant(ctx.deps.database, tenantId, async (tx) => ({
    tenant: await findTenant(tx),
    // Who comes by single sign-on has an address here only.
    member: actor.user.tenantId === null ? undefined : await findMember(tx, memberId),
  }));
  const view = rights.access('view');
  const grants = view.kind === 'where' ? actor.grants : [];
  return {
    ...about,
    user: member === undefined ? about.user : { name: member.name, email: member.email },
    tenant: tenant && { tenantId, name: tenant.name, zone: tenant.zone, language: tenant.language },
    memberId,
    role,
    roleName: actor.customRole?.name ?? null,
    actions: rights.actions,
    ungranted: actor.kind === 'member' ? ungrantedOf(actor) : [],
    language: actor.language ?? tenant?.language ?? ctx.language,
    scope: { kind: view.kind, employees: namedEmployees(grants), departments: namedDepartments(grants) },
  };
}

/** Of the role's actions on messages those that reach none, as no grant opens any. */
function ungrantedOf({ role, customRole, rights }: MemberActor): readonly MessageAction[] {
  const { actions } = rightsOfMember({ role, customRole });
  return MESSAGE_ACTIONS.filter((action) => actions.includes(action) && !rights.actions.includes(action));
}

const NO_SUPPORT = { waiting: 0, open: 0, looking: null } as const;

/** What owners decide on, and what support says of itself; nothing for everybody else. */
async function supportOf({ actor, deps }: VerbContext): Promise<z.output<typeof meView>['support']> {
  if (actor.kind === 'support') {
    const { number, until } = actor.support;
    return { ...NO_SUPPORT, looking: { number, until } };
  }
  if (actor.kind !== 'member' || actor.role !== 'owner') return NO_SUPPORT;
  const now = deps.clock.now();
  const counted = await inTenant(deps.database, actor.tenantId, (tx) => countOpenSupport(tx, now));
  return { ...NO_SUPPORT, ...counted };
}
