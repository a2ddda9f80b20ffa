import type { Language } from '@highwater/domain';
import type { DepartmentView, InvitationOffer, InvitationView, MemberView } from './setup-types.ts';
import type { Page } from './types.ts';
import { answerOf, repeatable, type VisitorApi } from './visitor-api.ts';

/** Whose messages a viewer may see. */
export interface GrantChoice {
  readonly employees: readonly string[];
  readonly departments: readonly Pick<DepartmentView, 'connectionId' | 'departmentId'>[];
  readonly departmentsAsOf: 'message' | 'now';
}

export interface NewInvitation extends GrantChoice {
  readonly email: string;
  readonly role: 'admin' | 'viewer';
  readonly language: Language;
}

export function listMembers({ client }: VisitorApi): Promise<Page<MemberView>> {
  return answerOf(client.GET('/v1/members'));
}

export async function removeMember({ client }: VisitorApi, memberId: string): Promise<void> {
  await client.DELETE('/v1/members/{memberId}', { params: { path: { memberId } } });
}

export async function setGrant({ client }: VisitorApi, memberId: string, grant: GrantChoice): Promise<void> {
  await client.PUT('/v1/grants/{memberId}', {
    params: { path: { memberId } },
    body: { ...grant, departments: [...grant.departments] },
  });
}

export function listDepartments(
  { client }: VisitorApi,
  query: { readonly q?: string; readonly limit?: number },
): Promise<Page<DepartmentView>> {
  return answerOf(client.GET('/v1/departments', { params: { query } }));
}

export function listInvitations({ client }: VisitorApi): Promise<Page<InvitationView>> {
  return answerOf(client.GET('/v1/invitations'));
}

export function createInvitation(
  { client }: VisitorApi,
  invitation: NewInvitation,
  key: string,
): Promise<InvitationView> {
  return answerOf(
    client.POST('/v1/invitations', {
      params: { header: repeatable(key) },
      body: { ...invitation, departments: [...invitation.departments] },
    }),
  );
}

export async function revokeInvitation({ client }: VisitorApi, invitationId: string): Promise<void> {
  await client.DELETE('/v1/invitations/{invitationId}', { params: { path: { invitationId } } });
}

export function getInvitationOffer({ client }: VisitorApi, token: string): Promise<InvitationOffer> {
  return answerOf(client.GET('/v1/invitations/token/{token}', { params: { path: { token } } }));
}

export function acceptInvitation({ client }: VisitorApi, token: string): Promise<{ readonly tenantId: string }> {
  return answerOf(client.POST('/v1/invitations/accept', { body: { token } }));
}
