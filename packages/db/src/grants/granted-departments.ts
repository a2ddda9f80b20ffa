import type { ConnectionId } from '@highwater/domain';

/** A department: the same number of two corps is two departments. */
export interface DepartmentPlace {
  readonly connectionId: ConnectionId;
  /** WeCom's number, as decimal text. */
  readonly departmentId: string;
}

/** Whose messages a department means: of who was in it when a message was sent, or of who is in it now, old ones included. */
export type DepartmentsAsOf = 'message' | 'now';

/** Departments as one grant or invitation names them. */
export interface GrantedDepartments {
  readonly places: readonly DepartmentPlace[];
  readonly asOf: DepartmentsAsOf;
}

/** A department that a grant in force names. */
export interface GrantedDepartment extends DepartmentPlace {
  readonly asOf: DepartmentsAsOf;
}

export const NO_DEPARTMENTS: GrantedDepartments = { places: [], asOf: 'message' };

/** Values of department_connections, department_ids and departments_as_of. */
export function departmentColumns({ places, asOf }: GrantedDepartments): [string[], string[], DepartmentsAsOf] {
  return [places.map(({ connectionId }) => connectionId), places.map(({ departmentId }) => departmentId), asOf];
}
