import type { AccountSecurityView, FactorRuleView, SessionView, TotpOfferView } from '@highwater/api-client';
import { answerOf, type VisitorApi } from './visitor-api.ts';

export function getSecurity({ client }: VisitorApi): Promise<AccountSecurityView> {
  return answerOf(client.GET('/v1/me/security'));
}

export async function listSessions({ client }: VisitorApi): Promise<readonly SessionView[]> {
  const answer = await answerOf<{ items: readonly SessionView[] }>(client.GET('/v1/me/sessions'));
  return answer.items;
}

export async function endSession({ client }: VisitorApi, sessionId: string): Promise<void> {
  await client.DELETE('/v1/me/sessions/{sessionId}', { params: { path: { sessionId } } });
}

export async function endOtherSessions({ client }: VisitorApi): Promise<void> {
  await client.DELETE('/v1/me/sessions');
}

export async function prove({ client }: VisitorApi, proof: string): Promise<void> {
  await client.POST('/v1/me/proof', { body: { proof } });
}

export async function changePassword({ client }: VisitorApi, password: string): Promise<void> {
  await client.PUT('/v1/me/password', { body: { password } });
}

export function beginTotp({ client }: VisitorApi): Promise<TotpOfferView> {
  return answerOf(client.POST('/v1/me/totp'));
}

export async function confirmTotp({ client }: VisitorApi, code: string): Promise<readonly string[]> {
  return (await answerOf<{ codes: readonly string[] }>(client.POST('/v1/me/totp/confirm', { body: { code } }))).codes;
}

export async function removeTotp({ client }: VisitorApi): Promise<void> {
  await client.DELETE('/v1/me/totp');
}

export async function renewRecoveryCodes({ client }: VisitorApi): Promise<readonly string[]> {
  return (await answerOf<{ codes: readonly string[] }>(client.POST('/v1/me/recovery-codes'))).codes;
}

export async function renamePasskey({ client }: VisitorApi, passkeyId: string, name: string): Promise<void> {
  await client.PATCH('/v1/me/passkeys/{passkeyId}', { params: { path: { passkeyId } }, body: { name } });
}

export async function removePasskey({ client }: VisitorApi, passkeyId: string): Promise<void> {
  await client.DELETE('/v1/me/passkeys/{passkeyId}', { params: { path: { passkeyId } } });
}

export function getFactorRule({ client }: VisitorApi): Promise<FactorRuleView> {
  return answerOf(client.GET('/v1/settings/second-factor'));
}

export function changeFactorRule({ client }: VisitorApi, required: boolean): Promise<FactorRuleView> {
  return answerOf(client.PUT('/v1/settings/second-factor', { body: { required } }));
}

export async function resetFactors({ client }: VisitorApi, memberId: string): Promise<void> {
  await client.POST('/v1/members/{memberId}/factor-reset', { params: { path: { memberId } } });
}
