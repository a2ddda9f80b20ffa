import type { AccessCondition } from '@highwater/domain';
import type { SqlValues } from './sql-values.ts';

/** That a column holds an employee of whom the reader may know what he noted: any, or one of its grant. */
export function employeesSql(access: AccessCondition, column: string, values: SqlValues): string {
  switch (access.kind) {
    case 'none':
      return 'false';
    case 'all':
      return 'true';
    case 'where':
      return `${column} = ANY(${values.add([...new Set(access.any.flatMap((clause) => clause.people))])}::text[])`;
  }
}
