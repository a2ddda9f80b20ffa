import type { Language } from '@highwater/domain';
import { callApi, type ApiCaller } from './call-api.ts';
import { pageQuery } from './page-query.ts';
import type {
  AuditView,
  CompletenessView,
  ConnectionView,
  FindingView,
  MailboxEntry,
  MailboxMail,
  NewCompany,
  OperatorTenantView,
  OverviewView,
} from './setup-types.ts';
import type { MeView, Page, TenantView } from './types.ts';

export function getMe(caller: ApiCaller): Promise<MeView> {
  return callApi(caller, '/v1/me');
}

export function setLanguage(caller: ApiCaller, language: Language): Promise<void> {
  return callApi(caller, '/v1/me', { method: 'PATCH', body: { language } });
}

export function createCompany(caller: ApiCaller, company: NewCompany, idempotencyKey: string): Promise<TenantView> {
  return callApi(caller, '/v1/me/companies', { method: 'POST', body: company, idempotencyKey });
}

export function getOverview(caller: ApiCaller): Promise<OverviewView> {
  return callApi(caller, '/v1/overview');
}

export function listFindings(caller: ApiCaller, state: 'open' | 'resolved'): Promise<Page<FindingView>> {
  return callApi(caller, '/v1/findings', { query: pageQuery({ state }) });
}

export async function listConnections(caller: ApiCaller): Promise<readonly ConnectionView[]> {
  const answer = await callApi<{ items: readonly ConnectionView[] }>(caller, '/v1/connections');
  return answer.items;
}

export function createConnection(
  caller: ApiCaller,
  connection: { corpId: string; archiveSecret: string; name: string },
  idempotencyKey: string,
): Promise<ConnectionView> {
  return callApi(caller, '/v1/connections', { method: 'POST', body: connection, idempotencyKey });
}

export function checkConnection(caller: ApiCaller, connectionId: string): Promise<ConnectionView> {
  return callApi(caller, `/v1/connections/${encodeURIComponent(connectionId)}/preflight`, { method: 'POST' });
}

export function pullConnection(caller: ApiCaller, connectionId: string): Promise<void> {
  return callApi(caller, `/v1/connections/${encodeURIComponent(connectionId)}/pull`, { method: 'POST' });
}

export function getCompleteness(caller: ApiCaller): Promise<CompletenessView> {
  return callApi(caller, '/v1/completeness');
}

export function listAudit(caller: ApiCaller, cursor: string | null): Promise<Page<AuditView>> {
  return callApi(caller, '/v1/audit', { query: pageQuery({ cursor }) });
}

export async function listOperatorTenants(caller: ApiCaller): Promise<readonly OperatorTenantView[]> {
  const answer = await callApi<{ items: readonly OperatorTenantView[] }>(caller, '/v1/operator/tenants');
  return answer.items;
}

export async function listMailbox(caller: ApiCaller): Promise<readonly MailboxEntry[]> {
  const answer = await callApi<{ items: readonly MailboxEntry[] }>(caller, '/v1/dev/mailbox');
  return answer.items;
}

export function getMail(caller: ApiCaller, mailId: string): Promise<MailboxMail> {
  return callApi(caller, `/v1/dev/mailbox/${encodeURIComponent(mailId)}`);
}
