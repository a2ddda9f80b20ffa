import type { MemberRow, TenantTx } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { memberView } from '../schemas/member.ts';
import { describeGranted } from './view-granted.ts';

type MemberView = z.output<typeof memberView>;

export async function viewMembers(tx: TenantTx, rows: readonly MemberRow[]): Promise<readonly MemberView[]> {
  const describe = await describeGranted(
    tx,
    rows.flatMap(({ departments }) => departments),
  );
  return rows.map(({ memberId, name, email, role, joinedAt, employees, departments }) => {
    return { memberId, name, email, role, joinedAt, employees, departments: departments.map(describe) };
  });
}
