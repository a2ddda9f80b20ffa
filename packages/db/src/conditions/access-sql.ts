import type { AccessCondition } from '@highwater/domain';
import { splitClauses } from './split-clauses.ts';
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
      const { always, dated } = splitClauses(access.any);
      const holds = [`seen.person_key = ANY(${values.add(always)}::text[])`];
      if (dated.people.length > 0) {
        const periods = `${values.add(dated.periods)}::jsonb`;
        holds.push(`(${periods} ->> seen.person_key)::tstzmultirange @> seen.sent_at`);
      }
      return `EXISTS (SELECT FROM hw.participants seen WHERE seen.tenant_id = ${alias}.tenant_id
        AND seen.message_id = ${alias}.message_id AND (${holds.join(' OR ')}))`;
    }
  }
}
