import { randomBytes } from 'node:crypto';
import type { TenantId } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { countedBytes, readCryptoFormats } from '../crypto-formats-vectors.ts';
import { openFileText, sealFileText } from './seal-file-text.ts';

const { keyHex, fileTexts } = readCryptoFormats();
const [one, other] = ['t1' as TenantId, 't2' as TenantId];

describe('the text of a file', () => {
  it.each(fileTexts)('is sealed as documented', ({ tenantId, sha256, text, sealedHex }) => {
    const key = Buffer.from(keyHex, 'hex');
    const sealed = sealFileText(key, tenantId as TenantId, sha256, text, countedBytes);
    expect(Buffer.from(sealed).toString('hex')).toBe(sealedHex);
    expect(openFileText(key, tenantId as TenantId, sha256, Buffer.from(sealedHex, 'hex'))).toBe(text);
  });

  it('opens in the row of its own content and tenant only', () => {
    const key = randomBytes(32);
    const sealed = sealFileText(key, one, 'a'.repeat(64), '合同'.repeat(50_000));
    expect(openFileText(key, one, 'a'.repeat(64), sealed)).toHaveLength(100_000);
    expect(sealed.length).toBeLessThan(2_000);
    expect(() => openFileText(key, one, 'b'.repeat(64), sealed)).toThrow('object.damaged');
    expect(() => openFileText(key, other, 'a'.repeat(64), sealed)).toThrow('object.damaged');
    expect(() => openFileText(randomBytes(32), one, 'a'.repeat(64), sealed)).toThrow('object.damaged');
  });
});
