import { createNoise } from '../envelope/noise.ts';

/** A corp's three secrets; each opens other calls. */
export const SECRET_PURPOSES = ['archive', 'customer_contact', 'contacts'] as const;
export type SecretPurpose = (typeof SECRET_PURPOSES)[number];

/**
 * What the third secret belongs to: the contacts synchronisation (ids of people and departments only), or a self-built
 * app (people and departments in its visible range).
 */
export const CONTACTS_KINDS = ['sync', 'app'] as const;
export type ContactsKind = (typeof CONTACTS_KINDS)[number];

/** 43 characters that follow from the corp's seed, so that a corp of an older journal has them too. */
export function deriveSecret(sealSeed: string, purpose: SecretPurpose): string {
  return createNoise(`${sealSeed}|secret|${purpose}`).bytes(32).toString('base64url');
}
