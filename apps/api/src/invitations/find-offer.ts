import { hashToken } from '@highwater/crypto';
import {
  asPlatform,
  findInvitation,
  findInvitationByToken,
  inTenant,
  type Database,
  type InvitationRow,
} from '@highwater/db';
import { FaultError, type InvitationId, type TenantId, type UnixMs } from '@highwater/domain';

/** Which invitation a token opens. Throws `thing.missing`. */
export async function findOffer(
  database: Database,
  token: string,
): Promise<{ tenantId: TenantId; invitationId: InvitationId }> {
  const found = await asPlatform(database, 'invitation look-up', (tx) => findInvitationByToken(tx, hashToken(token)));
  if (found === undefined) throw new FaultError('thing.missing');
  return found;
}

/** The invitation itself, whatever its state. Throws `thing.missing`. */
export async function readOffer(database: Database, token: string): Promise<InvitationRow & { tenantId: TenantId }> {
  const { tenantId, invitationId } = await findOffer(database, token);
  const invitation = await inTenant(database, tenantId, (tx) => findInvitation(tx, invitationId));
  if (invitation === undefined) throw new FaultError('thing.missing');
  return { ...invitation, tenantId };
}

/** Whether somebody may still accept it. */
export function isOpen(invitation: InvitationRow, now: UnixMs): boolean {
  return invitation.acceptedAt === null && invitation.revokedAt === null && now < invitation.expiresAt;
}
