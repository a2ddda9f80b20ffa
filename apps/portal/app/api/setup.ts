import type { Language } from '@highwater/domain';
import type { CompletenessView, ConnectionView, OverviewView } from './setup-types.ts';
import type { MeView, TenantView } from './types.ts';
import { answerOf, repeatable, type VisitorApi } from './visitor-api.ts';

export interface NewCompany {
  readonly name: string;
  readonly zone: string;
  readonly language: Language;
}

export function getMe({ client }: VisitorApi): Promise<MeView> {
  return answerOf(client.GET('/v1/me'));
}

export function setLanguage({ client }: VisitorApi, language: Language): Promise<MeView> {
  return answerOf(client.PATCH('/v1/me', { body: { language } }));
}

export function createCompany({ client }: VisitorApi, company: NewCompany, key: string): Promise<TenantView> {
  return answerOf(client.POST('/v1/me/companies', { params: { header: repeatable(key) }, body: company }));
}

export function getOverview({ client }: VisitorApi): Promise<OverviewView> {
  return answerOf(client.GET('/v1/overview'));
}

export async function listConnections({ client }: VisitorApi): Promise<readonly ConnectionView[]> {
  const answer = await answerOf<{ items: readonly ConnectionView[] }>(client.GET('/v1/connections'));
  return answer.items;
}

export function createConnection(
  { client }: VisitorApi,
  connection: { corpId: string; archiveSecret: string; name: string },
  key: string,
): Promise<ConnectionView> {
  return answerOf(client.POST('/v1/connections', { params: { header: repeatable(key) }, body: connection }));
}

export async function checkConnection({ client }: VisitorApi, connectionId: string): Promise<void> {
  await client.POST('/v1/connections/{connectionId}/preflight', { params: { path: { connectionId } } });
}

export function getCompleteness({ client }: VisitorApi): Promise<CompletenessView> {
  return answerOf(client.GET('/v1/completeness'));
}
