import { FaultError } from '@highwater/domain';
import type { Outbound } from '@highwater/outbound';
import * as client from 'openid-client';
import { SignOnRefusal } from './sign-on-refusal.ts';

/** What we are to an OpenID provider. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
}

/** Whom a provider asserts. */
export interface Asserted {
  readonly subject: string;
  readonly email: string;
  /** Where the provider says it. */
  readonly name: string | null;
}

interface OidcSecrets {
  readonly verifier: string;
  readonly nonce: string;
}

/** What the provider says of itself, asked now. Throws `host.refused`, `host.unreachable`, `provider.refused`. */
export async function discoverOidc(outbound: Outbound, settings: OidcSettings): Promise<client.Configuration> {
  const issuer = readIssuer(settings.issuer);
  if (issuer.protocol !== 'https:' && !outbound.isNamed(issuer))
    throw new FaultError('host.refused', { field: 'issuer' });
  const fetch: client.CustomFetch = (url, { method, headers, body, signal }) =>
    outbound.fetch(url, {
      method,
      headers,
      body: body instanceof URLSearchParams || typeof body === 'string' ? body : null,
      ...(signal === undefined ? {} : { signal }),
    });
  const execute = outbound.isNamed(issuer) ? [client.allowInsecureRequests] : [];
  try {
    const found = await client.discovery(issuer, settings.clientId, undefined, client.None(), {
      execute,
      [client.customFetch]: fetch,
    });
    const metadata = found.serverMetadata();
    if (metadata.authorization_endpoint === undefined || metadata.token_endpoint === undefined) {
      throw new FaultError('provider.refused', { field: 'issuer' });
    }
    const configuration = new client.Configuration(metadata, settings.clientId, {}, authenticate(metadata, settings));
    configuration[client.customFetch] = fetch;
    for (const apply of execute) apply(configuration);
    // The token is fetched over verified TLS; its signature is checked all the same.
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  } catch (cause) {
    throw faultIn(cause) ?? new FaultError('provider.refused', { field: 'issuer', cause });
  }
}

/** Where the browser goes, and what to keep until it comes back. */
export async function beginOidc(
  configuration: client.Configuration,
  { redirectUrl, state, domain }: { readonly redirectUrl: string; readonly state: string; readonly domain?: string },
): Promise<{ readonly url: URL; readonly secrets: OidcSecrets }> {
  const secrets = { verifier: client.randomPKCECodeVerifier(), nonce: client.randomNonce() };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUrl,
    scope: 'openid email profile',
    response_type: 'code',
    state,
    nonce: secrets.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...(domain === undefined ? {} : { hd: domain }),
  });
  return { url, secrets };
}

/** Exchanges the code that came back. Throws a SignOnRefusal. */
export async function finishOidc(
  configuration: client.Configuration,
  { secrets, state, cameBackTo }: { readonly secrets: OidcSecrets; readonly state: string; readonly cameBackTo: URL },
): Promise<Asserted> {
  try {
    const tokens = await client.authorizationCodeGrant(configuration, cameBackTo, {
      pkceCodeVerifier: secrets.verifier,
      expectedState: state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new SignOnRefusal('response');
    const hasEmail = typeof claims['email'] === 'string';
    const canAsk = !hasEmail && configuration.serverMetadata().userinfo_endpoint !== undefined;
    const said = canAsk ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
    return readClaims(claims.sub, { ...claims, ...said });
  } catch (cause) {
    throw cause instanceof SignOnRefusal ? cause : new SignOnRefusal(problemIn(cause), cause);
  }
}

function readClaims(subject: string, claims: Readonly<Record<string, unknown>>): Asserted {
  const { email, email_verified: isVerified, name } = claims;
  if (subject === '') throw new SignOnRefusal('subject');
  // A provider that says nothing about it is the company's own; one that says no is believed.
  if (typeof email !== 'string' || email === '' || isVerified === false) throw new SignOnRefusal('email');
  return { subject, email, name: typeof name === 'string' && name.trim() !== '' ? name.trim() : null };
}

function authenticate(metadata: client.ServerMetadata, { clientSecret }: OidcSettings): client.ClientAuth {
  if (clientSecret === null) return client.None();
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return methods.includes('client_secret_basic')
    ? client.ClientSecretBasic(clientSecret)
    : client.ClientSecretPost(clientSecret);
}

function readIssuer(text: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    throw new FaultError('provider.refused', { field: 'issuer', cause });
  }
}

/** A fault of our own among the causes. */
function faultIn(error: unknown): FaultError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof FaultError) return at;
  return undefined;
}

function problemIn(error: unknown) {
  const fault = faultIn(error)?.fault;
  if (fault === 'host.unreachable' || fault === 'host.refused' || fault === 'host.too_large') return 'unreachable';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'expired';
  if (code === 'OAUTH_RESPONSE_BODY_ERROR' || code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') return 'response';
  if (code === 'OAUTH_KEY_SELECTION_FAILED') return 'signature';
  if (code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' || code === 'OAUTH_INVALID_RESPONSE') return claimIn(error);
  return 'provider';
}

/** Which claim did not compare, as far as the library says. */
function claimIn(error: unknown) {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (/signature/i.test(at.message)) return 'signature';
    const said = `${at.message} ${JSON.stringify(at.cause instanceof Error ? {} : (at.cause ?? {}))}`;
    if (/"nonce"|claim: "nonce"/.test(said)) return 'nonce';
    if (/"aud"|"aud" \(/.test(said)) return 'audience';
    if (/"iss"|issuer/.test(said)) return 'issuer';
  }
  return 'response';
}
