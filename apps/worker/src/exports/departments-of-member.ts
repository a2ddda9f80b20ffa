import {
  findMember,
  listDepartmentsByPlace,
  namedDepartments,
  type GrantedDepartment,
  type TenantTx,
} from '@highwater/db';
import type { MemberId } from '@highwater/domain';

/** A department that the asker was granted, for the cover. */
export interface CoverDepartment {
  readonly departmentId: string;
  readonly asOf: GrantedDepartment['asOf'];
  /** Names from the top of the tree down to its own, as of the last look; null where WeCom gave none. */
  readonly path: readonly (string | null)[];
  readonly isGone: boolean;
}

/** The departments that a member's grants name now, as they are called now. In the transaction of `accessOfMember`. */
export async function departmentsOfMember(tx: TenantTx, memberId: MemberId): Promise<readonly CoverDepartment[]> {
  const departments = namedDepartments((await findMember(tx, memberId))?.grants ?? []);
  const known = await listDepartmentsByPlace(tx, departments);
  return departments.map(({ connectionId, departmentId, asOf }) => {
    const row = known.find((each) => each.connectionId === connectionId && each.departmentId === departmentId);
    return { departmentId, asOf, path: row?.path ?? [], isGone: row !== undefined && row.goneAt !== null };
  });
}
