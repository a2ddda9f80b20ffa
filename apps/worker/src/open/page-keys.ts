import { openFromBox, privateKeyPlace, type OpeningKey, type OpeningPool } from '@highwater/crypto';
import type { ConnectionKey } from '@highwater/db';
import type { KeyId, TenantId } from '@highwater/domain';
import type { Envelope } from '@highwater/wecom';

/** Enough to prove a key even when one message is damaged; few, because each wrong guess costs an RSA operation. */
const PROBES = 3;
/** The column holds 31 bits; WeCom counts from 1. */
const LARGEST_VERSION = 2 ** 31 - 1;

export interface PageKeys {
  readonly keys: readonly OpeningKey[];
  /** Keys whose version a message of this page proved. */
  readonly proven: readonly { readonly keyId: KeyId; readonly version: number }[];
  /** Every key that was at hand. */
  readonly tried: ReadonlySet<KeyId>;
}

/**
 * The keys for a page: each version's own, and for versions that no key is bound to yet, the unbound key that opens
 * one of their messages. A version stays without key when none does.
 *
 * A key is proven by both steps of an envelope: RSA gives the 88-character shape, which noise from a wrong key has with a
 * chance below 2^-500, and the message opens with it. That the plaintext is JSON is not asked for: the envelope carries
 * no proof of its content, and WeCom also sends plaintexts that are no JSON.
 */
export async function findPageKeys(
  opening: OpeningPool,
  boxPrivatePem: string,
  tenantId: TenantId,
  stored: readonly ConnectionKey[],
  envelopes: readonly Envelope[],
): Promise<PageKeys> {
  const pemOf = (key: ConnectionKey): string =>
    Buffer.from(openFromBox(boxPrivatePem, privateKeyPlace(tenantId, key.keyId), key.privateSealed)).toString('utf8');
  const versions = new Set(envelopes.map((envelope) => envelope.publickeyVer));
  const keys: OpeningKey[] = [];
  const unbound: { key: ConnectionKey; privateKeyPem: string }[] = [];
  for (const key of stored) {
    if (key.publickeyVer === null) unbound.push({ key, privateKeyPem: pemOf(key) });
    else if (versions.delete(key.publickeyVer)) keys.push({ version: key.publickeyVer, privateKeyPem: pemOf(key) });
  }

  const proven: { keyId: KeyId; version: number }[] = [];
  for (const version of versions) {
    if (version > LARGEST_VERSION) continue;
    const items = envelopes.filter((envelope) => envelope.publickeyVer === version).slice(0, PROBES);
    for (const [at, { key, privateKeyPem }] of unbound.entries()) {
      const results = await opening.open({ keys: [{ version, privateKeyPem }], items });
      if (!results.some((result) => result.opened)) continue;
      keys.push({ version, privateKeyPem });
      proven.push({ keyId: key.keyId, version });
      unbound.splice(at, 1);
      break;
    }
  }
  return { keys, proven, tried: new Set(stored.map((key) => key.keyId)) };
}
