import { listDepartmentsByPlace, type DepartmentPlace, type GrantedDepartment, type TenantTx } from '@highwater/db';
import { FaultError } from '@highwater/domain';

/**
 * That every department is one that the company has or had; throws `request.malformed` otherwise. One of another company
 * is like one that does not exist.
 */
export async function checkDepartments(tx: TenantTx, places: readonly DepartmentPlace[]): Promise<void> {
  const known = await listDepartmentsByPlace(tx, places);
  if (known.length < places.length) {
    throw new FaultError('request.malformed', { field: 'departments', detail: { issue: 'unknown' } });
  }
}

/** A department as audit lines keep it: ids, and as of when it is meant. */
export function departmentText({ connectionId, departmentId, asOf }: GrantedDepartment): string {
  return `${connectionId}/${departmentId} ${asOf}`;
}
