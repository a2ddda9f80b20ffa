import {
  findOpenFinding,
  inTenant,
  listEnrichmentStates,
  raiseFinding,
  resolveFindings,
  stopEnrichment,
  type TenantTx,
} from '@highwater/db';
import {
  FAULTS,
  type EnrichmentKind,
  type Fault,
  type FaultError,
  type SecretPurpose,
  type UnixMs,
} from '@highwater/domain';
import type { EnrichTurn } from './enrich-turn.ts';
import { isOfTheLine, isOfTheSecret, isOfTheSettings } from './judge-fault.ts';
import { stoppedUntil, unansweredUntil } from './refresh-times.ts';

/** What passes within this is nothing to tell anybody. */
const LASTS_MS = 10 * 60_000;
const PURPOSES: readonly SecretPurpose[] = ['archive', 'customer_contact', 'contacts'];
const EVERY_FAULT = Object.keys(FAULTS) as readonly Fault[];

/**
 * Ends a turn that something between us and WeCom stopped. It is a fault of the way, so no thing that waits counts it as a
 * miss; the kind waits, longer each time, and a tenant who can mend it is told after ten minutes.
 */
export async function reportStop(turn: EnrichTurn, { fault, detail }: FaultError): Promise<void> {
  const { deps, tenantId, connectionId, kind, row } = turn;
  const now = deps.clock.now();
  const pause = Number(detail['retryAfterSeconds'] ?? 0) * 1000;
  const isThrottled = fault === 'wecom.throttled' && pause > 0;
  const wait = isOfTheSettings(fault) ? stoppedUntil(now, row.stops + 1) : unansweredUntil(now, row.stops + 1);
  const nextRunAt = isThrottled ? now + pause : Math.max(wait, now + pause);
  deps.log.warn('enrichment stopped', { tenantId, connectionId, component: kind, fault });
  await inTenant(deps.database, tenantId, async (tx) => {
    const stop = { now, nextRunAt, fault, detail, counts: !isThrottled };
    const since = await stopEnrichment(tx, connectionId, kind, stop);
    if (now - since < LASTS_MS) return;
    // The archive itself is stopped by it and has told already.
    const told = `connection:${connectionId}`;
    if (turn.purpose === 'archive' && (await findOpenFinding(tx, fault, told)) !== undefined) return;
    const stopped = isOfTheLine(fault) ? await listStopped(tx, turn, (other) => other === fault) : [kind];
    const said = { ...detail, enrichment: stopped.join(','), purpose: turn.purpose };
    await raiseFinding(tx, { fault, subject: subjectOf(turn, fault), detail: said, now });
    // What stopped it before is not what stops it now.
    const others = EVERY_FAULT.filter((other) => other !== fault);
    for (const subject of [ofKind(turn), ofSecret(turn, turn.purpose)]) await resolveFindings(tx, others, subject, now);
    await resolveOutages(tx, turn, now);
  });
}

/** A turn that got through disproves what stopped its kind before; another kind that is still stopped says so again. */
export async function resolveStops(tx: TenantTx, turn: EnrichTurn): Promise<void> {
  const now = turn.deps.clock.now();
  for (const subject of [ofKind(turn), ...PURPOSES.map((purpose) => ofSecret(turn, purpose))]) {
    await resolveFindings(tx, EVERY_FAULT, subject, now);
  }
  await resolveOutages(tx, turn, now);
}

/** An outage is over when no kind is stopped by it any more. */
async function resolveOutages(tx: TenantTx, turn: EnrichTurn, now: UnixMs): Promise<void> {
  const states = await listEnrichmentStates(tx);
  const present = new Set(
    states.filter(({ connectionId }) => connectionId === turn.connectionId).map((one) => one.fault),
  );
  const over = EVERY_FAULT.filter((fault) => isOfTheLine(fault) && !present.has(fault));
  await resolveFindings(tx, over, ofLine(turn), now);
}

async function listStopped(
  tx: TenantTx,
  { connectionId }: EnrichTurn,
  by: (fault: Fault) => boolean,
): Promise<readonly EnrichmentKind[]> {
  const states = await listEnrichmentStates(tx);
  return states.flatMap((one) =>
    one.connectionId === connectionId && one.fault !== null && by(one.fault) ? [one.kind] : [],
  );
}

function subjectOf(turn: EnrichTurn, fault: Fault): string {
  if (isOfTheLine(fault)) return ofLine(turn);
  return isOfTheSecret(fault) ? ofSecret(turn, turn.purpose) : ofKind(turn);
}

function ofLine({ connectionId }: EnrichTurn): string {
  return `connection:${connectionId}:contacts`;
}

function ofKind({ connectionId, kind }: EnrichTurn): string {
  return `connection:${connectionId}:enrich:${kind}`;
}

function ofSecret({ connectionId }: EnrichTurn, purpose: SecretPurpose): string {
  return `connection:${connectionId}:secret:${purpose}`;
}
