import { getMember, inTenant, lockOwners, updateMemberPerson, updateMemberRole } from '@highwater/db';
import { FaultError, type PersonKey } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { checkGift } from '../grants/check-gift.ts';
import { findGivenRole, roleText } from '../roles/find-given-role.ts';
import { memberId, orNull, personKey, role, roleId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { checkPerson } from './check-person.ts';
import { viewOneMember } from './view-member.ts';

export const changeMemberInput = {
  params: z.strictObject({ memberId }),
  body: z.strictObject({
    role: role.optional(),
    /** With `custom`: which of the company's own. */
    roleId: roleId.optional(),
    /** The employee that the member is; null for none. */
    personKey: orNull(personKey).optional(),
  }),
};

/**
 * Gives a member another role, or says which employee it is; from the next request on. Only an owner changes an owner, the
 * last one stays one, and nobody gives more than they have, to themselves included.
 */
export async function changeMember(ctx: VerbContext, raw: RawInput) {
  const changer = authorise(ctx, 'manage_roles');
  const { params, body } = parseInput(changeMemberInput, raw);
  return inTenant(ctx.deps.database, changer.tenantId, async (tx) => {
    const owners = await lockOwners(tx);
    const before = await getMember(tx, params.memberId, true);
    const now = ctx.deps.clock.now();
    const asked = {
      role: body.role ?? before.role,
      roleId: body.roleId ?? ownRole(body.role, before.customRole?.roleId),
    };
    const given = await findGivenRole(tx, asked, now);
    const isOther = roleText(given) !== roleText(before) || given.roleId !== (before.customRole?.roleId ?? null);
    if (before.role === 'owner' && isOther) {
      if (changer.role !== 'owner') throw new FaultError('permission.missing', { detail: { action: 'manage_roles' } });
      if (owners.length < 2) throw new FaultError('member.last_owner');
    }
    const person = body.personKey === undefined ? before.personKey : body.personKey;
    await checkPerson(tx, person, before.personKey);
    await checkGift(tx, changer, before, { ...before, ...given, personKey: person }, now);
    if (isOther) {
      await updateMemberRole(tx, params.memberId, given);
      await recordAudit(ctx, tx, {
        event: 'member.role_changed',
        memberId: changer.memberId,
        subject: `member:${params.memberId}`,
        detail: { roleBefore: roleText(before), role: roleText(given) },
      });
    }
    if (person !== before.personKey) {
      await updateMemberPerson(tx, params.memberId, person);
      await recordAudit(ctx, tx, {
        event: 'member.bound',
        memberId: changer.memberId,
        subject: `member:${params.memberId}`,
        detail: { before: asList(before.personKey), after: asList(person) },
      });
    }
    return viewOneMember(ctx, tx, changer, await getMember(tx, params.memberId));
  });
}

/** A custom role stays what it is where no other is asked for. */
function ownRole(asked: string | undefined, own: string | undefined): string | undefined {
  return asked === undefined || asked === 'custom' ? own : undefined;
}

function asList(person: PersonKey | null): readonly string[] {
  return person === null ? [] : [`employee:${person}`];
}
