import { randomBytes, randomUUID } from 'node:crypto';
import type { MediaId, MessageId, TenantId } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { makeDataKey, wrapDataKey } from '../sealing/data-key.ts';
import { hashSearchToken } from '../tokens/search-hasher.ts';
import { createSearchHashers } from './create-search-hashers.ts';
import { createTenantKeys } from './create-tenant-keys.ts';
import { openFileId, sealFileId } from './seal-file-id.ts';
import { openPlaintext, sealPlaintext } from './seal-plaintext.ts';

const newTenant = () => randomUUID() as TenantId;

function keysOver(tenants: readonly TenantId[], capacity?: number) {
  const kek = randomBytes(32);
  const stored = new Map(tenants.map((id) => [id, { version: 1, wrapped: wrapDataKey(kek, id, 1, makeDataKey()) }]));
  const asked: TenantId[] = [];
  const loadWrapped = async (id: TenantId) => {
    asked.push(id);
    return stored.get(id);
  };
  return {
    asked,
    stored,
    keys: createTenantKeys({ kek, loadWrapped, ...(capacity === undefined ? {} : { capacity }) }),
  };
}

describe('tenant keys', () => {
  it('differ by tenant and by purpose and stay the same', async () => {
    const [one, two] = [newTenant(), newTenant()];
    const { keys, asked } = keysOver([one, two]);
    const first = await keys.subkey(one, 'plaintext');
    expect(first).toHaveLength(32);
    expect(await keys.subkey(one, 'plaintext')).toEqual(first);
    expect(await keys.subkey(one, 'search')).not.toEqual(first);
    expect(await keys.subkey(two, 'plaintext')).not.toEqual(first);
    expect(asked).toEqual([one, two]);
  });

  it('ask once however many callers wait', async () => {
    const tenant = newTenant();
    const { keys, asked } = keysOver([tenant]);
    await Promise.all([keys.subkey(tenant, 'search'), keys.subkey(tenant, 'plaintext'), keys.subkey(tenant, 'search')]);
    expect(asked).toEqual([tenant]);
  });

  it('keep only the tenants used last', async () => {
    const [one, two, three] = [newTenant(), newTenant(), newTenant()];
    const { keys, asked } = keysOver([one, two, three], 2);
    for (const tenant of [one, two, one, three, one, two]) await keys.subkey(tenant, 'search');
    expect(asked).toEqual([one, two, three, two]);
  });

  it('are missing for an unknown tenant, and asked for again after a failure', async () => {
    const tenant = newTenant();
    const { keys, stored, asked } = keysOver([]);
    await expect(keys.subkey(tenant, 'search')).rejects.toThrow('thing.missing');
    stored.set(tenant, { version: 1, wrapped: randomBytes(64) });
    await expect(keys.subkey(tenant, 'search')).rejects.toThrow('object.damaged');
    expect(asked).toHaveLength(2);
  });
});

describe('what is sealed to its row', () => {
  const subkey = randomBytes(32);
  const tenant = newTenant();
  const plaintext = Buffer.from('{"msgid":"1","text":{"content":"今天下午 4 点前送到"}}');

  it('opens to the exact bytes in its own row only', () => {
    const message = randomUUID() as MessageId;
    const sealed = sealPlaintext(subkey, tenant, message, plaintext);
    expect(Buffer.from(openPlaintext(subkey, tenant, message, sealed))).toEqual(plaintext);
    expect(() => openPlaintext(subkey, tenant, randomUUID() as MessageId, sealed)).toThrow('object.damaged');
    expect(() => openPlaintext(subkey, newTenant(), message, sealed)).toThrow('object.damaged');
  });

  it('keeps empty and large plaintexts', () => {
    const message = randomUUID() as MessageId;
    for (const bytes of [new Uint8Array(0), randomBytes(3_000_000)]) {
      expect(
        Buffer.compare(openPlaintext(subkey, tenant, message, sealPlaintext(subkey, tenant, message, bytes)), bytes),
      ).toBe(0);
    }
  });

  it('keeps plaintexts of every size around those at which they are packed otherwise, never much larger', () => {
    const message = randomUUID() as MessageId;
    for (const size of [1, 511, 512, 513, 4095, 4096, 4097, 70_000]) {
      for (const bytes of [Buffer.alloc(size, 'ab'), randomBytes(size)]) {
        const sealed = sealPlaintext(subkey, tenant, message, bytes);
        expect(Buffer.compare(openPlaintext(subkey, tenant, message, sealed), bytes)).toBe(0);
        expect(sealed.length).toBeLessThan(size + 80);
      }
    }
    expect(sealPlaintext(subkey, tenant, message, Buffer.alloc(4096, 'ab')).length).toBeLessThan(120);
  });

  it('keeps file ids the same way', () => {
    const media = randomUUID() as MediaId;
    const sealed = sealFileId(subkey, tenant, media, 'CiAabc==');
    expect(openFileId(subkey, tenant, media, sealed)).toBe('CiAabc==');
    expect(() => openFileId(subkey, tenant, randomUUID() as MediaId, sealed)).toThrow('object.damaged');
  });
});

describe('search hashers', () => {
  it('stay with a tenant while it is among the last used, and hash as its subkey says', async () => {
    const [one, two, three] = [newTenant(), newTenant(), newTenant()];
    const { keys } = keysOver([one, two, three]);
    const hasherOf = createSearchHashers(keys, { capacity: 2 });
    const first = await hasherOf(one);
    expect(first('c:海')).toBe(hashSearchToken(await keys.subkey(one, 'search'), 'c:海'));
    expect(await hasherOf(one)).toBe(first);
    expect((await hasherOf(two))('c:海')).not.toBe(first('c:海'));
    expect(await hasherOf(one)).toBe(first);
    await hasherOf(three);
    await hasherOf(two);
    expect(await hasherOf(one)).not.toBe(first);
  });

  it('go with the keys of a tenant that is forgotten', async () => {
    const tenant = newTenant();
    const { keys, stored } = keysOver([tenant]);
    const hasherOf = createSearchHashers(keys);
    await hasherOf(tenant);
    stored.delete(tenant);
    keys.forget(tenant);
    await expect(hasherOf(tenant)).rejects.toThrow('thing.missing');
  });
});
