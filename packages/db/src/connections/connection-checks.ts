import type { ConnectionId, Fault, FaultDetail, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export type CheckStep = 'credentials' | 'address' | 'key' | 'first_message';

export interface ConnectionCheck {
  readonly step: CheckStep;
  readonly state: 'passed' | 'failed' | 'waiting';
  readonly fault: Fault | null;
  readonly detail: FaultDetail;
}

/** The newest result of each step replaces the one before. */
export async function saveConnectionChecks(
  tx: TenantTx,
  connectionId: ConnectionId,
  checks: readonly ConnectionCheck[],
  now: UnixMs,
): Promise<void> {
  const sorted = checks.toSorted((one, other) => (one.step < other.step ? -1 : 1));
  await tx.query(
    `INSERT INTO hw.connection_checks (tenant_id, connection_id, step, state, fault, detail, checked_at)
     SELECT $1, $2, step, state, fault, detail::jsonb, $7
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS c (step, state, fault, detail)
     ON CONFLICT (tenant_id, connection_id, step) DO UPDATE
     SET state = excluded.state, fault = excluded.fault, detail = excluded.detail, checked_at = excluded.checked_at`,
    [
      tx.tenantId,
      connectionId,
      sorted.map((check) => check.step),
      sorted.map((check) => check.state),
      sorted.map((check) => check.fault),
      sorted.map((check) => JSON.stringify(check.detail)),
      new Date(now),
    ],
  );
}

/** What the archive itself says about a connection's key and first message. */
export interface OpeningProgress {
  readonly opened: boolean;
  readonly sealed: number;
  /** Of the envelopes that are sealed although a key was tried: any one's version. */
  readonly sealedVersion: number | null;
}

export async function getOpeningProgress(tx: TenantTx, connectionId: ConnectionId): Promise<OpeningProgress> {
  const { rows } = await tx.query<OpeningProgress>(
    `SELECT EXISTS (SELECT FROM hw.envelopes WHERE tenant_id = $1 AND connection_id = $2 AND state = 'opened') AS opened,
       count(*)::int AS sealed, max(publickey_ver)::int AS "sealedVersion"
     FROM hw.envelopes WHERE tenant_id = $1 AND connection_id = $2 AND state = 'sealed'`,
    [tx.tenantId, connectionId],
  );
  return rows[0] ?? { opened: false, sealed: 0, sealedVersion: null };
}
