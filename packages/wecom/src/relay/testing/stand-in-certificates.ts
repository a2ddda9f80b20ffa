import { makeCertificate, type Certificate } from '../make-certificate.ts';
import { WECOM_HOST } from '../wecom-host.ts';

const DAY_MS = 86_400_000;

export interface StandInCertificates {
  readonly authorityPem: string;
  readonly valid: Certificate;
  readonly expired: Certificate;
  readonly notYetValid: Certificate;
  readonly otherHost: Certificate;
  readonly selfSigned: Certificate;
  /** Signed by an authority that nobody was told about. */
  readonly stranger: Certificate;
}

/** Certificates for a stand-in WeCom, one right and the others each wrong in one way. Tests only. */
export async function makeStandInCertificates(now: number = Date.now()): Promise<StandInCertificates> {
  const at = (days: number): Date => new Date(now + days * DAY_MS);
  const dates = { from: at(-1), until: at(30) };
  const [authority, foreign] = await Promise.all(
    ['Stand-in authority', 'Another authority'].map((commonName) =>
      makeCertificate({ commonName, isAuthority: true, from: at(-400), until: at(400) }),
    ),
  );
  if (authority === undefined || foreign === undefined) throw new Error('two authorities were made');
  const own = { commonName: WECOM_HOST, names: [WECOM_HOST], issuer: authority, ...dates };
  const [valid, expired, notYetValid, otherHost, selfSigned, stranger] = await Promise.all([
    makeCertificate(own),
    makeCertificate({ ...own, from: at(-10), until: at(-1) }),
    makeCertificate({ ...own, from: at(1), until: at(10) }),
    makeCertificate({ ...own, commonName: 'example.com', names: ['example.com', 'weixin.qq.com'] }),
    makeCertificate({ commonName: WECOM_HOST, names: [WECOM_HOST], ...dates }),
    makeCertificate({ ...own, issuer: foreign }),
  ]);
  return { authorityPem: authority.certPem, valid, expired, notYetValid, otherHost, selfSigned, stranger };
}
