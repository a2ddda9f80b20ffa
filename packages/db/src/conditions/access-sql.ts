import type { AccessCondition } from '@highwater/domain';
import { ownSql } from './own-sql.ts';
import { splitClauses, type ClauseGroup, type SplitPeople } from './split-clauses.ts';
import type { SqlValues } from './sql-values.ts';

/**
 * The access condition as SQL over a row with `tenant_id` and `message_id`, called `alias`; `isMessage` where that is a row
 * of hw.messages itself, which then needs no second look.
 * One of the three readers of a condition; the others are CASL (permissions) and search tokens.
 */
export function accessSql(access: AccessCondition, alias: string, values: SqlValues, isMessage = false): string {
  switch (access.kind) {
    case 'none':
      return 'false';
    case 'all':
      return 'true';
    case 'where': {
      const { groups, ...plain } = splitClauses(access.any);
      const holds = plain.always.length + plain.dated.people.length === 0 ? [] : [takingSql(plain, alias, values)];
      if (groups.length > 0) {
        const message = isMessage ? alias : 'seen_message';
        // OFFSET keeps the look by id: joined, every message would be held against every row where little is known of both.
        const narrowed = groups.map((group) => groupSql(group, message, values)).join(' OR ');
        holds.push(
          isMessage
            ? `(${narrowed})`
            : `EXISTS (SELECT FROM hw.messages seen_message WHERE seen_message.tenant_id = ${alias}.tenant_id
                AND seen_message.message_id = ${alias}.message_id AND (${narrowed}) OFFSET 0)`,
        );
      }
      return holds.length > 1 ? `(${holds.join(' OR ')})` : (holds[0] ?? 'false');
    }
  }
}

/** That one of the people took part, at a time at which they are seen. */
function takingSql({ always, dated }: SplitPeople, alias: string, values: SqlValues): string {
  const holds = [amongFewSql('seen.person_key', always, values)];
  if (dated.people.length > 0) {
    const periods = `${values.add(dated.periods)}::jsonb`;
    holds.push(`(${periods} ->> seen.person_key)::tstzmultirange @> seen.sent_at`);
  }
  return `EXISTS (SELECT FROM hw.participants seen WHERE seen.tenant_id = ${alias}.tenant_id
    AND seen.message_id = ${alias}.message_id AND (${holds.join(' OR ')}))`;
}

/** So many people are looked up in the index one after the other. */
const FEW_PEOPLE = 100;

/**
 * That one of the few who took part is among the people. A long list would be put in order for each message to be looked up
 * in the index; as a value it is hashed once, and the few are read.
 */
function amongFewSql(column: string, people: readonly string[], values: SqlValues): string {
  const among = `${column} = ANY(${values.add(people)}::text[])`;
  return people.length > FEW_PEOPLE ? `coalesce(${among}, false)` : among;
}

/** `message` is a row of hw.messages. */
function groupSql({ narrowing, people, periods }: ClauseGroup, message: string, values: SqlValues): string {
  const when = periods.map((period) => ownSql(period, message, values));
  if (people !== null) when.push(takingSql(people, message, values));
  const { with: others, ...own } = narrowing;
  const beside =
    others === undefined
      ? 'true'
      : `EXISTS (SELECT FROM hw.participants beside WHERE beside.tenant_id = ${message}.tenant_id
          AND beside.message_id = ${message}.message_id AND ${amongFewSql('beside.person_key', others, values)})`;
  return `(${ownSql(own, message, values)} AND ${beside} AND (${when.join(' OR ')}))`;
}
