import {
  getOpeningProgress,
  inTenant,
  listConnections,
  saveConnectionChecks,
  type ConnectionCheck,
  type ConnectionCheckRow,
  type OpeningProgress,
} from '@highwater/db';
import { FAULTS, type ConnectionId, type TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { openCredentials } from './open-credentials.ts';
import { probeCorp, type ProbeResult } from './probe-corp.ts';

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
    const [before] = await listConnections(tx, connectionId);
    const checks = keepProven(probe, before?.checks ?? []);
    await saveConnectionChecks(tx, connectionId, [...checks, ...checkArrivals(progress)], deps.clock.now());
  });
}

/**
 * A fault that passes by itself takes nothing from corp ID and secret that WeCom accepted before: it stands on the way
 * to WeCom.
 */
function keepProven(
  { refusal, checks }: ProbeResult,
  before: readonly ConnectionCheckRow[],
): readonly ConnectionCheck[] {
  const wereProven = before.some(({ step, state }) => step === 'credentials' && state === 'passed');
  const passes = refusal !== null && refusal.fault !== 'ip.untrusted' && FAULTS[refusal.fault].retry;
  if (!passes || !wereProven) return checks;
  return [
    { step: 'credentials', state: 'passed', fault: null, detail: {} },
    { step: 'address', state: 'waiting', ...refusal },
  ];
}

/**
 * The key is proven by a message that it opened and by nothing else; messages that it cannot open disprove it. Once one
 * was opened, others may still wait for a key.
 */
function checkArrivals({ opened, sealedVersion, sealed, hasWrongKey }: OpeningProgress): ConnectionCheck[] {
  if (opened) {
    const passed = { state: 'passed', fault: null, detail: {} } as const;
    const waitingFor = { publickeyVer: sealedVersion ?? 0, count: sealed };
    return [
      sealed === 0
        ? { step: 'key', ...passed }
        : { step: 'key', state: 'waiting', fault: hasWrongKey ? 'key.wrong' : 'key.missing', detail: waitingFor },
      { step: 'first_message', ...passed },
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
