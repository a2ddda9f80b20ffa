import type { MemberId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface AuditEntry {
  readonly auditId: string;
  readonly at: UnixMs;
  readonly memberId: MemberId | null;
  readonly actor: 'member' | 'system' | 'operator';
  /** Past tense, dotted: "member.removed". */
  readonly event: string;
  /** "member:<id>" */
  readonly subject: string | null;
  readonly detail: AuditDetail;
  readonly address: string | null;
  readonly requestId: string | null;
  /** Words of a search, sealed by `sealAuditWords`. */
  readonly sealed?: Uint8Array | null;
}

/** Adds a line to the tenant's log. No role can change or take away one. */
export async function appendAudit(tx: TenantTx, entry: AuditEntry): Promise<void> {
  await tx.query(
    `INSERT INTO hw.audit (tenant_id, audit_id, at, member_id, actor, event, subject, detail, address, request_id, sealed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.tenantId,
      entry.auditId,
      new Date(entry.at),
      entry.memberId,
      entry.actor,
      entry.event,
      entry.subject,
      JSON.stringify(entry.detail),
      entry.address,
      entry.requestId,
      entry.sealed ?? null,
    ],
  );
}
