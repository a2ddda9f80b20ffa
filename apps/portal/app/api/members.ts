import type { Action, Direction, Language, MemberRole, MessageAction, MessageKind, Reach } from '@highwater/domain';
import type {
  CustomerTagView,
  DepartmentView,
  GrantPreviewView,
  InvitationOffer,
  InvitationView,
  MemberView,
  RoleView,
  ViewAsView,
} from './setup-types.ts';
import type { Page } from './types.ts';
import { answerOf, repeatable, type VisitorApi } from './visitor-api.ts';

/** What a grant gives, as it is asked for. */
export interface GrantChoice {
  readonly actions: readonly MessageAction[];
  readonly employees: readonly string[];
  readonly departments: readonly Pick<DepartmentView, 'connectionId' | 'departmentId'>[];
  readonly departmentsAsOf: 'message' | 'now';
  readonly isSelf: boolean;
  readonly isEverything: boolean;
  readonly customers: readonly string[];
  readonly tags: readonly { readonly connectionId: string; readonly tagId: string }[];
  readonly rooms: readonly string[];
  readonly kinds: readonly MessageKind[];
  readonly directions: readonly Direction[];
  readonly sentFrom: number | null;
  readonly sentUntil: number | null;
  readonly expiresAt: number | null;
  readonly note: string | null;
}

interface ChosenRole {
  readonly role: MemberRole;
  readonly roleId?: string;
}

export interface NewInvitation extends ChosenRole {
  readonly email: string;
  readonly grants: readonly GrantChoice[];
  readonly language: Language;
}

export interface RoleChoice {
  readonly name: string;
  readonly actions: readonly Action[];
  readonly reach: Reach;
}

export function listMembers({ client }: VisitorApi): Promise<Page<MemberView>> {
  return answerOf(client.GET('/v1/members'));
}

export async function removeMember({ client }: VisitorApi, memberId: string): Promise<void> {
  await client.DELETE('/v1/members/{memberId}', { params: { path: { memberId } } });
}

export function getMember({ client }: VisitorApi, memberId: string): Promise<MemberView> {
  return answerOf(client.GET('/v1/members/{memberId}', { params: { path: { memberId } } }));
}

export async function changeMember(
  { client }: VisitorApi,
  memberId: string,
  change: { readonly role?: MemberRole; readonly roleId?: string; readonly personKey?: string | null },
): Promise<void> {
  await client.PATCH('/v1/members/{memberId}', { params: { path: { memberId } }, body: change });
}

export function viewAs({ client }: VisitorApi, memberId: string): Promise<ViewAsView> {
  return answerOf(client.GET('/v1/members/{memberId}/view-as', { params: { path: { memberId } } }));
}

export async function addGrant({ client }: VisitorApi, memberId: string, grant: GrantChoice, key: string) {
  await client.POST('/v1/members/{memberId}/grants', {
    params: { path: { memberId }, header: repeatable(key) },
    body: bodyOf(grant),
  });
}

export async function changeGrant({ client }: VisitorApi, memberId: string, grantId: string, grant: GrantChoice) {
  await client.PUT('/v1/members/{memberId}/grants/{grantId}', {
    params: { path: { memberId, grantId } },
    body: bodyOf(grant),
  });
}

export async function revokeGrant({ client }: VisitorApi, memberId: string, grantId: string): Promise<void> {
  await client.DELETE('/v1/members/{memberId}/grants/{grantId}', { params: { path: { memberId, grantId } } });
}

export function previewGrant(
  { client }: VisitorApi,
  grant: GrantChoice,
  memberId: string | null,
): Promise<GrantPreviewView> {
  return answerOf(client.POST('/v1/grants/preview', { body: { grant: bodyOf(grant), memberId } }));
}

/** The generated types know no read-only lists. */
export function bodyOf(grant: GrantChoice) {
  const { actions, employees, departments, customers, tags, rooms, kinds, directions } = grant;
  return {
    ...grant,
    actions: [...actions],
    employees: [...employees],
    departments: [...departments],
    customers: [...customers],
    tags: [...tags],
    rooms: [...rooms],
    kinds: [...kinds],
    directions: [...directions],
  };
}

export async function listCustomerTags({
  client,
}: VisitorApi): Promise<{ readonly items: readonly CustomerTagView[] }> {
  return answerOf(client.GET('/v1/customer-tags'));
}

export function listRoles({ client }: VisitorApi): Promise<{ readonly items: readonly RoleView[] }> {
  return answerOf(client.GET('/v1/roles'));
}

export async function createRole({ client }: VisitorApi, role: RoleChoice, key: string): Promise<void> {
  await client.POST('/v1/roles', {
    params: { header: repeatable(key) },
    body: { ...role, actions: [...role.actions] },
  });
}

export async function changeRole({ client }: VisitorApi, roleId: string, role: RoleChoice): Promise<void> {
  await client.PATCH('/v1/roles/{roleId}', {
    params: { path: { roleId } },
    body: { ...role, actions: [...role.actions] },
  });
}

export async function removeRole({ client }: VisitorApi, roleId: string): Promise<void> {
  await client.DELETE('/v1/roles/{roleId}', { params: { path: { roleId } } });
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
      body: { ...invitation, grants: invitation.grants.map(bodyOf) },
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
