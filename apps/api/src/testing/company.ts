import { deriveLinkToken } from '@highwater/crypto';
import type { MemberRole, TenantId } from '@highwater/domain';
import { expect } from 'vitest';
import type { Browser } from './browser.ts';
import type { TestApi } from './start-api.ts';

/** A company with one person of each kind, and people who have no business in it. */
export interface Company {
  readonly tenantId: TenantId;
  readonly owner: Browser;
  readonly admin: Browser;
  /** Sees the messages of `linxiaoyu`. */
  readonly viewer: Browser;
}

export async function makeCompany(api: TestApi, name = '青橙果业'): Promise<Company> {
  const owner = await api.signUp('Owner');
  const made = await owner.ask<{ tenantId: TenantId }>('POST', '/v1/me/companies', {
    body: { name, zone: 'Asia/Shanghai', language: 'zh-CN' },
  });
  expect(made.status).toBe(201);
  const { tenantId } = made.body;
  const admin = await joinCompany(api, owner, tenantId, { role: 'admin', employees: [] });
  const viewer = await joinCompany(api, owner, tenantId, { role: 'viewer', employees: ['linxiaoyu'] });
  return { tenantId, owner, admin, viewer };
}

/** What somebody is invited to. */
interface Invited {
  readonly role: MemberRole;
  readonly roleId?: string;
  readonly employees: readonly string[];
  readonly departments?: readonly { connectionId: string; departmentId: string | undefined }[];
  readonly departmentsAsOf?: 'message' | 'now';
  readonly grants?: readonly object[];
}

/** Invites a new person and lets them accept. */
export async function joinCompany(
  api: TestApi,
  inviter: Browser,
  tenantId: TenantId,
  invitation: Invited,
): Promise<Browser> {
  const person = await api.signUp(invitation.role);
  const token = await inviteByMail(api, inviter, tenantId, person.email, invitation);
  const accepted = await person.ask('POST', '/v1/invitations/accept', { body: { token } });
  expect(accepted.body).toEqual({ tenantId });
  return person;
}

/** Invites an address and returns the token that its mail would hold. */
export async function inviteByMail(
  api: TestApi,
  inviter: Browser,
  tenantId: TenantId,
  email: string,
  invitation: Invited,
): Promise<string> {
  const invited = await inviter.ask<{ invitationId: string }>('POST', '/v1/invitations', {
    body: { email, language: 'en', ...invitation },
  });
  expect(invited.status).toBe(201);
  return deriveLinkToken(await api.deps.tenantKeys.subkey(tenantId, 'link'), invited.body.invitationId);
}
