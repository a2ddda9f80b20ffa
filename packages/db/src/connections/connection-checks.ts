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
  /** The highest version of which envelopes are sealed. */
  readonly sealedVersion: number | null;
  /** How many of that version are. */
  readonly sealed: number;
  /** There is a key of that version, which does not fit. */
  readonly hasWrongKey: boolean;
}

export async function getOpeningProgress(tx: TenantTx, connectionId: ConnectionId): Promise<OpeningProgress> {
  const { rows } = await tx.query<OpeningProgress>(
    `SELECT EXISTS (SELECT FROM hw.envelopes WHERE tenant_id = $1 AND connection_id = $2 AND state = 'opened') AS opened,
       s.version AS "sealedVersion", coalesce(s.count, 0) AS sealed, coalesce(s.wrong, false) AS "hasWrongKey"
     FROM (VALUES (1)) AS one LEFT JOIN (
       SELECT publickey_ver::float8 AS version, count(*)::int AS count, bool_or(fault = 'key.wrong') AS wrong
       FROM hw.envelopes WHERE tenant_id = $1 AND connection_id = $2 AND state = 'sealed'
       GROUP BY publickey_ver ORDER BY publickey_ver DESC LIMIT 1) s ON true`,
    [tx.tenantId, connectionId],
  );
  return rows[0] ?? { opened: false, sealedVersion: null, sealed: 0, hasWrongKey: false };
}
