import { asPlatform, listConnectionsToWatch } from '@highwater/db';
import type { ConnectionId } from '@highwater/domain';
import { forEachApart } from '../for-each-apart.ts';
import type { Sweep } from '../sweep/sweep.ts';
import { SILENT_MS } from './judge-silence.ts';
import { watchConnection } from './watch-connection.ts';

const HOUR_MS = 3_600_000;
/** Shorter quiet is nothing. */
const QUIET_MS = 2 * HOUR_MS;
/** Connections looked at per tick; the next tick goes on behind them. */
const PER_TICK = 200;

/**
 * Looks at every quiet connection once an hour. Harmless to repeat and to run in several workers: a finding that says
 * the same is not raised again.
 */
export function createWatchSweep(): Sweep {
  let after: ConnectionId | null = null;
  let hour = 0;
  let done = false;
  return {
    name: 'watch connections',
    async run(deps, now) {
      const thisHour = Math.floor(now / HOUR_MS);
      if (thisHour !== hour) [hour, after, done] = [thisHour, null, false];
      if (done) return;
      const since = { answeredBefore: now - SILENT_MS, pageBefore: now - QUIET_MS };
      const page = { after, limit: PER_TICK };
      const connections = await asPlatform(deps.database, 'sweep', (tx) => listConnectionsToWatch(tx, since, page));
      after = connections.at(-1)?.connectionId ?? null;
      done = connections.length < PER_TICK;
      await forEachApart(connections, (connection) => watchConnection(deps, connection, now));
    },
  };
}
