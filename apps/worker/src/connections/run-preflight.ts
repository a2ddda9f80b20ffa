import {
  getOpeningProgress,
  inTenant,
  saveConnectionChecks,
  type ConnectionCheck,
  type OpeningProgress,
} from '@highwater/db';
import type { ConnectionId, TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { openCredentials } from './open-credentials.ts';
import { probeCorp } from './probe-corp.ts';

/**
 * Checks a connection again, step by step, and writes down what it found.
 * Harmless to repeat and to kill: it only replaces the last results, in one statement.
 */
export async function runPreflight(deps: ChainDeps, tenantId: TenantId, connectionId: ConnectionId): Promise<void> {
  const opened = await openCredentials(deps, tenantId, connectionId);
  if (opened === undefined) return;
  const probe = await probeCorp(deps.finance, opened.corp);
  await inTenant(deps.database, tenantId, async (tx) => {
    const progress = await getOpeningProgress(tx, connectionId);
    await saveConnectionChecks(tx, connectionId, [...probe.checks, ...checkArrivals(progress)], deps.clock.now());
  });
}

/** The key is proven by a message that it opened and by nothing else; messages that it cannot open disprove it. */
function checkArrivals({ opened, sealed, sealedVersion }: OpeningProgress): ConnectionCheck[] {
  if (opened) {
    return [
      { step: 'key', state: 'passed', fault: null, detail: {} },
      { step: 'first_message', state: 'passed', fault: null, detail: {} },
    ];
  }
  const waiting = { state: 'waiting', fault: null, detail: {} } as const;
  const key: ConnectionCheck =
    sealed === 0
      ? { step: 'key', ...waiting }
      : {
          step: 'key',
          state: 'failed',
          fault: 'key.wrong',
          detail: { publickeyVer: sealedVersion ?? 0, count: sealed },
        };
  return [key, { step: 'first_message', ...waiting }];
}
