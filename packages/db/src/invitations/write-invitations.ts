import type { InvitationId, Language, MemberId, MemberRole, PersonKey, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { OfferedGrant } from './invitations.ts';

export async function insertInvitation(
  tx: TenantTx,
  invitation: {
    invitationId: InvitationId;
    email: string;
    role: MemberRole;
    /** Of a custom role. */
    roleId?: string | null;
    personKey?: PersonKey | null;
    grants?: readonly OfferedGrant[];
    language: Language;
    tokenHash: string;
    invitedBy: MemberId;
    createdAt: UnixMs;
    expiresAt: UnixMs;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.invitations
       (tenant_id, invitation_id, email, role, employees, language, token_hash, invited_by, created_at, expires_at,
        role_id, person_key, grants)
     VALUES ($1, $2, $3, $4, '{}', $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.tenantId,
      invitation.invitationId,
      invitation.email,
      invitation.role,
      invitation.language,
      invitation.tokenHash,
      invitation.invitedBy,
      new Date(invitation.createdAt),
      new Date(invitation.expiresAt),
      invitation.roleId ?? null,
      invitation.personKey ?? null,
      JSON.stringify(invitation.grants ?? []),
    ],
  );
}

/** Ends open invitations to an e-mail, letter case aside: only the newest link works. */
export async function revokeInvitationsTo(tx: TenantTx, email: string, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.invitations SET revoked_at = $3
     WHERE tenant_id = $1 AND lower(email) = lower($2) AND accepted_at IS NULL AND revoked_at IS NULL`,
    [tx.tenantId, email, new Date(now)],
  );
}

export async function markInvitationRevoked(tx: TenantTx, invitationId: InvitationId, now: UnixMs): Promise<void> {
  await tx.query('UPDATE hw.invitations SET revoked_at = $3 WHERE tenant_id = $1 AND invitation_id = $2', [
    tx.tenantId,
    invitationId,
    new Date(now),
  ]);
}

export async function markInvitationAccepted(tx: TenantTx, invitationId: InvitationId, now: UnixMs): Promise<void> {
  await tx.query('UPDATE hw.invitations SET accepted_at = $3 WHERE tenant_id = $1 AND invitation_id = $2', [
    tx.tenantId,
    invitationId,
    new Date(now),
  ]);
}
