import type { WorkingClock } from '@highwater/calendar';
import type { UnixMs } from '@highwater/domain';
import type { SqlValues } from './sql-values.ts';

/** What a company calls unanswered, at one instant. */
export interface UnansweredRule {
  /** Only what was sent before had its time by then. */
  readonly before: UnixMs;
  /** Working time within which an employee is to answer. */
  readonly limitMs: number;
  readonly clock: WorkingClock;
}

/** Nobody answers these: takings back, and what WeCom writes when somebody decides about being archived. */
const NOTICES = `('revoke', 'agree', 'disagree')`;
/** As hw.messages_of_employees is made: robots and takings back are no answer. */
const BY_EMPLOYEES = `direction IN ('outbound', 'internal') AND kind <> 'revoke' AND sender !~ '^wb[A-Za-z0-9_-]{18,}$'`;

/**
 * That a row of hw.messages called `alias` came from outside and no employee's message followed in its conversation within
 * the working time. One that was answered later counts as well. The next message of an employee is one look into an index.
 */
export function unansweredSql(rule: UnansweredRule, alias: string, values: SqlValues): string {
  const worked = workingClockSql(rule.clock, values);
  return `${alias}.direction = 'inbound' AND ${alias}.kind NOT IN ${NOTICES}
    AND ${alias}.sent_at < ${values.add(new Date(rule.before))}
    AND coalesce((SELECT ${worked('answer.sent_at')} FROM (SELECT sent_at FROM hw.messages
        WHERE tenant_id = ${alias}.tenant_id AND conversation_id = ${alias}.conversation_id AND ${BY_EMPLOYEES}
          AND (sent_at, message_id) > (${alias}.sent_at, ${alias}.message_id)
        ORDER BY sent_at, message_id LIMIT 1) answer)
      > ${worked(`${alias}.sent_at`)} + ${values.add(rule.limitMs)}::bigint, true)`;
}

/** `readWorkingClock` of packages/calendar as SQL: what the clock shows at a timestamptz, ms. */
export function workingClockSql(clock: WorkingClock, values: SqlValues): (at: string) => string {
  const list = (numbers: readonly number[]) => `${values.add(numbers)}::bigint[]`;
  const [starts, offsets, bases, before] = [clock.starts, clock.offsets, clock.bases, clock.before].map(list);
  const works = `${values.add(clock.works)}::boolean[]`;
  const [week, day, from] = [clock.weekMs, clock.dayMs, clock.fromMs].map((ms) => `${values.add(ms)}::bigint`);
  // Counted from the Monday before 1970, so that no number is negative and division rounds down.
  return (
    at,
  ) => `(SELECT (${bases})[stretch] + since / 604800000 * ${week} + (${before})[day] + CASE WHEN (${works})[day]
      THEN least(greatest(since % 86400000 - ${from}, 0), ${day}) ELSE 0 END
    FROM (SELECT stretch, since, (since % 604800000 / 86400000 + 1)::int AS day
      FROM (SELECT stretch, ms + (${offsets})[stretch] + 259200000 AS since
        FROM (SELECT ms, width_bucket(ms, ${starts}) AS stretch
          FROM (SELECT floor(extract(epoch FROM ${at}) * 1000)::bigint AS ms) instant) placed) local) counted)`;
}
