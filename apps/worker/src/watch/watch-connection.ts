import {
  countMessagesByHour,
  findOpenFinding,
  getTenant,
  inTenant,
  listCallbackDays,
  raiseFinding,
  resolveFindings,
  type TenantTx,
  type WatchedConnection,
} from '@highwater/db';
import { dayOf } from '@highwater/calendar';
import type { Fault, FaultDetail, UnixMs } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { isUnanswered, judgeQuiet } from './judge-quiet.ts';
import { judgeSilence } from './judge-silence.ts';
import { silentSubject } from './silent-subject.ts';

const HOUR_MS = 3_600_000;
/** Four weeks to compare with, and the longest quiet that is compared. */
const HISTORY_MS = (28 + 14) * 24 * HOUR_MS;
/** Shorter quiet is nothing unless WeCom called. */
const QUIET_MS = 2 * HOUR_MS;
/** A connection that answered within this is pulled; whether it brings messages is then the question. */
const ANSWERS_MS = 26 * HOUR_MS;

/**
 * Tells the tenant when WeCom has not answered for a day (hourly, with the hours left until it drops messages), when it
 * has begun to drop them, and when a connection that answers brings nothing although it usually does. The next answer
 * and the next message close these findings; an interval beyond WeCom's five days stays on the completeness page.
 * Without `withHistory` only calls that brought nothing are looked at: the history is what costs.
 */
export async function watchConnection(
  deps: ChainDeps,
  connection: WatchedConnection,
  now: UnixMs,
  withHistory: boolean,
): Promise<void> {
  const silence = judgeSilence({ now, ...connection });
  const subject = `connection:${connection.connectionId}`;
  await inTenant(deps.database, connection.tenantId, async (tx) => {
    if (silence === null) return watchMessages(tx, connection, now, withHistory);
    const { since, hours, hoursLeft, windowPassed } = silence;
    if (!windowPassed) {
      await say(tx, { fault: 'archive.silent', subject, detail: { hours, hoursLeft }, now }, 'hours');
      return;
    }
    // Nothing is left to count down to.
    await resolveFindings(tx, ['archive.silent'], subject, now);
    const lost = silentSubject(connection.connectionId);
    await say(tx, { fault: 'archive.window_passed', subject: lost, detail: { since }, now }, 'since');
  });
}

async function watchMessages(
  tx: TenantTx,
  connection: WatchedConnection,
  now: UnixMs,
  withHistory: boolean,
): Promise<void> {
  const { connectionId, lastPageAt, lastAnswerAt } = connection;
  if (lastAnswerAt === null || lastAnswerAt < now - ANSWERS_MS) return;
  const { zone } = await getTenant(tx);
  const days = await listCallbackDays(tx, connectionId, dayOf(zone, now - HISTORY_MS));
  const lastDay = lastPageAt === null ? '' : dayOf(zone, lastPageAt);
  // Of the last message's own day only the last call is known by its time.
  const later = days.filter((each) => each.day > lastDay || (lastPageAt !== null && each.lastAt > lastPageAt));
  const callbacks = {
    count: later.reduce((sum, each) => sum + (each.day > lastDay ? each.count : 1), 0),
    lastAt: days[0]?.lastAt ?? null,
  };
  const answered = callbacks.lastAt === null || lastAnswerAt > callbacks.lastAt;
  const short = lastPageAt !== null && lastPageAt > now - QUIET_MS;
  if (!isUnanswered(callbacks, now) && (short || !withHistory)) return;
  const byHour = new Map(
    (await countMessagesByHour(tx, connectionId, now - HISTORY_MS)).map(({ hour, count }) => [hour, count]),
  );
  const verdict = judgeQuiet({ now, zone, lastMessageAt: lastPageAt, byHour, callbacks });
  if (!verdict.finding || !answered) return;
  const { hours, expected } = verdict;
  const detail = { hours, expected, callbacks: callbacks.count };
  await say(tx, { fault: 'messages.none', subject: `connection:${connectionId}`, detail, now }, 'hours');
}

/** Raises a finding unless it says the same already: nothing is counted twice an hour. */
async function say(
  tx: TenantTx,
  finding: { readonly fault: Fault; readonly subject: string; readonly detail: FaultDetail; readonly now: UnixMs },
  changes: string,
): Promise<void> {
  const open = await findOpenFinding(tx, finding.fault, finding.subject);
  if (open?.detail[changes] === finding.detail[changes]) return;
  await raiseFinding(tx, finding);
}
