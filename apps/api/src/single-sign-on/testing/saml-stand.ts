import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import samlify from 'samlify';

// What it would check of our requests is no concern of these tests.
samlify.setSchemaValidator({ validate: async () => 'not checked' });

const EMAIL_CLAIM = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress';

/** What an assertion says; all but the person is right unless told otherwise. */
export interface Assertion {
  readonly subject: string;
  readonly email: string;
  readonly audience?: string;
  readonly issuer?: string;
  readonly inResponseTo?: string;
  readonly notBefore?: number;
  readonly until?: number;
  /** Signed with a key that the metadata does not name, or not at all. */
  readonly signedBy?: 'provider' | 'stranger' | 'nobody';
  readonly subjectFormat?: string;
}

export interface SamlStand {
  readonly entityId: string;
  readonly metadata: string;
  /** The response to a request's address, base64, and its RelayState. */
  respond(url: string, assertion: Assertion): Promise<{ response: string; relayState: string }>;
}

/** A SAML provider made of samlify. */
export function makeSamlStand(): SamlStand {
  const entityId = 'https://idp.example/metadata';
  const [own, strange] = [makeCertificate(), makeCertificate()];
  const providerOf = ({ key, certificate }: Pem) =>
    samlify.IdentityProvider({
      entityID: entityId,
      privateKey: key,
      signingCert: certificate,
      isAssertionEncrypted: false,
      nameIDFormat: ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'],
      singleSignOnService: [
        { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: 'https://idp.example/sso' },
      ],
      singleLogoutService: [],
      requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    });
  const [provider, stranger] = [providerOf(own), providerOf(strange)];

  return {
    entityId,
    metadata: provider.getMetadata(),
    async respond(url, assertion) {
      const asked = new URL(url).searchParams;
      const request = inflateRawSync(Buffer.from(asked.get('SAMLRequest') ?? '', 'base64')).toString('utf8');
      const requestId = /\sID="([^"]+)"/.exec(request)?.[1] ?? '';
      const acsUrl = /AssertionConsumerServiceURL="([^"]+)"/.exec(request)?.[1] ?? '';
      const audience = /<saml:Issuer[^>]*>([^<]+)</.exec(request)?.[1] ?? '';
      const text = writeResponse(assertion, { requestId, acsUrl, audience, entityId });
      const signer = assertion.signedBy === 'stranger' ? stranger : provider;
      const signed = assertion.signedBy === 'nobody' ? text : sign(signer, text);
      return { response: Buffer.from(signed).toString('base64'), relayState: asked.get('RelayState') ?? '' };
    },
  };
}

function sign(provider: ReturnType<typeof samlify.IdentityProvider>, text: string): string {
  const { privateKey, requestSignatureAlgorithm } = provider.entitySetting;
  const signed = samlify.SamlLib.constructSAMLSignature({
    rawSamlMessage: text,
    referenceTagXPath: "/*[local-name(.)='Response']/*[local-name(.)='Assertion']",
    privateKey: String(privateKey),
    signatureAlgorithm: requestSignatureAlgorithm ?? '',
    signingCert: provider.entityMeta.getX509Certificate('signing') as string,
    isBase64Output: false,
    signatureConfig: {
      prefix: 'ds',
      location: {
        reference: "/*[local-name(.)='Response']/*[local-name(.)='Assertion']/*[local-name(.)='Issuer']",
        action: 'after',
      },
    },
  });
  return signed;
}

function writeResponse(
  { subject, email, subjectFormat = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent', ...said }: Assertion,
  of: { requestId: string; acsUrl: string; audience: string; entityId: string },
): string {
  const time = (offsetMs: number): string => new Date(Date.now() + offsetMs).toISOString();
  const id = (): string => `_${randomBytes(16).toString('hex')}`;
  const [issuer, audience, requestId] = [
    said.issuer ?? of.entityId,
    said.audience ?? of.audience,
    said.inResponseTo ?? of.requestId,
  ];
  const [from, until] = [time(said.notBefore ?? -5000), time(said.until ?? 120_000)];
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id()}" Version="2.0" IssueInstant="${time(0)}" Destination="${of.acsUrl}" InResponseTo="${requestId}"><saml:Issuer>${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="${id()}" Version="2.0" IssueInstant="${time(0)}"><saml:Issuer>${issuer}</saml:Issuer><saml:Subject><saml:NameID Format="${subjectFormat}">${subject}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${of.acsUrl}" InResponseTo="${requestId}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${from}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${time(0)}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement><saml:Attribute Name="${EMAIL_CLAIM}"><saml:AttributeValue>${email}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion></samlp:Response>`;
}

interface Pem {
  readonly key: string;
  readonly certificate: string;
}

function makeCertificate(): Pem {
  const folder = mkdtempSync(join(tmpdir(), 'saml-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-x509', '-nodes', '-days', '3650', '-subj', '/CN=idp.example'];
  execFileSync('openssl', ['req', ...subject, '-newkey', 'rsa:2048', '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  const made = { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}
