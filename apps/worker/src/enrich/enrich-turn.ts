import { holdEnrichment, inTenant, lockEnriching, type EnrichmentRow, type TenantTx } from '@highwater/db';
import type { ConnectionId, CorpSecret, EnrichmentKind, SecretPurpose, TenantId, UnixMs } from '@highwater/domain';
import { openSecret } from '../connections/open-secret.ts';
import type { ChainDeps } from '../deps.ts';

/** A turn ends after as many calls or as long, whichever is first; the rest goes on as the next turn, behind others. */
export const CALLS_PER_TURN = 300;
const TURN_MS = 15_000;
/** A worker that saved nothing for as long was killed, or WeCom let every call of a step hang. */
export const LEASE_MS = 90_000;

/** What a turn leaves: more for the next one, or when the kind is due by the clock. */
export type TurnEnd = { readonly hasMore: true } | { readonly hasMore: false; readonly nextRunAt: UnixMs };

/** One turn of one kind: what it may spend, its secrets, and the way its results are written. */
export interface EnrichTurn {
  readonly deps: ChainDeps;
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
  readonly kind: EnrichmentKind;
  readonly row: EnrichmentRow;
  readonly startedAt: UnixMs;
  /** Where the walk stands; kept with the next save. */
  cursor: string | null;
  /** The secret that was asked for last: faults are told of it. */
  purpose: SecretPurpose;
  isOver(): boolean;
  /** Calls left. */
  left(): number;
  /** Null when the tenant gave none. */
  secret(purpose: SecretPurpose): Promise<CorpSecret | null>;
  /** One call of WeCom's, outside of any transaction. */
  call<Answer>(work: () => Promise<Answer>): Promise<Answer>;
  read<Result>(work: (tx: TenantTx) => Promise<Result>): Promise<Result>;
  /** A short transaction: results and the place of the walk together, or neither. */
  save(work: (tx: TenantTx) => Promise<void>, options?: { readonly wholeAt?: UnixMs }): Promise<void>;
}

export function startEnrichTurn(
  deps: ChainDeps,
  place: { readonly tenantId: TenantId; readonly connectionId: ConnectionId; readonly kind: EnrichmentKind },
  row: EnrichmentRow,
  signal: AbortSignal | undefined,
): EnrichTurn {
  const { tenantId, connectionId, kind } = place;
  const end = performance.now() + TURN_MS;
  const secrets = new Map<SecretPurpose, Promise<CorpSecret | null>>();
  let left = CALLS_PER_TURN;
  const turn: EnrichTurn = {
    deps,
    tenantId,
    connectionId,
    kind,
    row,
    startedAt: deps.clock.now(),
    cursor: row.cursor,
    purpose: 'archive',
    isOver: () => signal?.aborted === true || left <= 0 || performance.now() >= end,
    left: () => left,
    secret(purpose) {
      const opened =
        secrets.get(purpose) ?? openSecret(deps, tenantId, connectionId, purpose).then((secret) => secret ?? null);
      secrets.set(purpose, opened);
      return opened;
    },
    async call(work) {
      left -= 1;
      try {
        return await work();
      } finally {
        deps.failpoint('enrich.called');
      }
    },
    read: (work) => inTenant(deps.database, tenantId, work),
    async save(work, options = {}) {
      await inTenant(deps.database, tenantId, async (tx) => {
        await lockEnriching(tx, connectionId);
        await work(tx);
        await holdEnrichment(tx, connectionId, kind, {
          until: deps.clock.now() + LEASE_MS,
          cursor: turn.cursor,
          wholeAt: options.wholeAt ?? null,
        });
      });
      deps.failpoint('enrich.saved');
    },
  };
  return turn;
}
