import type { Operator, OperatorSupport } from '@highwater/api-client';
import type { SupportScope } from './support.ts';
import type { OperatorTenantView } from './setup-types.ts';
import { answerOf, type VisitorApi } from './visitor-api.ts';

export function getOperator({ client }: VisitorApi): Promise<Operator> {
  return answerOf(client.GET('/v1/operator/me'));
}

export async function listOperatorTenants({ client }: VisitorApi): Promise<readonly OperatorTenantView[]> {
  const answer = await answerOf<{ items: readonly OperatorTenantView[] }>(client.GET('/v1/operator/tenants'));
  return answer.items;
}

export async function listOperatorSupport({ client }: VisitorApi): Promise<readonly OperatorSupport[]> {
  const answer = await answerOf<{ items: readonly OperatorSupport[] }>(client.GET('/v1/operator/support'));
  return answer.items;
}

export async function listTenantSupport({ client }: VisitorApi, tenantId: string): Promise<readonly OperatorSupport[]> {
  const asked = client.GET('/v1/operator/tenants/{tenantId}/support', { params: { path: { tenantId } } });
  return (await answerOf<{ items: readonly OperatorSupport[] }>(asked)).items;
}

export async function askSupport(
  { client }: VisitorApi,
  tenantId: string,
  body: { readonly reason: string; readonly scopes: SupportScope[]; readonly hours: number },
): Promise<void> {
  await client.POST('/v1/operator/tenants/{tenantId}/support', { params: { path: { tenantId } }, body });
}

export async function endOwnSupport(
  { client }: VisitorApi,
  path: { readonly tenantId: string; readonly requestId: string },
): Promise<void> {
  await client.POST('/v1/operator/tenants/{tenantId}/support/{requestId}/end', { params: { path } });
}
