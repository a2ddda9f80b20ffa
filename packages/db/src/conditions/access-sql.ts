import type { AccessCondition } from '@highwater/domain';
import type { SqlValues } from './sql-values.ts';

/**
 * The access condition as SQL over a row with `tenant_id` and `message_id`, called `alias`.
 * One of the three readers of a condition; the others are CASL (permissions) and search tokens.
 */
export function accessSql(access: AccessCondition, alias: string, values: SqlValues): string {
  switch (access.kind) {
    case 'none':
      return 'false';
    case 'all':
      return 'true';
    case 'where': {
      const people = [...new Set(access.any.flatMap((clause) => clause.people))];
      return `EXISTS (SELECT FROM hw.participants seen WHERE seen.tenant_id = ${alias}.tenant_id
        AND seen.message_id = ${alias}.message_id AND seen.person_key = ANY(${values.add(people)}::text[]))`;
    }
  }
}
