import { asPlatform, listConnectionsToWatch } from '@highwater/db';
import type { ConnectionId } from '@highwater/domain';
import { forEachApart } from '../for-each-apart.ts';
import type { Sweep } from '../sweep/sweep.ts';
import { SILENT_MS } from './judge-silence.ts';
import { watchConnection } from './watch-connection.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How often each connection is looked at for calls without messages. */
const ROUND_MS = 5 * MINUTE_MS;
/** A call of WeCom's that brought nothing is told after this; see judgeQuiet. */
const QUIET_MS = 30 * MINUTE_MS;
/** Connections looked at per tick; the next tick goes on behind them. */
const PER_TICK = 200;

/**
 * Looks at every quiet connection: every five minutes whether WeCom called in vain, once an hour with its history.
 * Harmless to repeat and to run in several workers: a finding that says the same is not raised again.
 */
export function createWatchSweep(): Sweep {
  let after: ConnectionId | null = null;
  let [round, hour] = [-1, -1];
  let withHistory = true;
  let done = true;
  return {
    name: 'watch connections',
    async run(deps, now) {
      const [thisRound, thisHour] = [Math.floor(now / ROUND_MS), Math.floor(now / HOUR_MS)];
      if (done) {
        if (thisRound === round) return;
        withHistory = thisHour !== hour;
        [round, hour, after, done] = [thisRound, thisHour, null, false];
      }
      const since = { answeredBefore: now - SILENT_MS, pageBefore: now - QUIET_MS };
      const page = { after, limit: PER_TICK };
      const connections = await asPlatform(deps.database, 'sweep', (tx) => listConnectionsToWatch(tx, since, page));
      after = connections.at(-1)?.connectionId ?? null;
      done = connections.length < PER_TICK;
      await forEachApart(connections, (connection) => watchConnection(deps, connection, now, withHistory));
    },
  };
}
