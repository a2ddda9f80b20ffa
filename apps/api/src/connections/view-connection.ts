import { dayOf } from '@highwater/calendar';
import { listConnections, type ConnectionRow, type TenantTx } from '@highwater/db';
import { FaultError, type ConnectionId } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { connectionView } from '../schemas/connection.ts';
import { secondsToWait } from './seconds-to-wait.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

export type ConnectionView = z.output<typeof connectionView>;

/** A connection as its page shows it: no secret is in it. */
export function viewConnection({ deps }: VerbContext, row: ConnectionRow): ConnectionView {
  const { keys, checks, ...connection } = row;
  const now = deps.clock.now();
  return {
    ...connection,
    pulling: {
      mode: row.pullMode,
      timeOfDay: row.dailyAt,
      zone: row.zone,
      nextPullAt: row.nextPullAt,
      startedAt: row.pullStartedAt,
      waitSeconds: secondsToWait(row.pullAskedAt, now, deps.pullCooldownMs),
    },
    callback:
      row.callbackSetAt === null
        ? null
        : {
            setAt: row.callbackSetAt,
            setBy: row.callbackSetBy,
            lastEventAt: row.lastCallbackAt,
            today: row.lastCallbackDay === dayOf(row.zone, now) ? (row.callbacksOfDay ?? 0) : 0,
          },
    trustedIps: deps.egressAddresses,
    publicKeyPem: keys[0]?.publicPem ?? null,
    publicKeyVersions: keys.map(({ keyId, publickeyVer, boundAt, createdAt }) => ({
      keyId,
      publickeyVer,
      boundAt,
      createdAt,
    })),
    checks: checks.map(({ detail, ...check }) => ({ ...check, params: detail })),
  };
}

/** Throws `thing.missing`. */
export async function getConnectionRow(tx: TenantTx, connectionId: ConnectionId): Promise<ConnectionRow> {
  const [row] = await listConnections(tx, connectionId);
  if (row === undefined) throw new FaultError('thing.missing');
  return row;
}
