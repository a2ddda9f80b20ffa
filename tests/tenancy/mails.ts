import { readMailedToken } from '@highwater/testkit';
import type { Session } from './session.ts';

/** Invites an address into the asker's company and returns the invitation with the token its mail holds. */
export async function invite(
  inviter: Session,
  email: string,
  role: 'admin' | 'viewer' | 'billing' | 'auditor',
  employees: readonly string[],
): Promise<{ readonly invitationId: string; readonly token: string }> {
  const invitation = { email, role, employees, language: 'en' };
  const { invitationId } = await inviter.send<{ invitationId: string }>('POST', '/v1/invitations', invitation);
  return { invitationId, token: await readMailedToken(inviter, email, 'invitations') };
}

export { readMailedToken };
