import { openFromBox, privateKeyPlace, type OpenedItem, type OpeningKey, type OpeningPool } from '@highwater/crypto';
import type { ConnectionKey } from '@highwater/db';
import type { KeyId, TenantId } from '@highwater/domain';
import type { Envelope } from '@highwater/wecom';

/** Enough to prove a key although some messages are damaged; few, because each wrong guess costs an RSA operation. */
const PROBES = 8;
/** The column holds 31 bits; WeCom counts from 1. */
const LARGEST_VERSION = 2 ** 31 - 1;

export interface OpenedWithRing {
  /** In the order of the envelopes. */
  readonly results: readonly OpenedItem[];
  /** The keys that were used, several where a version has several. */
  readonly keys: readonly OpeningKey[];
  /** What messages of this page proved: keys and versions that did not belong together before. */
  readonly proven: readonly { readonly keyId: KeyId; readonly version: number }[];
  /** Every key that was at hand. */
  readonly tried: ReadonlySet<KeyId>;
}

/**
 * Opens envelopes with the keys of their versions, and tries what stays sealed with every other key of the ring: the
 * same public key entered at WeCom again has a new version, and a company that opens its archive anew counts from 1.
 *
 * A key is proven by both steps of an envelope: RSA gives the 88-character shape, which noise from a wrong key has with a
 * chance below 2^-500, and the message opens with it. That the plaintext is JSON is not asked for: the envelope carries
 * no proof of its content, and WeCom also sends plaintexts that are no JSON.
 */
export async function openWithRing(
  opening: OpeningPool,
  boxPrivatePem: string,
  tenantId: TenantId,
  ring: readonly ConnectionKey[],
  envelopes: readonly Envelope[],
): Promise<OpenedWithRing> {
  const pems = new Map(
    ring.map(({ keyId, privateSealed }) => {
      const pem = openFromBox(boxPrivatePem, privateKeyPlace(tenantId, keyId), privateSealed);
      return [keyId, Buffer.from(pem).toString('utf8')];
    }),
  );
  const keyFor = (keyId: KeyId, version: number): OpeningKey => ({ version, privateKeyPem: pems.get(keyId) ?? '' });
  const pageVersions = new Set(envelopes.map((envelope) => envelope.publickeyVer));
  const keys = ring.flatMap(({ keyId, versions }) =>
    versions.filter((version) => pageVersions.has(version)).map((version) => keyFor(keyId, version)),
  );
  const results = await opening.open({ keys, items: envelopes });

  const proven: { keyId: KeyId; version: number }[] = [];
  for (const version of pageVersions) {
    if (version > LARGEST_VERSION) continue;
    let left = sealedOf(version);
    for (const { keyId } of ring.filter(({ versions }) => !versions.includes(version))) {
      if (left.length === 0) break;
      const key = keyFor(keyId, version);
      const probes = await openItems(key, spread(left, PROBES));
      if (!probes.some((result) => result.opened)) continue;
      keys.push(key);
      proven.push({ keyId, version });
      const opened = await openItems(key, left);
      for (const [at, place] of left.entries()) {
        const result = opened[at];
        if (result !== undefined) results[place] = result;
      }
      left = sealedOf(version);
    }
  }
  return { results, keys, proven, tried: new Set(pems.keys()) };

  function sealedOf(version: number): number[] {
    return [...envelopes.entries()].flatMap(([at, { publickeyVer }]) =>
      publickeyVer === version && isSealed(results[at]) ? [at] : [],
    );
  }

  function openItems(key: OpeningKey, places: readonly number[]): Promise<OpenedItem[]> {
    return opening.open({ keys: [key], items: places.flatMap((at) => envelopes[at] ?? []) });
  }
}

function isSealed(result: OpenedItem | undefined): boolean {
  return result?.opened === false && (result.fault === 'key.missing' || result.fault === 'key.wrong');
}

/** At most `count` of the places, from all over them. */
function spread(places: readonly number[], count: number): number[] {
  if (places.length <= count) return [...places];
  return Array.from({ length: count }, (_, at) => places[Math.floor((at * places.length) / count)] ?? 0);
}
