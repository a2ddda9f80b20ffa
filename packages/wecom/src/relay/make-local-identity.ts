import type { UnixMs } from '@highwater/domain';
import { makeCertificate, type Certificate } from './make-certificate.ts';
import { WECOM_HOST } from './wecom-host.ts';

/** What the relay shows to the helpers: a certificate for WeCom's name under an authority of its own. */
export interface LocalIdentity extends Certificate {
  readonly authorityPem: string;
}

const DAY_MS = 86_400_000;
/** No process runs that long; the library does not look at the dates anyway. */
const LIFETIME_DAYS = 3650;

/** Made anew at each start and kept in memory: nobody else can ever use or trust it. */
export async function makeLocalIdentity(now: UnixMs): Promise<LocalIdentity> {
  const dates = { from: new Date(now - DAY_MS), until: new Date(now + LIFETIME_DAYS * DAY_MS) };
  const authority = await makeCertificate({ commonName: 'Highwater relay', isAuthority: true, ...dates });
  const own = await makeCertificate({ commonName: WECOM_HOST, names: [WECOM_HOST], issuer: authority, ...dates });
  return { certPem: own.certPem, keyPem: own.keyPem, authorityPem: authority.certPem };
}
