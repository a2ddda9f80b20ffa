import type { AddressRuleView, ApiKeyView, MadeApiKeyView } from '@highwater/api-client';
import type { KeyAction } from '@highwater/domain';
import { bodyOf, type GrantChoice } from './members.ts';
import type { Page } from './types.ts';
import { answerOf, type VisitorApi } from './visitor-api.ts';

export type { AddressRuleView, ApiKeyView, MadeApiKeyView };

export interface NewApiKey {
  readonly name: string;
  readonly purpose: string;
  readonly scopes: KeyAction[];
  readonly grants: readonly GrantChoice[];
  readonly networks: string[];
  readonly expiresAt: number;
}

export function listApiKeys({ client }: VisitorApi, cursor: string | undefined): Promise<Page<ApiKeyView>> {
  return answerOf(client.GET('/v1/api-keys', { params: { query: cursor === undefined ? {} : { cursor } } }));
}

export function createApiKey({ client }: VisitorApi, key: NewApiKey): Promise<MadeApiKeyView> {
  return answerOf(client.POST('/v1/api-keys', { body: { ...key, grants: key.grants.map(bodyOf) } }));
}

export async function changeApiKey(
  { client }: VisitorApi,
  keyId: string,
  change: { readonly name: string; readonly networks: string[]; readonly expiresAt?: number },
): Promise<void> {
  await client.PATCH('/v1/api-keys/{keyId}', { params: { path: { keyId } }, body: change });
}

export function rotateApiKey({ client }: VisitorApi, keyId: string): Promise<MadeApiKeyView> {
  return answerOf(client.POST('/v1/api-keys/{keyId}/rotate', { params: { path: { keyId } } }));
}

export async function revokeApiKey({ client }: VisitorApi, keyId: string): Promise<void> {
  await client.DELETE('/v1/api-keys/{keyId}', { params: { path: { keyId } } });
}

/** Shows password or code again, where something asks for it. */
export async function showProof({ client }: VisitorApi, proof: string): Promise<void> {
  await client.POST('/v1/me/proof', { body: { proof } });
}

export function getAddressRule({ client }: VisitorApi): Promise<AddressRuleView> {
  return answerOf(client.GET('/v1/address-rules'));
}

export function setAddressRule(
  { client }: VisitorApi,
  rule: { readonly enabled: boolean; readonly networks: { network: string; label: string }[] },
): Promise<AddressRuleView> {
  return answerOf(client.PUT('/v1/address-rules', { body: rule }));
}
