import { createHash } from 'node:crypto';
import type { TenantId } from '@highwater/domain';

/** A row of `hw.audit`, every column but its tenant, in the form in which it is hashed. */
export interface AuditFacts {
  readonly auditId: string;
  /** Unix microseconds, decimal: the database keeps no more and no less. */
  readonly atMicros: string;
  readonly memberId: string | null;
  readonly actor: string;
  readonly event: string;
  readonly subject: string | null;
  /** PostgreSQL's text of the jsonb. */
  readonly detail: string;
  readonly address: string | null;
  readonly requestId: string | null;
  /** SHA-256 in hex of the sealed words as they are stored; they need not be opened to be proven. */
  readonly sealedSha256: string | null;
}

/** SHA-256 in hex over all of a row of the audit log. */
export function auditLeaf(tenantId: TenantId, facts: AuditFacts): string {
  const fields = [
    tenantId,
    facts.auditId,
    facts.atMicros,
    facts.memberId,
    facts.actor,
    facts.event,
    facts.subject,
    facts.detail,
    facts.address,
    facts.requestId,
    facts.sealedSha256,
  ];
  // JSON keeps the fields apart whatever they hold; the first word keeps these leaves apart from every other hash.
  return createHash('sha256')
    .update(JSON.stringify(['highwater/v1/audit', ...fields]), 'utf8')
    .digest('hex');
}
