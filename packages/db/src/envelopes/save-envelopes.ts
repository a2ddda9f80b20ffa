import type { ConnectionId, Fault, MessageId, UnixMs } from '@highwater/domain';
import { encodeArray } from '../arrays/encode-array.ts';
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
  const sorted = envelopes.toSorted(
    (one, other) =>
      one.seq.length - other.seq.length || compare(one.seq, other.seq) || compare(one.sha256, other.sha256),
  );
  // Usually all are new: then the server says so once instead of a thousand times.
  const { rows } = await tx.query<{ some: { seq: string; sha256: string; isNew: boolean }[] | null }>(
    `WITH saved AS (INSERT INTO hw.envelopes AS kept (tenant_id, connection_id, page_no, seq, envelope_sha256, position, msgid,
       publickey_ver, state, fault, message_id, opened_at)
     SELECT $1, $2, $3, seq, sha256, position, msgid, publickey_ver, state, fault, message_id,
       CASE WHEN state = 'opened' THEN $12::timestamptz END
     FROM unnest($4::numeric[], $5::text[], $6::int[], $7::text[], $8::bigint[], $9::text[], $10::text[], $11::uuid[])
       AS e (seq, sha256, position, msgid, publickey_ver, state, fault, message_id)
     ON CONFLICT (tenant_id, connection_id, seq, envelope_sha256) DO UPDATE
     SET state = excluded.state, fault = excluded.fault, message_id = excluded.message_id, opened_at = excluded.opened_at
     WHERE kept.state <> 'opened' AND (kept.state, kept.fault) IS DISTINCT FROM (excluded.state, excluded.fault)
     RETURNING seq, envelope_sha256 AS sha256, xmax = 0 AS is_new)
     SELECT CASE WHEN count(*) FILTER (WHERE is_new) < $13 THEN coalesce(
       json_agg(json_build_object('seq', seq::text, 'sha256', sha256, 'isNew', is_new)), '[]') END AS some
     FROM saved`,
    [
      tx.tenantId,
      connectionId,
      pageNo,
      encodeArray.decimals(sorted.map((envelope) => envelope.seq)),
      encodeArray.texts(sorted.map((envelope) => envelope.sha256)),
      encodeArray.ints(sorted.map((envelope) => envelope.position)),
      encodeArray.texts(sorted.map((envelope) => envelope.msgid)),
      encodeArray.bigints(sorted.map((envelope) => envelope.publickeyVer)),
      encodeArray.texts(sorted.map((envelope) => envelope.state)),
      encodeArray.texts(sorted.map((envelope) => envelope.fault)),
      encodeArray.uuids(sorted.map((envelope) => envelope.messageId)),
      new Date(now),
      sorted.length,
    ],
  );
  return rows[0]?.some ?? sorted.map(({ seq, sha256 }) => ({ seq, sha256, isNew: true }));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
