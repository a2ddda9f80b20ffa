import { randomUUID } from 'node:crypto';
import { hashToken, makeToken, openBytes, sealBytes, signOnLoginPlace, signOnSecretPlace } from '@highwater/crypto';
import { insertSignOnLogin, inTenant, type LoginPurpose, type SignOnRow } from '@highwater/db';
import { FaultError, type InvitationId, type MemberId, type TenantId } from '@highwater/domain';
import type { ApiDeps } from '../api-deps.ts';
import { providerAddresses } from './addresses.ts';
import { beginOidc, discoverOidc, type OidcSettings } from './oidc.ts';
import { beginSaml, type SamlSettings } from './saml.ts';

/** What a sign-in is begun for. */
export interface Beginning {
  readonly tenantId: TenantId;
  readonly signOn: SignOnRow;
  readonly purpose: LoginPurpose;
  readonly invitationId?: InvitationId;
  readonly memberId?: MemberId;
  /** Of the browser's cookie. */
  readonly browserToken: string;
}

/** Ten minutes: somebody types a password and a code at the provider. */
const LIVES_MS = 10 * 60_000;

type Deps = Pick<ApiDeps, 'database' | 'tenantKeys' | 'clock' | 'outbound' | 'portalUrl'>;

/** Where the browser goes to sign in. Throws `host.…`, `provider.refused`, `request.too_many`. */
export async function beginSignOn(deps: Deps, beginning: Beginning): Promise<URL> {
  const { tenantId, signOn, browserToken } = beginning;
  const { signOnId } = signOn;
  const [loginId, state] = [randomUUID(), makeToken()];
  const { redirectUrl } = providerAddresses(deps.portalUrl, signOnId);
  const begun =
    signOn.kind === 'oidc'
      ? { requestId: null, ...(await beginOidc(await discoverOf(deps, tenantId, signOn), { redirectUrl, state })) }
      : { secrets: {}, ...(await beginSaml(samlSettings(deps.portalUrl, signOn), state)) };
  const subkey = await deps.tenantKeys.subkey(tenantId, 'single-sign-on');
  const secretsSealed = sealBytes(
    subkey,
    signOnLoginPlace(tenantId, loginId),
    Buffer.from(JSON.stringify(begun.secrets)),
  );
  const begunAt = deps.clock.now();
  const isKept = await inTenant(deps.database, tenantId, (tx) =>
    insertSignOnLogin(tx, {
      loginId,
      signOnId,
      purpose: beginning.purpose,
      stateHash: hashToken(state),
      browserHash: hashToken(browserToken),
      invitationId: beginning.invitationId ?? null,
      memberId: beginning.memberId ?? null,
      requestId: begun.requestId,
      secretsSealed,
      begunAt,
      expiresAt: begunAt + LIVES_MS,
    }),
  );
  if (!isKept) throw new FaultError('request.too_many');
  return begun.url;
}

/** The provider of a connection, asked now with our secret for it. */
export async function discoverOf(deps: Pick<Deps, 'tenantKeys' | 'outbound'>, tenantId: TenantId, signOn: SignOnRow) {
  return discoverOidc(deps.outbound, await oidcSettings(deps, tenantId, signOn));
}

async function oidcSettings(
  { tenantKeys }: Pick<Deps, 'tenantKeys'>,
  tenantId: TenantId,
  { signOnId, issuer, clientId, secretSealed }: SignOnRow,
): Promise<OidcSettings> {
  if (secretSealed === null) return { issuer, clientId: clientId ?? '', clientSecret: null };
  const subkey = await tenantKeys.subkey(tenantId, 'single-sign-on');
  const opened = openBytes(subkey, signOnSecretPlace(tenantId, signOnId), secretSealed);
  return { issuer, clientId: clientId ?? '', clientSecret: Buffer.from(opened).toString('utf8') };
}

export function samlSettings(
  portalUrl: string,
  { signOnId, issuer, signInUrl, certificates }: SignOnRow,
): SamlSettings {
  const { acsUrl, entityId } = providerAddresses(portalUrl, signOnId);
  return { issuer, signInUrl: signInUrl ?? '', certificates, acsUrl, entityId };
}
