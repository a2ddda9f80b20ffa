import { SAML, ValidateInResponseTo, type Profile } from '@node-saml/node-saml';
import { randomBytes } from 'node:crypto';
import type { Asserted } from './oidc.ts';
import { SignOnRefusal, type SignOnProblem } from './sign-on-refusal.ts';

/** A SAML provider, and what we are to it. */
export interface SamlSettings {
  /** The provider's entity id. */
  readonly issuer: string;
  readonly signInUrl: string;
  /** PEM. */
  readonly certificates: readonly string[];
  readonly acsUrl: string;
  readonly entityId: string;
}

/** Clocks of companies' own servers run apart. */
const SKEW_MS = 60_000;
/** How long after it was made an assertion is taken, whatever it says itself. */
const OLDEST_MS = 10 * 60_000;

const EMAIL_FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const TRANSIENT_FORMAT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
const EMAIL_ATTRIBUTES = [
  'email',
  'mail',
  'urn:oid:0.9.2342.19200300.100.1.3',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
];
const NAME_ATTRIBUTES = [
  'displayName',
  'name',
  'urn:oid:2.16.840.1.113730.3.1.241',
  'http://schemas.microsoft.com/identity/claims/displayname',
];

/** Where the browser goes with our request, and the request's id. */
export async function beginSaml(
  settings: SamlSettings,
  state: string,
): Promise<{ readonly url: URL; readonly requestId: string }> {
  const requestId = `_${randomBytes(16).toString('hex')}`;
  const saml = createSaml(settings, requestId);
  return { url: new URL(await saml.getAuthorizeUrlAsync(state, undefined, {})), requestId };
}

/**
 * Whom a response asserts: its assertion signed by one of the certificates, by this provider, for us, now, and in answer
 * to this very request. Throws a SignOnRefusal.
 */
export async function readSamlResponse(settings: SamlSettings, requestId: string, response: string): Promise<Asserted> {
  const { profile } = await createSaml(settings, requestId)
    .validatePostResponseAsync({ SAMLResponse: response })
    .catch((cause: unknown) => {
      throw new SignOnRefusal(problemIn(cause), cause);
    });
  if (profile === null) throw new SignOnRefusal('response');
  if (profile.issuer !== settings.issuer) throw new SignOnRefusal('issuer');
  return readProfile(profile);
}

function createSaml({ issuer, signInUrl, certificates, acsUrl, entityId }: SamlSettings, requestId: string): SAML {
  return new SAML({
    entryPoint: signInUrl,
    idpCert: [...certificates],
    idpIssuer: issuer,
    issuer: entityId,
    audience: entityId,
    callbackUrl: acsUrl,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    wantAssertionsSigned: true,
    // Many providers sign the assertion alone, and it is all that is read.
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: SKEW_MS,
    maxAssertionAgeMs: OLDEST_MS,
    generateUniqueId: () => requestId,
    validateInResponseTo: ValidateInResponseTo.always,
    // The one request that may be answered; that it is answered once is what the row of the sign-in keeps.
    cacheProvider: {
      saveAsync: async (_key, value) => ({ value, createdAt: Date.now() }),
      getAsync: async (key) => (key === requestId ? new Date().toISOString() : null),
      removeAsync: async (key) => key,
    },
  });
}

function readProfile(profile: Profile): Asserted {
  const { nameID: subject, nameIDFormat: format } = profile;
  // One that differs every time names nobody.
  if (typeof subject !== 'string' || subject === '' || format === TRANSIENT_FORMAT) throw new SignOnRefusal('subject');
  const email = firstText(profile, EMAIL_ATTRIBUTES) ?? (format === EMAIL_FORMAT ? subject : undefined);
  if (email === undefined || !email.includes('@')) throw new SignOnRefusal('email');
  return { subject, email, name: firstText(profile, NAME_ATTRIBUTES) ?? null };
}

function firstText(profile: Profile, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = profile[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

function problemIn(error: unknown): SignOnProblem {
  const message = error instanceof Error ? error.message : '';
  if (/InResponseTo/i.test(message)) return 'response';
  if (/audience/i.test(message)) return 'audience';
  if (/expired|not yet valid|too old|subject confirmation/i.test(message)) return 'expired';
  if (/issuer/i.test(message)) return 'issuer';
  if (/signature|certificate/i.test(message)) return 'signature';
  return 'response';
}
