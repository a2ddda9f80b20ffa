import type { SignOnId } from '@highwater/domain';

/** What a company enters at its provider. Each connection has its own, so that an answer for one is none for another. */
export function providerAddresses(portalUrl: string, signOnId: SignOnId) {
  return {
    /** OIDC: redirect URI. */
    redirectUrl: `${portalUrl}/auth/single-sign-on/oidc/${signOnId}`,
    /** SAML: assertion consumer service, by POST. */
    acsUrl: `${portalUrl}/auth/single-sign-on/saml/${signOnId}`,
    /** SAML: our entity id, which is the audience of assertions. */
    entityId: `${portalUrl}/single-sign-on/${signOnId}`,
  };
}

/** The part of an address after its last @, in lower case; a bare domain is itself. Undefined when it can be none. */
export function domainOf(typed: string): string | undefined {
  const domain = typed.trim().toLowerCase().split('@').at(-1) ?? '';
  return isDomain(domain) ? domain : undefined;
}

/** Labels of letters, digits and hyphens, two or more; others are written in DNS's own form (xn--…). */
export function isDomain(text: string): boolean {
  return (
    text.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(text)
  );
}
