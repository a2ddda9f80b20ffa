import { deriveLinkToken } from '@highwater/crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { inviteByMail, makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
let others: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
});
afterAll(() => api.stop());

const AS_VIEWER = { role: 'viewer', employees: ['linxiaoyu'] } as const;
const invite = (email: string) => inviteByMail(api, company.admin, company.tenantId, email, AS_VIEWER);

it('enqueues a mail whose token the worker can derive and the database does not hold', async () => {
  const invited = await company.admin.ask<{ invitationId: string }>('POST', '/v1/invitations', {
    body: { email: 'mei@example.com', language: 'en', ...AS_VIEWER },
  });
  expect(invited.body).toMatchObject({ email: 'mei@example.com', ...AS_VIEWER, acceptedAt: null, invitedBy: 'admin' });
  const { invitationId } = invited.body;
  const { tenantId } = company;
  expect(api.jobs).toContainEqual({ queue: 'send-invitation-mail', payload: { tenantId, invitationId } });
  const token = deriveLinkToken(await api.deps.tenantKeys.subkey(tenantId, 'link'), invitationId);
  expect(token).toMatch(/^[\w-]{22}$/);
  expect(JSON.stringify(invited.body)).not.toContain(token);
});

it('shows the offer to whoever holds the link, without using it up', async () => {
  const token = await invite('kai@example.com');
  const nobody = openBrowser(api.app);
  for (let look = 0; look < 2; look += 1) {
    expect((await nobody.ask('GET', `/v1/invitations/token/${token}`)).body).toMatchObject({
      company: '青橙果业',
      inviter: 'admin',
      email: 'kai@example.com',
      role: 'viewer',
      hasSingleSignOn: false,
    });
  }
  expect(await nobody.faultOf('GET', '/v1/invitations/token/AAAAAAAAAAAAAAAAAAAAAA')).toBe('thing.missing');
});

it('binds the person whose e-mail was invited, letter case aside, and nobody else', async () => {
  const person = await api.signUp('Invited');
  const token = await invite(person.email.toUpperCase());
  const thief = await api.signUp('Thief');
  expect(await thief.faultOf('POST', '/v1/invitations/accept', { body: { token } })).toBe('invitation.wrong_person');
  expect(await openBrowser(api.app).faultOf('POST', '/v1/invitations/accept', { body: { token } })).toBe(
    'session.missing',
  );
  const accepted = { status: 200, body: { tenantId: company.tenantId } };
  expect(await person.ask('POST', '/v1/invitations/accept', { body: { token } })).toMatchObject(accepted);
  expect(await person.ask('POST', '/v1/invitations/accept', { body: { token } })).toMatchObject(accepted);
  expect((await person.ask('GET', '/v1/me')).body).toMatchObject({
    role: 'viewer',
    scope: { employees: ['linxiaoyu'] },
  });
  expect((await thief.ask('GET', '/v1/me')).body['tenant']).toBeNull();
  const audit = await company.admin.ask<{ items: { event: string }[] }>('GET', '/v1/audit');
  expect(audit.body.items.map(({ event }) => event).slice(0, 2)).toEqual(['invitation.accepted', 'invitation.refused']);
});

it('ends with a revocation, with a newer invitation, and after a week', async () => {
  const person = await api.signUp('Late');
  const accept = (token: string) => person.faultOf('POST', '/v1/invitations/accept', { body: { token } });
  const first = await invite(person.email);
  const second = await invite(person.email);
  expect(await accept(first)).toBe('invitation.expired');

  const listed = await company.admin.ask<{ items: { invitationId: string }[] }>('GET', '/v1/invitations?limit=1');
  const path = `/v1/invitations/${listed.body.items[0]?.invitationId}`;
  expect(await others.admin.faultOf('DELETE', path)).toBe('thing.missing');
  expect(await company.viewer.faultOf('DELETE', path)).toBe('permission.missing');
  expect((await company.admin.ask('DELETE', path)).status).toBe(204);
  expect(await accept(second)).toBe('invitation.expired');

  const third = await invite(person.email);
  api.clock.shift(7 * 24 * 3_600_000);
  expect(await accept(third)).toBe('invitation.expired');
  expect(await openBrowser(api.app).faultOf('GET', `/v1/invitations/token/${third}`)).toBe('invitation.expired');
  expect(await accept(await invite(person.email))).toBeUndefined();
});

it('refuses members, viewers without employees, and viewers as inviters', async () => {
  const ask = (email: string, employees: readonly string[]) => ({
    body: { email, role: 'viewer', employees, language: 'zh-CN' },
  });
  const member = await company.admin.ask('POST', '/v1/invitations', ask(company.viewer.email, ['linxiaoyu']));
  expect(member.body).toMatchObject({ fault: 'member.exists', field: 'email' });
  const empty = await company.admin.ask('POST', '/v1/invitations', ask('new@example.com', []));
  expect(empty.body).toMatchObject({ fault: 'request.malformed', field: 'employees' });
  const asOwner = { body: { ...ask('new@example.com', ['a']).body, role: 'owner' } };
  expect(await company.admin.faultOf('POST', '/v1/invitations', asOwner)).toBe('rights.beyond_own');
  expect(await company.viewer.faultOf('POST', '/v1/invitations', ask('new@example.com', ['a']))).toBe(
    'permission.missing',
  );
  expect(await company.viewer.faultOf('GET', '/v1/invitations')).toBe('permission.missing');
});

it('invites once for one idempotency key', async () => {
  const headers = { 'idempotency-key': 'invite-1' };
  const body = { email: 'once@example.com', language: 'en', ...AS_VIEWER };
  const jobs = api.jobs.length;
  const first = await company.admin.ask('POST', '/v1/invitations', { body, headers });
  const again = await company.admin.ask('POST', '/v1/invitations', { body, headers });
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(api.jobs).toHaveLength(jobs + 1);
  const other = { body: { ...body, email: 'twice@example.com' }, headers };
  expect(await company.admin.faultOf('POST', '/v1/invitations', other)).toBe('idempotency.mismatch');
  expect((await others.admin.ask('POST', '/v1/invitations', other)).status).toBe(201);
});
