import type { MadeScimTokenView, SignOnDomainView, SignOnView, SingleSignOnView } from '@highwater/api-client';
import { ApiProblem, type Problem } from '@highwater/api-client';
import { answerOf, type VisitorApi } from './visitor-api.ts';

export type { MadeScimTokenView, SignOnDomainView, SignOnView, SingleSignOnView };
export type JoiningRole = 'viewer' | 'reviewer' | 'exporter';
export const JOINING_ROLES: readonly JoiningRole[] = ['viewer', 'reviewer', 'exporter'];

export function getSingleSignOn({ client }: VisitorApi): Promise<SingleSignOnView> {
  return answerOf(client.GET('/v1/single-sign-on'));
}

export function connectOidc(
  { client }: VisitorApi,
  body: { name: string; issuer: string; clientId: string; clientSecret?: string },
): Promise<SignOnView> {
  return answerOf(client.POST('/v1/single-sign-on/oidc', { body }));
}

export function connectSaml({ client }: VisitorApi, body: { name: string; metadata: string }): Promise<SignOnView> {
  return answerOf(client.POST('/v1/single-sign-on/saml', { body }));
}

export function changeSignOn(
  { client }: VisitorApi,
  signOnId: string,
  body: { joinsAs: JoiningRole | null; isRequired: boolean },
): Promise<SignOnView> {
  return answerOf(client.PUT('/v1/single-sign-on/connections/{signOnId}', { params: { path: { signOnId } }, body }));
}

export async function switchSignOn({ client }: VisitorApi, signOnId: string, on: boolean): Promise<void> {
  const params = { path: { signOnId } };
  if (on) await client.POST('/v1/single-sign-on/connections/{signOnId}/enable', { params });
  else await client.POST('/v1/single-sign-on/connections/{signOnId}/disable', { params });
}

export async function removeSignOn({ client }: VisitorApi, signOnId: string): Promise<void> {
  await client.DELETE('/v1/single-sign-on/connections/{signOnId}', { params: { path: { signOnId } } });
}

export async function addDomain({ client }: VisitorApi, domain: string): Promise<void> {
  await client.POST('/v1/single-sign-on/domains', { body: { domain } });
}

export async function proveDomain({ client }: VisitorApi, domain: string): Promise<void> {
  await client.POST('/v1/single-sign-on/domains/{domain}/prove', { params: { path: { domain } } });
}

export async function removeDomain({ client }: VisitorApi, domain: string): Promise<void> {
  await client.DELETE('/v1/single-sign-on/domains/{domain}', { params: { path: { domain } } });
}

export function makeScimToken(
  { client }: VisitorApi,
  body: { signOnId: string; role: JoiningRole },
): Promise<MadeScimTokenView> {
  return answerOf(client.POST('/v1/single-sign-on/scim-tokens', { body }));
}

export async function revokeScimToken({ client }: VisitorApi, tokenId: string): Promise<void> {
  await client.DELETE('/v1/single-sign-on/scim-tokens/{tokenId}', { params: { path: { tokenId } } });
}

/** Where the browser goes to sign in, and the cookie by which it is known when it comes back. Throws an ApiProblem. */
export async function startSignOn(
  api: VisitorApi,
  origin: string,
  body: { email: string } | { test: string } | { invitation: string },
): Promise<{ url: string; host: string; cookies: readonly string[] }> {
  const response = await api.send('/auth/single-sign-on/start', {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', 'highwater-csrf': '1' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new ApiProblem((await response.json()) as Problem);
  const { url, host } = (await response.json()) as { url: string; host: string };
  return { url, host, cookies: response.headers.getSetCookie() };
}
