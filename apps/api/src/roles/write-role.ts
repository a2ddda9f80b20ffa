import { randomUUID } from 'node:crypto';
import {
  findRole,
  insertRole,
  inTenant,
  markRoleRemoved,
  updateRole as saveRole,
  type CustomRole,
  type TenantTx,
} from '@highwater/db';
import { ACTIONS, FaultError, MESSAGE_ACTIONS } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import type { MemberActor } from '../actor/actor.ts';
import { beyond, checkActions } from '../grants/check-gift.ts';
import { action, reach, roleId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewRole } from './list-roles.ts';

const name = z.string().trim().min(1).max(60);
const actions = z
  .array(action)
  .max(ACTIONS.length)
  .transform((asked) => ACTIONS.filter((each) => asked.includes(each)));
const params = z.strictObject({ roleId });

export const createRoleInput = { body: z.strictObject({ name, actions, reach }) };
export const changeRoleInput = {
  params,
  body: z.strictObject({ name: name.optional(), actions: actions.optional(), reach: reach.optional() }),
};
export const removeRoleInput = { params };

const NOTHING: Pick<CustomRole, 'actions' | 'reach'> = { actions: [], reach: 'granted' };

/** Makes a role of the company's own, of what its maker may do. */
export async function createRole(ctx: VerbContext, raw: RawInput) {
  const maker = authorise(ctx, 'manage_roles');
  const { body } = parseInput(createRoleInput, raw);
  checkRights(maker, NOTHING, body);
  return inTenantOnce(ctx, maker, { route: 'createRole', request: body }, async (tx) => {
    const role = { ...body, roleId: randomUUID() };
    const madeAt = ctx.deps.clock.now();
    if (!(await insertRole(tx, { ...role, madeBy: maker.memberId, madeAt })))
      throw new FaultError('role.name_taken', { field: 'name' });
    await recordAudit(ctx, tx, {
      event: 'role.created',
      memberId: maker.memberId,
      subject: `role:${role.roleId}`,
      detail: { name: role.name, after: rightsText(role) },
    });
    return viewRole(maker, { ...role, madeAt, members: 0, invitations: 0 });
  });
}

/** Changes what all of its members may do, from their next request on. */
export async function changeRole(ctx: VerbContext, raw: RawInput) {
  const changer = authorise(ctx, 'manage_roles');
  const { params: at, body } = parseInput(changeRoleInput, raw);
  return inTenant(ctx.deps.database, changer.tenantId, async (tx) => {
    const before = await getRole(ctx, tx, at.roleId);
    const after = {
      ...before,
      name: body.name ?? before.name,
      actions: body.actions ?? before.actions,
      reach: body.reach ?? before.reach,
    };
    checkRights(changer, before, after);
    if (!(await saveRole(tx, after))) throw new FaultError('role.name_taken', { field: 'name' });
    await recordAudit(ctx, tx, {
      event: 'role.changed',
      memberId: changer.memberId,
      subject: `role:${at.roleId}`,
      detail: {
        name: after.name,
        ...(after.name === before.name ? {} : { nameBefore: before.name }),
        before: rightsText(before),
        after: rightsText(after),
      },
    });
    return viewRole(changer, after);
  });
}

/** Its members must have another role first; the row stays for the log. */
export async function removeRole(ctx: VerbContext, raw: RawInput): Promise<void> {
  const remover = authorise(ctx, 'manage_roles');
  const { params: at } = parseInput(removeRoleInput, raw);
  await inTenant(ctx.deps.database, remover.tenantId, async (tx) => {
    const role = await getRole(ctx, tx, at.roleId);
    if (role.members + role.invitations > 0) {
      throw new FaultError('role.in_use', { detail: { members: role.members, invitations: role.invitations } });
    }
    await markRoleRemoved(tx, at.roleId, ctx.deps.clock.now());
    await recordAudit(ctx, tx, {
      event: 'role.removed',
      memberId: remover.memberId,
      subject: `role:${at.roleId}`,
      detail: { name: role.name, before: rightsText(role) },
    });
  });
}

async function getRole(ctx: VerbContext, tx: TenantTx, id: string) {
  const role = await findRole(tx, id, ctx.deps.clock.now(), 'UPDATE');
  if (role === undefined) throw new FaultError('thing.missing');
  return role;
}

/**
 * Nobody makes a role of more than they have. What is new in it and is about messages must be the changer's everywhere: its
 * members' grants, or its reach, decide where.
 */
function checkRights(
  changer: MemberActor,
  before: Pick<CustomRole, 'actions' | 'reach'>,
  after: Pick<CustomRole, 'actions' | 'reach'>,
): void {
  checkActions(changer, before.actions, after.actions);
  const isWider = after.reach === 'everything' && before.reach === 'granted';
  for (const each of MESSAGE_ACTIONS) {
    const isNew = after.actions.includes(each) && (isWider || !before.actions.includes(each));
    if (isNew && changer.rights.access(each).kind !== 'all') throw beyond(each);
  }
}

function rightsText({ actions: all, reach: where }: Pick<CustomRole, 'actions' | 'reach'>): readonly string[] {
  return [...all.map((each) => `action:${each}`), `reach:${where}`];
}
