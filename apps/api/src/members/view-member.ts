import { listPeopleByKeys, namedDepartments, namedEmployees, type MemberRow, type TenantTx } from '@highwater/db';
import { FaultError, type UnixMs } from '@highwater/domain';
import { rightsOfMember } from '@highwater/permissions';
import type { z } from '@hono/zod-openapi';
import type { MemberActor } from '../actor/actor.ts';
import { describeTerms, viewGrant } from '../grants/view-terms.ts';
import type { memberView } from '../schemas/member.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { describeGranted } from './view-granted.ts';

type MemberView = z.output<typeof memberView>;

/** Members as `asker` sees them. */
export async function viewMembers(
  { language, deps }: Pick<VerbContext, 'language' | 'deps'>,
  tx: TenantTx,
  asker: MemberActor,
  rows: readonly MemberRow[],
): Promise<readonly MemberView[]> {
  const now: UnixMs = deps.clock.now();
  const all = rows.flatMap(({ grants }) => grants);
  const department = await describeGranted(tx, namedDepartments(all));
  const describe = await describeTerms(tx, all, { access: asker.rights.access('view'), language });
  const bound = await listPeopleByKeys(
    tx,
    rows.flatMap(({ personKey }) => personKey ?? []),
  );
  return rows.map((row) => {
    const { memberId, name, email, role, customRole, personKey, joinedAt, grants } = row;
    const { actions, reach } = rightsOfMember(row);
    return {
      memberId,
      name,
      email,
      role,
      roleId: customRole?.roleId ?? null,
      roleName: customRole?.name ?? null,
      actions,
      reach,
      personKey,
      personName: bound.find((person) => person.personKey === personKey)?.name ?? null,
      joinedAt,
      employees: namedEmployees(grants),
      departments: namedDepartments(grants).map(department),
      grants: grants.map((grant) => viewGrant(grant, describe, now)),
    };
  });
}

export async function viewOneMember(
  ctx: Pick<VerbContext, 'language' | 'deps'>,
  tx: TenantTx,
  asker: MemberActor,
  row: MemberRow,
): Promise<MemberView> {
  const [view] = await viewMembers(ctx, tx, asker, [row]);
  if (view === undefined) throw new FaultError('internal');
  return view;
}
