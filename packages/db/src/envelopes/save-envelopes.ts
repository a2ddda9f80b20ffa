import type { ConnectionId, Fault, MessageId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface EnvelopeToSave {
  /** Decimal. */
  readonly seq: string;
  /** Of the envelope's bytes, hex: different bytes for a known seq are another row. */
  readonly sha256: string;
  /** Place in its page, from 0. */
  readonly position: number;
  readonly msgid: string;
  readonly publickeyVer: number;
  readonly state: 'opened' | 'sealed' | 'unreadable';
  readonly fault: Fault | null;
  readonly messageId: MessageId | null;
}

/**
 * Keeps the outcome of every envelope of a page. An envelope that is opened stays so; a sealed or unreadable one takes
 * its newer outcome. Returns the envelopes that are new or changed, by their `seq` and `sha256`.
 */
export async function saveEnvelopes(
  tx: TenantTx,
  connectionId: ConnectionId,
  pageNo: number,
  envelopes: readonly EnvelopeToSave[],
  now: UnixMs,
): Promise<readonly { readonly seq: string; readonly sha256: string; readonly isNew: boolean }[]> {
  // In key order, so that two transactions never wait for each other in a ring.
  const sorted = envelopes.toSorted((one, other) => {
    const order = BigInt(one.seq) - BigInt(other.seq);
    return order !== 0n ? (order < 0n ? -1 : 1) : one.sha256 < other.sha256 ? -1 : 1;
  });
  const { rows } = await tx.query<{ seq: string; sha256: string; isNew: boolean }>(
    `INSERT INTO hw.envelopes AS kept (tenant_id, connection_id, page_no, seq, envelope_sha256, position, msgid,
       publickey_ver, state, fault, message_id, opened_at)
     SELECT $1, $2, $3, seq, sha256, position, msgid, publickey_ver, state, fault, message_id,
       CASE WHEN state = 'opened' THEN $12::timestamptz END
     FROM unnest($4::numeric[], $5::text[], $6::int[], $7::text[], $8::bigint[], $9::text[], $10::text[], $11::uuid[])
       AS e (seq, sha256, position, msgid, publickey_ver, state, fault, message_id)
     ON CONFLICT (tenant_id, connection_id, seq, envelope_sha256) DO UPDATE
     SET state = excluded.state, fault = excluded.fault, message_id = excluded.message_id, opened_at = excluded.opened_at
     WHERE kept.state <> 'opened' AND (kept.state, kept.fault) IS DISTINCT FROM (excluded.state, excluded.fault)
     RETURNING seq, envelope_sha256 AS sha256, xmax = 0 AS "isNew"`,
    [
      tx.tenantId,
      connectionId,
      pageNo,
      sorted.map((envelope) => envelope.seq),
      sorted.map((envelope) => envelope.sha256),
      sorted.map((envelope) => envelope.position),
      sorted.map((envelope) => envelope.msgid),
      sorted.map((envelope) => envelope.publickeyVer),
      sorted.map((envelope) => envelope.state),
      sorted.map((envelope) => envelope.fault),
      sorted.map((envelope) => envelope.messageId),
      new Date(now),
    ],
  );
  return rows;
}
