import { generateKeyPairSync } from 'node:crypto';
import { askConsole } from '@highwater/testkit';
import type { FaultWorld } from './fault-world.ts';
import type { Life } from './life.ts';

/** Key versions that come late or never, while everything else goes on. Asked while worker and API serve. */
export interface KeyChanges {
  /** A version of a vendor before us seals some messages; its key is not there yet. */
  useForeignKey(): Promise<void>;
  /** The foreign key comes. */
  importForeignKey(): Promise<void>;
  /** Another version seals some messages, and its key will never come. */
  useLostKey(): Promise<void>;
  /** Versions whose messages stay sealed. */
  readonly lostVersions: readonly number[];
}

const MESSAGES = 15;

export function createKeyChanges(world: FaultWorld, life: Life): KeyChanges {
  const foreign = makePair();
  const lostVersions: number[] = [];
  const keys = `/connections/${life.connectionId}/keys`;
  const { simulator } = world.context.urls;
  const announce = async (pem: string): Promise<number> => {
    const path = `/corps/${life.corpId}/public-keys`;
    return (await askConsole<{ publickeyVer: number }>(simulator, 'POST', path, { pem })).publickeyVer;
  };
  /** Some messages with the new version, and then one of ours again: without a key no file would be fetched any more. */
  const sealSome = async (pem: string): Promise<number> => {
    const version = await announce(pem);
    await life.talk(MESSAGES);
    const { key } = await life.owner.post<{ key: { publicKeyPem: string } | null }>(`/v1${keys}`, {});
    if (key === null) throw new Error('No key was made.');
    await announce(key.publicKeyPem);
    return version;
  };
  return {
    lostVersions,
    useForeignKey: () => sealSome(foreign.publicKey).then(() => undefined),
    async importForeignKey() {
      await life.owner.post(`/v1${keys}/import`, { privateKeyPem: foreign.privateKey, note: 'vendor before' });
    },
    async useLostKey() {
      lostVersions.push(await sealSome(makePair().publicKey));
    },
  };
}

function makePair(): { readonly publicKey: string; readonly privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
