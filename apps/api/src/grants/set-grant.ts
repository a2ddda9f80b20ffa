import { randomUUID } from 'node:crypto';
import { getMember, insertGrant, inTenant, revokeGrants } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { viewMembers } from '../members/view-member.ts';
import { departmentList, departmentsAsOf, employeeList, memberId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { checkDepartments, departmentText } from './check-departments.ts';

export const setGrantInput = {
  params: z.strictObject({ memberId }),
  body: z.strictObject({
    employees: employeeList,
    departments: departmentList.default([]),
    departmentsAsOf: departmentsAsOf.default('message'),
  }),
};

/** Replaces what a viewer may see by the messages of these employees and departments; of none, the viewer sees nothing. */
export async function setGrant(ctx: VerbContext, raw: RawInput) {
  const granter = authorise(ctx, 'invite');
  const { params, body } = parseInput(setGrantInput, raw);
  const { memberId } = params;
  const { employees } = body;
  const departments = { places: body.departments, asOf: body.departmentsAsOf };
  return inTenant(ctx.deps.database, granter.tenantId, async (tx) => {
    const member = await getMember(tx, memberId, true);
    // Owners and admins see everything; a grant would look like a limit and be none.
    if (member.role !== 'viewer') throw new FaultError('request.conflict', { detail: { role: member.role } });
    await checkDepartments(tx, departments.places);
    const now = ctx.deps.clock.now();
    await revokeGrants(tx, memberId, now);
    if (employees.length + departments.places.length > 0) {
      const grantId = randomUUID();
      await insertGrant(tx, { grantId, memberId, employees, departments, grantedBy: granter.memberId, grantedAt: now });
    }
    await recordAudit(ctx, tx, {
      event: 'grant.changed',
      memberId: granter.memberId,
      subject: `member:${memberId}`,
      detail: {
        before: member.employees,
        after: employees,
        departmentsBefore: member.departments.map(departmentText),
        departmentsAfter: departments.places.map((place) => departmentText({ ...place, asOf: departments.asOf })),
      },
    });
    const [view] = await viewMembers(tx, [await getMember(tx, memberId)]);
    if (view === undefined) throw new FaultError('internal');
    return view;
  });
}
