import { createCipheriv, randomBytes } from 'node:crypto';
import type { ConnectionId, TenantId } from '@highwater/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCallbackSecrets, openCallback } from './callback-cipher.ts';
import { isSignedCallback, signCallback } from './callback-signature.ts';
import { openCallbackSecrets, sealCallbackSecrets } from './seal-callback-secrets.ts';

const secrets = makeCallbackSecrets();
/** Reckoned with sort and sha1sum. */
const SIGNATURE = '65664ba4ebf14da066e746a9e3aa9aac1f19e4ef';

describe('a callback', () => {
  it('opens to what WeCom sealed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string(), (text, receiveId) => {
        const encrypt = sealCallback(secrets.encodingAesKey, text, receiveId);
        const opened = openCallback(secrets.encodingAesKey, encrypt);
        expect(Buffer.from(opened.message).toString()).toBe(text.toWellFormed());
        expect(opened.receiveId).toBe(receiveId.toWellFormed());
      }),
    );
  });

  it('that is anything else is refused by name', () => {
    const sealed = Buffer.from(sealCallback(secrets.encodingAesKey, 'x', 'ww1'), 'base64');
    const tries = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.uint8Array({ maxLength: 128 }).map((bytes) => Buffer.from(bytes).toString('base64')),
      fc.nat({ max: sealed.length * 8 - 1 }).map((bit) => flip(sealed, bit)),
    );
    fc.assert(
      fc.property(tries, (encrypt) => {
        try {
          openCallback(secrets.encodingAesKey, encrypt);
        } catch (error) {
          expect(error).toMatchObject({ fault: 'callback.refused' });
        }
      }),
      { numRuns: 1000 },
    );
    expect(() => openCallback(makeCallbackSecrets().encodingAesKey, sealed.toString('base64'))).toThrow(
      'callback.refused',
    );
  });

  it('is signed over four parts, in any order of theirs', () => {
    const parts = { timestamp: '1409659813', nonce: '1372623149', encrypt: 'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo' };
    expect(signCallback('QDG6eK', parts)).toBe(SIGNATURE);
    expect(isSignedCallback('QDG6eK', parts, SIGNATURE)).toBe(true);
    expect(isSignedCallback('QDG6eL', parts, SIGNATURE)).toBe(false);
    expect(isSignedCallback('QDG6eK', parts, '')).toBe(false);
  });
});

describe('the secrets of a callback', () => {
  it('have the shape that the console takes, and never repeat', () => {
    expect(secrets.token).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(secrets.encodingAesKey).toMatch(/^[A-Za-z0-9]{43}$/);
    const many = Array.from({ length: 200 }, () => makeCallbackSecrets().encodingAesKey);
    expect(new Set(many).size).toBe(200);
  });

  it('open at their place only', () => {
    const subkey = randomBytes(32);
    const [tenantId, connectionId] = ['t1' as TenantId, 'c1' as ConnectionId];
    const sealed = sealCallbackSecrets(subkey, tenantId, connectionId, secrets);
    expect(openCallbackSecrets(subkey, tenantId, connectionId, sealed)).toEqual(secrets);
    expect(() => openCallbackSecrets(subkey, tenantId, 'c2' as ConnectionId, sealed)).toThrow('object.damaged');
    expect(() => openCallbackSecrets(subkey, 't2' as TenantId, connectionId, sealed)).toThrow('object.damaged');
    expect(Buffer.from(sealed).includes(secrets.token)).toBe(false);
  });
});

function sealCallback(encodingAesKey: string, message: string, receiveId: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(message));
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(message), Buffer.from(receiveId)]);
  const missing = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])).toString('base64');
}

function flip(bytes: Buffer, bit: number): string {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return changed.toString('base64');
}
