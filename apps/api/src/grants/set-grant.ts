import { randomUUID } from 'node:crypto';
import { getMember, insertGrant, inTenant, revokeGrants } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { rightsOfMember } from '@highwater/permissions';
import { z } from '@hono/zod-openapi';
import { viewOneMember } from '../members/view-member.ts';
import { grantTerms } from '../schemas/grant.ts';
import { departmentList, departmentsAsOf, employeeList, memberId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { checkGift } from './check-gift.ts';
import { readTerms, termsText } from './read-terms.ts';

export const setGrantInput = {
  params: z.strictObject({ memberId }),
  body: z.strictObject({
    employees: employeeList,
    departments: departmentList.default([]),
    departmentsAsOf: departmentsAsOf.default('message'),
  }),
};

/** Replaces all grants of a member by one of these employees and departments; of none, the member sees nothing. */
export async function setGrant(ctx: VerbContext, raw: RawInput) {
  const granter = authorise(ctx, 'manage_roles');
  const { params, body } = parseInput(setGrantInput, raw);
  const { memberId: id } = params;
  return inTenant(ctx.deps.database, granter.tenantId, async (tx) => {
    const member = await getMember(tx, id, true);
    // A grant would look like a limit and be none.
    if (rightsOfMember(member).reach === 'everything')
      throw new FaultError('request.conflict', { detail: { role: member.role } });
    const now = ctx.deps.clock.now();
    const terms =
      body.employees.length + body.departments.length === 0 ? [] : [await readTerms(tx, grantTerms.parse(body), now)];
    await checkGift(tx, granter, member, { ...member, grants: terms }, now);
    await revokeGrants(tx, id, granter.memberId, now);
    for (const each of terms) {
      await insertGrant(tx, {
        ...each,
        grantId: randomUUID(),
        memberId: id,
        grantedBy: granter.memberId,
        grantedAt: now,
      });
    }
    await recordAudit(ctx, tx, {
      event: 'grant.changed',
      memberId: granter.memberId,
      subject: `member:${id}`,
      detail: { before: member.grants.flatMap(termsText), after: terms.flatMap(termsText) },
    });
    return viewOneMember(ctx, tx, granter, await getMember(tx, id));
  });
}
