import { dayOf } from '@highwater/calendar';
import { listConnections, type ConnectionKeyRow, type ConnectionRow, type TenantTx } from '@highwater/db';
import { FaultError, type ConnectionId } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { connectionView } from '../schemas/connection.ts';
import { secondsToWait } from './seconds-to-wait.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

export type ConnectionView = z.output<typeof connectionView>;

/** A connection as its page shows it: no secret is in it. */
export function viewConnection({ deps }: VerbContext, row: ConnectionRow): ConnectionView {
  const { keys, secrets, checks, ...connection } = row;
  const current = findCurrentKey(keys);
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
    publicKeyPem: current?.publicPem ?? null,
    publicKeyVersion: current === undefined ? null : highestVersion(current),
    keys: keys.map(({ keyId, versions, boundAt, createdAt }) => ({ keyId, versions, boundAt, createdAt })),
    secrets: secrets.map(({ purpose, state, fault, detail, setAt, setBy, checkedAt }) => ({
      purpose,
      state,
      fault,
      params: detail,
      setAt,
      setBy,
      checkedAt,
    })),
    checks: checks.map(({ detail, ...check }) => ({ ...check, params: detail })),
  };
}

/** The key for WeCom: a new one that it does not use yet, otherwise the one that it uses. Those made here come first. */
function findCurrentKey(keys: readonly ConnectionKeyRow[]): ConnectionKeyRow | undefined {
  const [first] = keys;
  if (first?.origin === 'made' && first.versions.length === 0) return first;
  return keys.toSorted((one, other) => (highestVersion(other) ?? 0) - (highestVersion(one) ?? 0))[0];
}

function highestVersion({ versions }: ConnectionKeyRow): number | null {
  return versions.length === 0 ? null : Math.max(...versions);
}

/** Throws `thing.missing`. */
export async function getConnectionRow(tx: TenantTx, connectionId: ConnectionId): Promise<ConnectionRow> {
  const [row] = await listConnections(tx, connectionId);
  if (row === undefined) throw new FaultError('thing.missing');
  return row;
}
