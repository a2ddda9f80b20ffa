import type { Language } from '@highwater/domain';
import { callApi, type ApiCaller } from './call-api.ts';
import type { InvitationOffer, InvitationView, MemberView } from './setup-types.ts';
import type { Page } from './types.ts';

export interface NewInvitation {
  readonly email: string;
  readonly role: 'admin' | 'viewer';
  readonly employees: readonly string[];
  readonly language: Language;
}

export function listMembers(caller: ApiCaller): Promise<Page<MemberView>> {
  return callApi(caller, '/v1/members');
}

export function removeMember(caller: ApiCaller, memberId: string): Promise<void> {
  return callApi(caller, `/v1/members/${encodeURIComponent(memberId)}`, { method: 'DELETE' });
}

export function setGrant(caller: ApiCaller, memberId: string, employees: readonly string[]): Promise<void> {
  return callApi(caller, `/v1/grants/${encodeURIComponent(memberId)}`, { method: 'PUT', body: { employees } });
}

export function listInvitations(caller: ApiCaller): Promise<Page<InvitationView>> {
  return callApi(caller, '/v1/invitations');
}

export function createInvitation(
  caller: ApiCaller,
  invitation: NewInvitation,
  idempotencyKey: string,
): Promise<InvitationView> {
  return callApi(caller, '/v1/invitations', { method: 'POST', body: invitation, idempotencyKey });
}

export function revokeInvitation(caller: ApiCaller, invitationId: string): Promise<void> {
  return callApi(caller, `/v1/invitations/${encodeURIComponent(invitationId)}`, { method: 'DELETE' });
}

export function getInvitationOffer(caller: ApiCaller, token: string): Promise<InvitationOffer> {
  return callApi(caller, `/v1/invitations/token/${encodeURIComponent(token)}`);
}

export function acceptInvitation(caller: ApiCaller, token: string): Promise<{ tenantId: string }> {
  return callApi(caller, '/v1/invitations/accept', { method: 'POST', body: { token } });
}
