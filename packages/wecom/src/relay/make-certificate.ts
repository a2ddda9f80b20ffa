import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

export interface Certificate {
  readonly certPem: string;
  readonly keyPem: string;
}

export interface CertificateOptions {
  readonly commonName: string;
  /** DNS names in the certificate; none for an authority. */
  readonly names?: readonly string[];
  /** Signs the certificate; without one it signs itself. */
  readonly issuer?: Certificate;
  readonly isAuthority?: boolean;
  readonly from: Date;
  readonly until: Date;
}

const makeKeyPair = promisify(generateKeyPair);

/** An RSA-2048 certificate and its key, in memory only. */
export async function makeCertificate(options: CertificateOptions): Promise<Certificate> {
  const pair = await makeKeyPair('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const { issuer, names = [], isAuthority = false } = options;
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
  // The first byte below 128: the number counts as signed.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = options.from;
  certificate.validity.notAfter = options.until;
  const subject = [{ name: 'commonName', value: options.commonName }];
  certificate.setSubject(subject);
  certificate.setIssuer(issuer ? forge.pki.certificateFromPem(issuer.certPem).subject.attributes : subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: isAuthority, critical: true },
    ...(isAuthority
      ? [{ name: 'keyUsage', keyCertSign: true, critical: true }]
      : [{ name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true }]),
    ...(names.length === 0 ? [] : [{ name: 'extKeyUsage', serverAuth: true }]),
    ...(names.length === 0
      ? []
      : [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: DNS_NAME, value })) }]),
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(issuer?.keyPem ?? pair.privateKey), forge.md.sha256.create());
  return { certPem: forge.pki.certificateToPem(certificate), keyPem: pair.privateKey };
}

/** Number of the DNS form among the names of RFC 5280. */
const DNS_NAME = 2;
