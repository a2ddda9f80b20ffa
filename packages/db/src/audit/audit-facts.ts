import type { AuditFacts } from '@highwater/crypto';

/** Columns of `hw.audit a` as their leaf is made of them. */
export const AUDIT_FACTS = `a.audit_id AS "auditId", (extract(epoch FROM a.at) * 1000000)::bigint::text AS "atMicros",
  a.member_id AS "memberId", a.actor, a.event, a.subject, a.detail::text AS detail, a.address, a.request_id AS "requestId",
  encode(sha256(a.sealed), 'hex') AS "sealedSha256"`;

/** Nothing but the facts of a row that may hold more. */
export function factsOf(row: AuditFacts): AuditFacts {
  const { auditId, atMicros, memberId, actor, event, subject, detail, address, requestId, sealedSha256 } = row;
  return { auditId, atMicros, memberId, actor, event, subject, detail, address, requestId, sealedSha256 };
}
